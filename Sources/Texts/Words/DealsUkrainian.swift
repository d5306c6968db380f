extension Ukrainian {
    static let deals: KeyValuePairs<String, String> = [:]
}
