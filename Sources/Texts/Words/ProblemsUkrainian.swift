extension Ukrainian {
    static let problems: KeyValuePairs<String, String> = [:]
}
