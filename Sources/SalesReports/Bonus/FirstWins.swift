internal import SalesDomain
internal import SalesFacts

/// With which deal each account was won first: an account is new once, however many of its deals began before. In which
/// pipeline it was won does not matter among those that sell. A deal without an account is a customer of its own, and new.
struct FirstWins {
    private let cut: Cut
    /// Of all pipelines that sell; nil where the cut is that one.
    private let sales: Cut?

    init(_ cut: Cut, among sales: Cut?) {
        self.cut = cut
        self.sales = sales
    }

    /// Whether its account is a new customer with this deal, or would be.
    func isNew(_ deal: Int) -> Bool {
        guard cut.account[deal] >= 0 else { return true }
        guard let sales, let place = sales.index(of: Deal.ID(cut.id[deal])) else { return cut.winsFirst[deal] == 1 }
        return sales.winsFirst[place] == 1
    }
}

extension Reporter {
    func firstWins(_ cut: Cut, asOf: Instant, _ pipelines: PipelineChoice) -> FirstWins {
        FirstWins(cut, among: pipelines == .sales ? nil : pictures(asOf, .sales).cut)
    }
}
