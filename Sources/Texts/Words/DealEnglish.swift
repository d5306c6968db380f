extension English {
    static let deal: KeyValuePairs<String, String> = [:]
}
