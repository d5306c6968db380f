internal import Forecasting
internal import SalesDomain
internal import SalesFacts

extension CompanyForecast {
    /// Each open deal as each method sees it, in what counts on the question's basis. `picture` is the question's own.
    func chances(_ facts: Facts, _ picture: CompanyPicture) -> [OpenChance] {
        switch question.basis {
        case .won: return chances
        case .margin:
            let shares = MarginShares(facts, picture.cut)
            return chances.map { $0.keeping(shares.share(of: Int($0.deal))) }
        case .paid, .shipped:
            let paid = basisNotes?.paidOfWon ?? 0
            return zip(chances, coming).map { $0.bringing($1, paidOfWon: paid) }
        }
    }

    /// Of what a scope's rest consists; nil where winning brings the money.
    func source(of scope: Scope) -> BasisSources? {
        guard basisNotes != nil else { return nil }
        return BasisSources.sum(people.nodes(of: scope).map { sources[Int($0)] })
    }
}
