extension English {
    static let accuracy: KeyValuePairs<String, String> = [:]
}
