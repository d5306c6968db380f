import Foundation

extension Texts {
    /// Is `left` before `right` in a list of names of this language: Г, Ґ, Д, Е, Є, and letter case comes last.
    package func isOrdered(_ left: String, _ right: String) -> Bool {
        left.compare(right, options: [.caseInsensitive], range: nil, locale: locale) == .orderedAscending
    }

    private var locale: Locale { language == .uk ? Collations.ukrainian : Collations.english }
}

private enum Collations {
    static let ukrainian = Locale(identifier: "uk_UA")
    static let english = Locale(identifier: "en_GB")
}
