extension English {
    static let problems: KeyValuePairs<String, String> = [:]
}
