package import SalesDomain

extension Texts {
    /// Every key of a language, for tests and for readers of the dictionary.
    package static func keys(_ language: Company.Language) -> Set<String> { Set(patterns(language).keys) }

    /// The values that a sentence asks for; a counted one says how many forms it has, a plain one 0.
    package static func arguments(of key: String, _ language: Company.Language) -> [String: Int] {
        patterns(language)[key]?.arguments ?? [:]
    }

    static func pattern(_ key: String, _ language: Company.Language) -> Pattern? { patterns(language)[key] }

    private static func patterns(_ language: Company.Language) -> [String: Pattern] {
        switch language {
        case .uk: ukrainian
        case .en: english
        }
    }

    private static let ukrainian = gathered(Ukrainian.areas)
    private static let english = gathered(English.areas)

    /// A key written twice is a mistake of ours, found the first time that a page is asked for.
    private static func gathered(_ areas: [KeyValuePairs<String, String>]) -> [String: Pattern] {
        Dictionary(uniqueKeysWithValues: areas.joined().map { ($0.key, Pattern($0.value)) })
    }
}
