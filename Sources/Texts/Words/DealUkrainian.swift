extension Ukrainian {
    static let deal: KeyValuePairs<String, String> = [:]
}
