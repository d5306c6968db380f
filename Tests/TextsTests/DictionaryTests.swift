import Foundation
import SalesDomain
import Testing

@testable import Texts

struct DictionaryTests {
    @Test("both languages say the same things")
    func sameKeys() {
        let (uk, en) = (Texts.keys(.uk), Texts.keys(.en))
        #expect(uk.subtracting(en).sorted() == [])
        #expect(en.subtracting(uk).sorted() == [])
    }

    @Test("both languages ask for the same values")
    func sameArguments() {
        for key in Texts.keys(.uk) {
            let (uk, en) = (Texts.arguments(of: key, .uk), Texts.arguments(of: key, .en))
            #expect(Set(uk.keys) == Set(en.keys), "\(key)")
        }
    }

    @Test("a counted word has a form for each category of its language", arguments: Company.Language.allCases)
    func pluralForms(language: Company.Language) {
        for key in Texts.keys(language) {
            for (name, forms) in Texts.arguments(of: key, language) where forms > 0 {
                #expect(forms == Texts.pluralForms(language), "\(key), \(name)")
            }
        }
    }

    @Test("the glossary's words: a plan is never a quota in Ukrainian, and a probability no chance")
    func glossary() {
        for key in Texts.keys(.uk) {
            let words = Texts(.uk)(key).lowercased()
            for wrong in ["квот", "шанс", "сделк", "лід ", "менеджер з"] { #expect(!words.contains(wrong), "\(key)") }
        }
    }

    @Test("Ukrainian has a no-break space before a percent sign and a real minus")
    func signs() {
        for key in Texts.keys(.uk) {
            let words = Texts(.uk)(key)
            #expect(words.firstMatch(of: /[0-9] ?%/).map { String($0.output).contains("\u{00A0}") } ?? true, "\(key)")
        }
    }

    /// Sources of this package that may speak: everything but the dictionaries.
    private static let speakers: String = {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources").resolvingSymlinksInPath()
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        var text = ""
        while let file = files?.nextObject() as? URL {
            guard ["swift", "mustache"].contains(file.pathExtension), !file.path.contains("/Texts/Words/") else {
                continue
            }
            text += (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        }
        return text
    }()

    @Test("nothing is written that no page says")
    func noneUnused() {
        let literals = Set(
            DictionaryTests.speakers.matches(of: /"((?:[A-Za-z0-9_.]|\\\([A-Za-z0-9.$]+\))+)"/).map { String($0.1) })
        let templates = Set(DictionaryTests.speakers.matches(of: /\{\{t\.([a-zA-Z0-9_.]+)\}\}/).map { String($0.1) })
        let prefixes = literals.filter { $0.hasSuffix(".") }
        let wild = literals.filter { $0.contains("\\(") }.map {
            $0.replacing(/\\\([A-Za-z0-9.$]+\)/, with: "*").split(separator: "*", omittingEmptySubsequences: false)
                .map(String.init)
        }
        // What commands say is held by their transcripts.
        for key in Texts.keys(.uk).sorted() where !key.hasPrefix("cli.") {
            let isSaid =
                literals.contains(key) || templates.contains(key) || prefixes.contains { key.hasPrefix($0) }
                || wild.contains { DictionaryTests.fits(key, $0) }
            #expect(isSaid, "\(key)")
        }
    }

    @Test("every address in a template is written in both languages and asks for no values")
    func templateAddresses() {
        for match in DictionaryTests.speakers.matches(of: /\{\{t\.([a-zA-Z0-9_.]+)\}\}/) {
            let key = String(match.1)
            for language in Company.Language.allCases {
                #expect(Texts.keys(language).contains(key), "\(key)")
                #expect(Texts.arguments(of: key, language).isEmpty, "\(key)")
            }
        }
    }

    private static func fits(_ key: String, _ parts: [String]) -> Bool {
        guard let first = parts.first, let last = parts.last, !first.isEmpty, key.hasPrefix(first), key.hasSuffix(last)
        else { return false }
        return key.utf8.count >= parts.map(\.utf8.count).reduce(0, +)
    }
}
