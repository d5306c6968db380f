extension Ukrainian {
    static let accuracy: KeyValuePairs<String, String> = [:]
}
