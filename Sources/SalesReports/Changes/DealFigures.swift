internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// A scope's forecast as of an instant, deal by deal, in whole minor units: what is won, as it is credited to the scope,
/// and of open deals their part of what the forecast expects of them, in proportion to chance × value × share.
struct DealFigures {
    let cut: Cut
    let figure: Figure
    /// By deal of the cut.
    let amount: [Int64]
    private let shares: ScopeShares
    private let table: StageTable

    /// `company` was asked with `chances`.
    init(_ company: CompanyForecast, _ picture: CompanyPicture, _ scope: Scope) {
        let (cut, shares) = (picture.cut, ScopeShares(picture.people, scope))
        self.cut = cut
        self.shares = shares
        table = cut.stages
        let figure = company.amount(of: scope)
        self.figure = figure
        var credited = [Int64](repeating: 0, count: cut.count)
        let inside = picture.people.inside(scope)
        let rows = ShareRows(picture.people.nodes)
        let period = company.question.period
        for deal in cut.won(from: period.start.number, to: period.end.number) {
            rows.divide(cut, deal) { node, money in if inside[node] { credited[deal] += money } }
        }
        let weights = company.chances.map { chance in
            max(0, shares.fraction(of: Int(chance.deal)) * chance.model * chance.modelValue)
        }
        if weights.contains(where: { $0 > 0 }) {
            for (chance, part) in zip(company.chances, apportion(figure.fromOpen, weights)) {
                credited[Int(chance.deal)] += part
            }
        }
        amount = credited
    }

    func holds(_ deal: Int) -> Bool { shares.owns(deal) || shares.fraction(of: deal) > 0 }
    func fraction(_ deal: Int) -> Double { shares.fraction(of: deal) }

    /// Nil: open at no stage that we know, or closed.
    func stage(_ deal: Int) -> Stage.ID? {
        let state = cut.state[deal]
        return StageTable.isOpen(state) && state >= 0 ? table.open[Int(state)].id : nil
    }
    func isWon(_ deal: Int) -> Bool { cut.state[deal] == StageTable.won }
    func isLost(_ deal: Int) -> Bool { cut.state[deal] == StageTable.lost }
    func isOpen(_ deal: Int) -> Bool { StageTable.isOpen(cut.state[deal]) }
    func currency(_ deal: Int) -> Currency { cut.currencies[Int(cut.currency[deal])] }
}
