extension English {
    static let company: KeyValuePairs<String, String> = [:]
}
