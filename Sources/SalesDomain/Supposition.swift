/// Something that is not so, supposed to see what would follow. Nothing of it is stored. As text, in an address or after
/// `--if`: `lost:17`, `won:17`, `close:17:2026-12-20`, `amount:17:50000.50`, `reference:Sales/Offer`.
package enum Supposition: Hashable, Sendable {
    case lost(Deal.ID)
    case won(Deal.ID)
    case close(Deal.ID, Day)
    /// Thousandths of the deal's own currency: no currency has finer minor units.
    case amount(Deal.ID, thousandths: Int64)
    /// A pipeline's name, `/` and a stage's: the stage keeps what the reference funnel has.
    case reference(String)

    package var deal: Deal.ID? {
        switch self {
        case .lost(let deal), .won(let deal), .close(let deal, _), .amount(let deal, _): deal
        case .reference: nil
        }
    }

    package var isOfAmount: Bool {
        if case .amount = self { return true }
        return false
    }

    /// That a deal is both lost and won cannot be supposed.
    fileprivate func contradicts(_ other: Supposition) -> Bool {
        switch (self, other) {
        case (.lost(let one), .won(let two)), (.won(let one), .lost(let two)): one == two
        default: false
        }
    }

    /// Of two that speak of the same thing only one can be supposed.
    fileprivate var subject: Subject {
        switch self {
        case .lost(let deal), .won(let deal): Subject(deal: deal, word: "outcome")
        case .close(let deal, _): Subject(deal: deal, word: "close")
        case .amount(let deal, _): Subject(deal: deal, word: "amount")
        case .reference(let stage): Subject(deal: nil, word: "reference:" + stage)
        }
    }

    fileprivate struct Subject: Hashable {
        let deal: Deal.ID?
        let word: String
    }
}

extension Supposition {
    /// Nil when the words say nothing of the kind. `deal`: how a deal is named; its number unless said otherwise.
    package init?(text: String, deal named: (String) -> Deal.ID? = { Int64($0).flatMap { $0 > 0 ? Deal.ID($0) : nil } })
    {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let rest = String(text[text.index(after: colon)...])
        switch text[..<colon] {
        case "reference":
            guard rest.contains("/") else { return nil }
            self = .reference(rest)
        case "lost":
            guard let deal = named(rest) else { return nil }
            self = .lost(deal)
        case "won":
            guard let deal = named(rest) else { return nil }
            self = .won(deal)
        case "close":
            guard let (deal, value) = Supposition.parts(rest, named), let day = Day(iso: value),
                Day.years.contains(day.year)
            else { return nil }
            self = .close(deal, day)
        case "amount":
            guard let (deal, value) = Supposition.parts(rest, named), let thousandths = Supposition.thousandths(value)
            else { return nil }
            self = .amount(deal, thousandths: thousandths)
        default: return nil
        }
    }

    /// A deal's name may hold a colon; what is said of it does not.
    private static func parts(_ text: String, _ named: (String) -> Deal.ID?) -> (Deal.ID, String)? {
        guard let colon = text.lastIndex(of: ":"), let deal = named(String(text[..<colon])) else { return nil }
        return (deal, String(text[text.index(after: colon)...]))
    }

    /// `50000`, `50000.5`, `50 000,50`: up to the largest amount of a record.
    private static func thousandths(_ text: String) -> Int64? {
        let plain = text.filter { !$0.isWhitespace }.replacing(",", with: ".")
        guard let money = try? Money(decimal: plain, currency: Currency(code: "KWD")!), money.minorUnits >= 0 else {
            return nil
        }
        return money.minorUnits
    }

    /// How it stands in an address. `deal`: how a deal is named.
    package func text(deal name: (Deal.ID) -> String = { String($0.number) }) -> String {
        switch self {
        case .lost(let deal): "lost:" + name(deal)
        case .won(let deal): "won:" + name(deal)
        case .close(let deal, let day): "close:\(name(deal)):\(day)"
        case .amount(let deal, let thousandths):
            "amount:\(name(deal)):" + Money(minorUnits: thousandths, currency: Currency(code: "KWD")!).plainDecimal
        case .reference(let stage): "reference:" + stage
        }
    }

    /// What a supposed amount is in minor units of a currency, rounded to the nearest.
    package static func minorUnits(_ thousandths: Int64, _ currency: Currency) -> Int64 {
        let factor = Int64(1_000) / min(1_000, currency.scale)
        return (thousandths + factor / 2) / factor * max(1, currency.scale / 1_000)
    }
}

extension Money {
    /// Without zeros at its end.
    fileprivate var plainDecimal: String {
        var text = decimal
        guard text.contains(".") else { return text }
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }
}

/// What is supposed together, in the order in which it was said; of two dates or amounts of a deal the later holds. What
/// follows from it does not depend on the order.
package struct Suppositions: Hashable, Sendable {
    /// More than these nobody reads.
    package static let most = 20
    package let list: [Supposition]
    /// Nothing is supposed yet, but somebody is about to.
    package let isBegun: Bool
    /// What a form says of a deal by the name that people know; nothing follows from it until the deal is found.
    package let asked: Asked?
    /// The same, said in an address.
    package let named: [Asked]
    /// What was said last of a deal of which the list has the contrary; nothing follows from it.
    package let contrary: Supposition?

    /// `lost`, `won`, `close` or `amount` of a deal's title or number, with what goes with it.
    package struct Asked: Hashable, Sendable {
        package let word: String
        package let deal: String
        package let value: String?
        package init(word: String, deal: String, value: String?) {
            self.word = word
            self.deal = deal
            self.value = value
        }

        /// `won:D-17`, `close:D-17:2026-12-20`; nil when the words say nothing of the kind.
        package init?(text: String) {
            var name = ""
            let read = Supposition(text: text) {
                name = $0
                return $0.isEmpty ? nil : Deal.ID(1)
            }
            guard read != nil, !name.isEmpty, let colon = text.firstIndex(of: ":") else { return nil }
            let word = String(text[..<colon])
            let rest = text.dropFirst(word.count + 1 + name.count)
            self.init(word: word, deal: name, value: rest.isEmpty ? nil : String(rest.dropFirst()))
        }

        /// As an address says it.
        package var text: String { ([word, deal] + [value].compactMap(\.self)).joined(separator: ":") }

        /// Nil when what goes with it cannot be read.
        package func supposition(of deal: Deal.ID) -> Supposition? {
            Supposition(text: ([word, String(deal.number)] + [value].compactMap(\.self)).joined(separator: ":"))
        }
    }

    package static let none = Suppositions([])

    package init(_ said: [Supposition], isBegun: Bool = false, asked: Asked? = nil, named: [Asked] = []) {
        var list = [Supposition]()
        var contrary: Supposition?
        for one in said {
            if list.contains(where: one.contradicts) {
                contrary = one
                continue
            }
            list.removeAll { $0.subject == one.subject }
            list.append(one)
        }
        self.list = list
        self.contrary = contrary
        self.asked = asked
        self.named = named
        self.isBegun = isBegun || !list.isEmpty || asked != nil || !named.isEmpty
    }

    package var isEmpty: Bool { list.isEmpty }

    /// Everything that is said of a deal by a name, to be found.
    package var unfound: [Asked] { named + [asked].compactMap(\.self) }

    package func without(_ one: Supposition) -> Suppositions {
        Suppositions(list.filter { $0 != one }, isBegun: true)
    }

    package func with(_ one: Supposition) -> Suppositions { Suppositions(list + [one]) }

    /// The one of the list that the contrary speaks against.
    package var contradicted: Supposition? { contrary.flatMap { one in list.first(where: one.contradicts) } }

    /// With the contrary in place of what it speaks against.
    package var turned: Suppositions {
        guard let contrary else { return self }
        return Suppositions(list.map { contrary.contradicts($0) ? contrary : $0 })
    }
}
