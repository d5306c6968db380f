import Foundation
import SalesDomain
import Testing
import Texts

@testable import WebPages

struct HTMLTests {
    @Test("no page shows a bare key, a template tag or an empty word", arguments: Sample.all.map(\.name))
    func noKeys(name: String) throws {
        let html = try html(name)
        #expect(!html.contains("{{") && !html.contains("}}"))
        #expect(!html.contains("Words(") && !html.contains("Optional("))
        let text = html.replacing(/<script[^>]*>.*?<\/script>/.dotMatchesNewlines(), with: "").replacing(
            /<[^>]*>/, with: " ")
        let areas = Set(Texts.keys(.uk).compactMap { $0.split(separator: ".").first.map(String.init) })
        for match in text.matches(of: /\b([a-z_]+)\.[a-z_]+(\.[a-z_]+)*\b/) {
            #expect(!areas.contains(String(match.1)), "\(match.0)")
        }
    }

    @Test("what people typed is text, never markup", arguments: Sample.all.map(\.name))
    func escaped(name: String) throws {
        let html = try html(name)
        #expect(!html.contains("<script>alert") && !html.contains("<b>для</b>") && !html.contains("<Тінь>"))
        #expect(!html.contains("value=\"a\"b"))
    }

    @Test("a quotation mark with an accent on it cannot leave its attribute")
    func accents() {
        #expect(Markup.escaped("\"\u{0301} onfocus=x <\u{0301}b>") == "&quot;\u{0301} onfocus=x &lt;\u{0301}b&gt;")
    }

    @Test("no style and no script stands in a page", arguments: Sample.all.map(\.name))
    func contentSecurity(name: String) throws {
        let html = try html(name)
        #expect(html.firstMatch(of: /\sstyle=/) == nil)
        #expect(html.firstMatch(of: /\son[a-z]+=/) == nil)
        #expect(!html.contains("<style"))
        for match in html.matches(of: /<script([^>]*)>/) {
            #expect(match.1.contains("src=\"/") || match.1.contains("application/json"))
        }
    }

    @Test("tags are closed in the order in which they were opened", arguments: Sample.all.map(\.name))
    func balanced(name: String) throws {
        let alone: Set<String> = ["meta", "link", "input", "br", "path", "rect", "line", "circle"]
        var open: [String] = []
        let html = try html(name).replacing(/<script type[^>]*>.*?<\/script>/.dotMatchesNewlines(), with: "")
        for match in html.matches(of: /<(\/?)([a-zA-Z0-9]+)[^>]*?(\/?)>/) {
            let tag = String(match.2)
            if alone.contains(tag) || match.3 == "/" { continue }
            if match.1.isEmpty {
                open.append(tag)
            } else {
                #expect(open.last == tag, "\(tag) closes \(open.suffix(3))")
                if open.last == tag { open.removeLast() }
            }
        }
        #expect(open.isEmpty)
    }

    @Test("every page but a refusal offers to be printed")
    func printing() throws {
        for problem in ProblemPage.Problem.allCases {
            #expect(!ProblemPage(problem, frame: Firm.frame(.company())).html().contains("data-do=\"print\""))
        }
        for name in ["account-en", "settings-uk", "deal-won"] {
            #expect(try html(name).contains("data-do=\"print\""), "\(name)")
        }
    }

    @Test("only a page of the past says that it is of the past, once")
    func past() {
        for sample in Sample.all {
            let bars = sample.html().components(separatedBy: "class=\"past-bar\"").count - 1
            #expect(bars == (sample.name.hasSuffix("-past") ? 1 : 0), "\(sample.name)")
        }
    }

    @Test("a page says its language; every link and form has a place of ours")
    func places() throws {
        for sample in Sample.all {
            let html = sample.html()
            let language = sample.name.split(separator: "-").contains("en") ? "en" : "uk"
            #expect(html.contains("<html lang=\"\(language)\""), "\(sample.name)")
            for match in html.matches(of: /(?:href|action)="([^"]*)"/) {
                #expect(match.1.hasPrefix("/") || match.1.hasPrefix("#"), "\(sample.name): \(match.1)")
            }
        }
    }

    private func html(_ name: String) throws -> String { try #require(Sample.all.first { $0.name == name }).html() }
}
