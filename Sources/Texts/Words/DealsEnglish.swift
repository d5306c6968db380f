extension English {
    static let deals: KeyValuePairs<String, String> = [:]
}
