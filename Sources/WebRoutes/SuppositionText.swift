package import SalesDomain

/// Suppositions as addresses hold them: `if`, once for each. `new` opens the form with nothing supposed. A value that ends
/// with a colon is completed by `day` or `amount`, and one that is nothing but its word and a colon by `deal` too, so that a
/// plain form can say one. On a page a deal is said by the number of its page, or else by the company's own or its title; to a
/// program that number means nothing, and "17" is the company's own.
extension Suppositions {
    static let name = "if"
    private static let begun = "new"

    init(_ query: Query, forPrograms: Bool) throws(RouteProblem) {
        let said = query.all(Suppositions.name)
        var list = [Supposition]()
        var asked: Asked?
        var named = [Asked]()
        for text in said where text != Suppositions.begun {
            if let found = Suppositions.asked(text, query) {
                asked = found
                continue
            }
            let whole = Suppositions.completed(text, query)
            if let one = Supposition(text: whole), one.deal == nil || !forPrograms {
                list.append(one)
            } else if let one = Asked(text: whole) {
                named.append(one)
            } else {
                throw .badValue(of: Suppositions.name)
            }
        }
        self.init(list, isBegun: !said.isEmpty, asked: asked, named: named)
        if self.list.count + named.count > Suppositions.most { throw .badValue(of: Suppositions.name) }
    }

    /// The last one said so: a form says one at a time.
    private static func asked(_ text: String, _ query: Query) -> Asked? {
        guard let deal = query.last("deal") else { return nil }
        switch text {
        case "lost:", "won:": return Asked(word: String(text.dropLast()), deal: deal, value: nil)
        case "close:": return Asked(word: "close", deal: deal, value: query.last("day") ?? "")
        case "amount:": return Asked(word: "amount", deal: deal, value: query.last("amount") ?? "")
        default: return nil
        }
    }

    private static func completed(_ text: String, _ query: Query) -> String {
        guard text.hasSuffix(":") else { return text }
        return text + (query.last(text.hasPrefix("close:") ? "day" : "amount") ?? "")
    }

    func write(to query: inout Query) {
        for one in list + [contrary].compactMap(\.self) { query.add(Suppositions.name, one.text()) }
        for one in named { query.add(Suppositions.name, one.text) }
        if let asked {
            query.add(Suppositions.name, asked.word + ":")
            query.add("deal", asked.deal)
            query.add(asked.word == "close" ? "day" : "amount", asked.value)
        }
        if list.isEmpty, unfound.isEmpty, isBegun { query.add(Suppositions.name, Suppositions.begun) }
    }
}

extension Route {
    /// What this page supposes.
    package var suppositions: Suppositions {
        switch self {
        case .home(let filter), .company(let filter), .apiForecast(let filter): filter.suppositions
        case .report(_, let filter), .apiReport(_, let filter): filter.suppositions
        case .deal(_, let filter), .apiDeal(_, let filter): filter.suppositions
        default: .none
        }
    }

    /// The same page, supposing this instead.
    package func supposing(_ suppositions: Suppositions) -> Route {
        switch self {
        case .home(var filter):
            filter.suppositions = suppositions
            return .home(filter)
        case .company(var filter):
            filter.suppositions = suppositions
            return .company(filter)
        case .apiForecast(var filter):
            filter.suppositions = suppositions
            return .apiForecast(filter)
        case .apiReport(let name, var filter):
            filter.suppositions = suppositions
            return .apiReport(name, filter)
        case .apiDeal(let id, var filter):
            filter.suppositions = suppositions
            return .apiDeal(id, filter)
        case .report(let name, var filter):
            filter.suppositions = suppositions
            return .report(name, filter)
        case .deal(let id, var filter):
            filter.suppositions = suppositions
            return .deal(id, filter)
        default: return self
        }
    }
}
