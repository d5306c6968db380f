extension English {
    static let doors: KeyValuePairs<String, String> = [:]
}
