internal import SalesDomain

/// Suppositions as addresses hold them: `if`, once for each. `new` opens the form with nothing supposed. A value that ends
/// with a colon is completed by `value`, `day` or `amount`, so that a plain form can say one.
extension Suppositions {
    static let name = "if"
    private static let begun = "new"

    init(_ query: Query) throws(RouteProblem) {
        let said = query.all(Suppositions.name)
        var list = [Supposition]()
        for text in said where text != Suppositions.begun {
            guard let one = Supposition(text: Suppositions.completed(text, query)) else {
                throw .badValue(of: Suppositions.name)
            }
            list.append(one)
        }
        self.init(list, isBegun: !said.isEmpty)
        if self.list.count > Suppositions.most { throw .badValue(of: Suppositions.name) }
    }

    private static func completed(_ text: String, _ query: Query) -> String {
        guard text.hasSuffix(":") else { return text }
        return text + (query.last(text.hasPrefix("close:") ? "day" : "amount") ?? "")
    }

    func write(to query: inout Query) {
        for one in list { query.add(Suppositions.name, one.text()) }
        if list.isEmpty, isBegun { query.add(Suppositions.name, Suppositions.begun) }
    }
}
