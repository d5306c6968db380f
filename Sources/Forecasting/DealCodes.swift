/// By factor of `Groups` and deal: its code, -1 where the factor says nothing of it.
enum DealCodes: Sendable {
    /// Written out for every deal.
    case columns([[Int32]])
    /// Read off the history when asked for; sizes by bounds that were learned before.
    case history(History, sizeBounds: [Double])

    @inline(__always) func code(_ deal: Int, _ factor: Int) -> Int32 {
        switch self {
        case .columns(let columns): return columns[factor][deal]
        case .history(let history, let bounds): return DealCodes.read(history, bounds, deal, factor)
        }
    }

    private static func read(_ history: History, _ sizeBounds: [Double], _ deal: Int, _ factor: Int) -> Int32 {
        switch Groups.Factor(rawValue: factor) {
        case .owner: history.owner[deal]
        case .product: history.product[deal]
        case .source: history.source[deal]
        case .account: Int32(history.returning[deal])
        case .amount: Groups.size(history.firstAmount(of: deal), sizeBounds)
        case nil: -1
        }
    }
}
