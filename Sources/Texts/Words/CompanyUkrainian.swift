extension Ukrainian {
    static let company: KeyValuePairs<String, String> = [:]
}
