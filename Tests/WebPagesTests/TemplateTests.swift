import Testing

@testable import WebPages

struct TemplateTests {
    @Test("every template finds all its keys in what its page gives", arguments: Sample.all.map(\.name))
    func keysAreThere(name: String) throws {
        let sample = try #require(Sample.all.first { $0.name == name })
        let (template, values) = sample.values()
        var walk = TemplateWalk(stack: [values])
        walk.walk(template)
        #expect(walk.missing.sorted() == [])
    }

    @Test("only finished HTML goes into a page unescaped")
    func rawNames() {
        for (name, text) in Templates.texts {
            for match in text.matches(of: /\{\{\{([^}]+)\}\}\}/) {
                let key = String(match.1)
                #expect(key.hasSuffix("_html") || key.hasSuffix("_svg"), "\(name): \(key)")
            }
            #expect(!text.contains("{{&"), "\(name)")
        }
    }

    @Test("a template that asks for what nobody gives is found out")
    func missingIsSeen() {
        var walk = TemplateWalk(stack: [["rows": [["name": "a"] as Values]]])
        walk.walk(text: "{{#rows}}{{name}}{{nam}}{{/rows}}{{^gone}}x{{/gone}}")
        #expect(walk.missing == ["nam", "gone"])
    }
}

/// Goes through a template as the renderer does and notes what it cannot find.
struct TemplateWalk {
    var stack: [Any]
    var missing: Set<String> = []

    mutating func walk(_ name: String) { walk(text: Templates.texts[name] ?? "") }

    mutating func walk(text: String) {
        var rest = text[...]
        while let open = rest.firstRange(of: "{{") {
            rest = rest[open.upperBound...]
            guard let close = rest.firstRange(of: "}}") else { return }
            var tag = String(rest[..<close.lowerBound])
            rest = rest[close.upperBound...]
            if tag.hasPrefix("{") {
                tag.removeFirst()
                rest = rest.dropFirst()
            }
            let name = String(tag.drop { "#^/>%$<& ".contains($0) })
            switch tag.first {
            case "/", "%", "$": break
            case ">", "<": walk(name)
            case "#", "^":
                let inside = section(name, &rest)
                enter(name, inside, isInverted: tag.first == "^")
            default: if find(name) == nil { missing.insert(name) }
            }
        }
    }

    private mutating func enter(_ name: String, _ inside: String, isInverted: Bool) {
        guard let value = find(name) else {
            missing.insert(name)
            return
        }
        switch value {
        case let flag as Bool: if flag != isInverted { walk(text: inside) }
        case let many as [Any]:
            if many.isEmpty == isInverted, isInverted { walk(text: inside) }
            if !isInverted { for one in many { within(one) { $0.walk(text: inside) } } }
        default: if !isInverted { within(value) { $0.walk(text: inside) } }
        }
    }

    private mutating func within(_ value: Any, _ work: (inout TemplateWalk) -> Void) {
        stack.append(value)
        work(&self)
        stack.removeLast()
    }

    private func section(_ name: String, _ rest: inout Substring) -> String {
        var depth = 1
        var found = ""
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            let tag = rest[open.upperBound..<close.lowerBound]
            if tag == "#" + name || tag == "^" + name { depth += 1 }
            if tag == "/" + name { depth -= 1 }
            found += depth == 0 ? rest[..<open.lowerBound] : rest[..<close.upperBound]
            rest = rest[close.upperBound...]
            if depth == 0 { break }
        }
        return found
    }

    private func find(_ name: String) -> Any? {
        if name == "." { return stack.last }
        let parts = name.split(separator: ".").map(String.init)
        for object in stack.reversed() {
            guard var value = child(parts[0], of: object) else { continue }
            for part in parts.dropFirst() {
                guard let next = child(part, of: value) else { return nil }
                value = next
            }
            return value is Words && name != "t" ? nil : value
        }
        return nil
    }

    private func child(_ name: String, of object: Any) -> Any? {
        switch object {
        case let values as Values: values[name]
        case let words as Words: words.child(named: name)
        default: nil
        }
    }
}
