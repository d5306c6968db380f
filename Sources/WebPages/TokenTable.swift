package import SalesDomain
internal import Texts
internal import WebRoutes

/// Tokens of programs as they are listed: one's own, or, for an administrator, everybody's.
package struct TokenTable: Sendable {
    package struct Line: Sendable {
        package let id: Int64
        package let name: String
        /// Whose it is.
        package let owner: String
        package let madeOn: Day
        /// The last day on which it works; nil: it has no end.
        package let until: Day?
        package let usedOn: Day?
        package let isOver: Bool
        package init(
            id: Int64, name: String, owner: String, madeOn: Day, until: Day?, usedOn: Day?, isOver: Bool
        ) {
            self.id = id
            self.name = name
            self.owner = owner
            self.madeOn = madeOn
            self.until = until
            self.usedOn = usedOn
            self.isOver = isOver
        }
    }

    let lines: [Line]
    let namesOwners: Bool

    func values(_ texts: Texts) -> Values {
        [
            "tokens": lines.map { row($0, texts) }, "any_tokens": !lines.isEmpty, "owners": namesOwners,
        ]
    }

    private func row(_ line: Line, _ texts: Texts) -> Values {
        [
            "id": String(line.id), "name": line.name, "owner": line.owner, "made_on": texts.numericDay(line.madeOn),
            "until": line.until.map { texts.numericDay($0) } ?? texts("tokens.no_end"),
            "over": line.isOver ? texts("tokens.over") as Any : false,
            "used": line.usedOn.map { texts.numericDay($0) } ?? texts("tokens.never"),
        ]
    }
}
