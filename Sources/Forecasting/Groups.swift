import Foundation

/// Multipliers by owner, product, source, returning account and size, of every step towards the win and of losses:
/// observed exits over those expected without the factor, shrunk to 1, by backfitting (`GroupBackfit`); sizes along a line (`SizeLine`).
struct Groups: Sendable {
    enum Factor: Int, CaseIterable, Sendable { case owner, product, source, account, amount }

    /// By drive, factor and code: logarithm of the multiplier.
    let logMultiplier: [[[Double]]]
    /// The same for reading a million times.
    let flat: GroupTable

    static let prior = 30.0
    /// Multipliers are learned from so many deals, or up to twice as many, evenly taken where there are more.
    static let enough = 100_000

    /// Every so many deals: a power of two, so that a growing book seldom takes others.
    static func stride(_ deals: Int) -> Int {
        var stride = 1
        while deals / (2 * stride) >= enough { stride *= 2 }
        return stride
    }

    /// - Parameters:
    ///   - codes: by factor and deal.
    ///   - until: nothing on or after this day is used.
    init(_ book: Book, _ codes: [[Int32]], until: Int32) {
        let (history, sample) = (book.history, book.sample)
        let lexis =
            book.sampleIsAll && until == history.today
            ? Lexis(book.risks, book.exits) : Lexis(sample.paths, sample.order, history.calendar, today: until)
        let fit = Intensities(lexis, book.paths, history.calendar, today: until, .rough)
        let sizes = SizeLine(codes[Factor.amount.rawValue], stride: book.stride) {
            history.created[$0] < until ? history.firstAmount(of: $0) : nil
        }
        let tally = GroupTally(book, fit, lexis, until: until)
        var backfit = GroupBackfit(
            observed: tally.observed, expected: tally.expected, codes, stride: book.stride, sizes)
        logMultiplier = backfit.logs()
        flat = GroupTable(logMultiplier)
    }

    /// Logarithm of a group's multiplier, by its exits and those expected of it.
    static func shrunk(_ have: Double, _ should: Double) -> Double {
        bounded(Foundation.log((have + prior) / (should + prior)))
    }

    /// No group has more than three times the usual intensity, or less than a third of it.
    static func bounded(_ log: Double) -> Double {
        let limit = Foundation.log(3.0)
        return min(max(log, -limit), limit)
    }

    func log(_ drive: Lexis.Drive, _ factor: Factor, of deal: Int, _ codes: DealCodes) -> Double {
        let code = Int(codes.code(deal, factor))
        let logs = logMultiplier[drive.rawValue][factor.rawValue]
        return code >= 0 && code < logs.count ? logs[code] : 0
    }

    /// By factor and deal; -1 where the factor says nothing of it.
    static func codes(_ history: History, _ first: [Double], _ bounds: [Double]) -> [[Int32]] {
        Factor.allCases.map { factor in
            switch factor {
            case .owner: history.owner
            case .product: history.product
            case .source: history.source
            case .account: history.returning.map(Int32.init)
            case .amount: first.map { size($0, bounds) }
            }
        }
    }
}
