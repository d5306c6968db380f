package import SalesDomain
internal import SalesFacts

/// What the open deals that should close in a period come to, by the category that their sellers gave them.
package struct CategoryTotal: Sendable, Equatable {
    package let category: Deal.Category
    /// A deal counts for its owner; its money, in minor units of the base currency, goes by shares.
    package var deals = 0
    package var amount: Int64 = 0
}

extension Reporter {
    /// Each category once, the surest first; none where nobody has given any deal a category.
    /// - Parameter words: which word of the log says which category.
    package func categories(_ request: ReportRequest, words: [Word.ID: Deal.Category], for seen: Seen)
        throws(ReportRefusal) -> [CategoryTotal]
    {
        let looking = try admitted(request.scope, request.pipelines, asOf: request.asOf, seen)
        return looking.categoriesMade(request, words: words)
    }

    private func categoriesMade(_ request: ReportRequest, words: [Word.ID: Deal.Category]) -> [CategoryTotal] {
        let picture = pictures(request.asOf, request.pipelines)
        let cut = picture.cut
        let shares = ScopeShares(picture.people, request.scope)
        var totals = Deal.Category.allCases.map { CategoryTotal(category: $0) }
        for deal in 0..<cut.count where StageTable.isOpen(cut.state[deal]) {
            guard let close = cut.expectedClose(deal), request.period.contains(close) else { continue }
            let (owns, part) = (shares.owns(deal), shares.fraction(of: deal))
            guard owns || part > 0 else { continue }
            let said = facts.category(of: Deal.ID(cut.id[deal]), asOf: request.asOf).flatMap { words[$0] }
            guard let place = totals.firstIndex(where: { $0.category == said ?? .pipeline }) else { continue }
            totals[place].deals += owns ? 1 : 0
            let amount = cut.amount[deal] == Cut.unknown ? 0 : cut.amount[deal]
            totals[place].amount = totals[place].amount.plus(Int64(nearest: Double(amount) * part))
        }
        return totals.contains { $0.category != .pipeline && $0.deals > 0 } ? totals : []
    }
}
