package import SalesDomain

extension Texts {
    /// The index of the plural form: one, few, many, other in Ukrainian; one, other in English (CLDR).
    package func plural(of count: Int) -> Int {
        let magnitude = count.magnitude
        switch language {
        case .en: return magnitude == 1 ? 0 : 1
        case .uk:
            let last = magnitude % 10
            let lastTwo = magnitude % 100
            if last == 1, lastTwo != 11 { return 0 }
            if (2...4).contains(last), !(12...14).contains(lastTwo) { return 1 }
            return 2
        }
    }

    /// How many forms a counted word has in this language.
    package static func pluralForms(_ language: Company.Language) -> Int {
        switch language {
        case .uk: 4
        case .en: 2
        }
    }
}
