/// Ukrainian names in Latin letters, as the passport office writes them (Cabinet of Ministers, resolution 55 of 2010).
enum Latin {
    static func address(of name: String, at domain: String) -> String {
        "\(name.split(separator: " ").map { spelled(String($0)) }.joined(separator: "."))@\(domain)"
    }

    private static func spelled(_ word: String) -> String {
        word.lowercased().enumerated().map { place, letter in
            (place == 0 ? atStart[letter] : nil) ?? letters[letter] ?? ""
        }.joined()
    }

    private static let atStart: [Character: String] = ["є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"]
    private static let letters: [Character: String] = [
        "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
        "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
        "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia",
    ]
}
