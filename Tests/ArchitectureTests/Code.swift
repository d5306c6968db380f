/// Enough of Swift's lexical rules to tell code from words.
enum Code {
    /// The lines of a file with comments and what stands in string literals left out.
    static func blanked(_ text: String) -> [String] {
        var inText = false
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let marks = line.ranges(of: "\"\"\"").count
            defer { if marks % 2 == 1 { inText.toggle() } }
            return inText ? "" : withoutWords(line)
        }
    }

    /// `internal import struct Foundation.Date` is an import of `Foundation`.
    static func importedModule(_ line: String) -> String? {
        let words = line.split(separator: " ").map(String.init)
        guard let place = words.firstIndex(of: "import"),
            words[..<place].allSatisfy({ $0.hasPrefix("@") || ["internal", "package", "private"].contains($0) })
        else { return nil }
        let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        return words[(place + 1)...].first { !kinds.contains($0) }?.split(separator: ".").first.map(String.init)
    }

    private static func withoutWords(_ line: some StringProtocol) -> String {
        var kept = ""
        var inLiteral = false
        var escaped = false
        var previous: Character = " "
        for character in line {
            if inLiteral {
                if escaped {
                    escaped = false
                } else if character == "\\" {
                    escaped = true
                } else if character == "\"" {
                    inLiteral = false
                }
            } else if character == "\"" {
                inLiteral = true
            } else if character == "/" && previous == "/" {
                kept.removeLast()
                break
            } else {
                kept.append(character)
            }
            previous = character
        }
        return kept
    }
}
