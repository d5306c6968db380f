extension Ukrainian {
    static let doors: KeyValuePairs<String, String> = [:]
}
