import Foundation

/// What deals that are won already will still bring within a window, as seen from the start of a day: by node with its
/// subtree, minor units.
struct Receivables: Sendable {
    /// Promised for a day; and the rest of what deals are worth.
    private(set) var scheduled: [Double]
    private(set) var unscheduled: [Double]
    /// Of what came before the day, what goes back; not negative.
    private(set) var back: [Double]
    private(set) var variance: [Double]
    /// By the plain rule: promises by their day, the rest after the usual lag; what is overdue counts.
    private(set) var plain: [Double]
    /// Payments that may come, one by one; only of now.
    private(set) var bets: [(deal: Int32, bet: Draws.Bet)] = []

    /// A rest below this share of a deal is a difference of rates.
    static let dust = 0.02

    /// - Parameter past: the start of an earlier day, by what was known then; nil: now.
    init(_ book: ReceiptBook, at past: Int32?, _ window: Window, _ allocation: Allocation) {
        let nothing = [Double](repeating: 0, count: allocation.nodeCount)
        (scheduled, unscheduled, back, variance, plain) = (nothing, nothing, nothing, nothing, nothing)
        let day = past ?? book.history.today
        guard window.end > day else { return }
        let usual = book.lag.median(from: day)
        for index in book.won {
            let deal = Int(index)
            guard book.wonDay[deal] < (past ?? day + 1), !book.isUnknown(deal) else { continue }
            take(deal, book, day, past, window, allocation, usual)
        }
        takeBack(book, day, past, window, allocation)
        scheduled = allocation.rollUp(scheduled)
        unscheduled = allocation.rollUp(unscheduled)
        back = allocation.rollUp(back)
        variance = allocation.rollUp(variance)
        plain = allocation.rollUp(plain)
    }

    /// All of it.
    var total: [Double] { scheduled.indices.map { scheduled[$0] + unscheduled[$0] - back[$0] } }

    private mutating func take(
        _ deal: Int, _ book: ReceiptBook, _ day: Int32, _ past: Int32?, _ window: Window, _ allocation: Allocation,
        _ usual: Int32
    ) {
        let (paid, schedule) = book.schedule(of: deal, at: past)
        let open = schedule.unsettled(paid: paid)
        let value = book.value[deal].isNaN ? 1 : book.value[deal]
        func isPlain(_ due: Int32) -> Bool { due < window.end && (due >= window.start || window.start <= day) }
        for promise in open {
            let money = promise.share * value
            let chance = book.late.share(since: promise.day - ReceiptBook.early, seenOn: day, within: window)
            allocation.add(money * chance, of: deal, to: &scheduled)
            allocation.addSquare(money * money * chance * (1 - chance), of: deal, to: &variance)
            if past == nil, chance > 1e-6 { bets.append((Int32(deal), .init(chance: chance, value: money))) }
            if isPlain(promise.day) { allocation.add(money, of: deal, to: &plain) }
        }
        guard !book.value[deal].isNaN else { return }
        let rest = book.gross - paid - open.reduce(0) { $0 + $1.share }
        guard rest > Receivables.dust else { return }
        let money = rest * value
        let chance = book.lag.share(
            group: book.history.product[deal], account: book.receipts.account[deal], since: book.wonDay[deal],
            seenOn: day, within: window)
        allocation.add(money * chance, of: deal, to: &unscheduled)
        let number = book.instalments.number(of: rest / book.gross, of: book.history.product[deal])
        let part = money / Double(number)
        allocation.addSquare(money * part * chance * (1 - chance), of: deal, to: &variance)
        if past == nil, chance > 1e-6 {
            for _ in 0..<number { bets.append((Int32(deal), .init(chance: chance, value: part))) }
        }
        if isPlain(book.wonDay[deal] + usual), day - book.wonDay[deal] < LagFit.longest {
            allocation.add(money, of: deal, to: &plain)
        }
    }

    private mutating func takeBack(
        _ book: ReceiptBook, _ day: Int32, _ past: Int32?, _ window: Window, _ allocation: Allocation
    ) {
        let receipts = book.receipts
        for deal in 0..<receipts.start.count - 1 {
            for row in receipts.rows(of: deal)
            where receipts.kind[row] == .came && receipts.day[row] < day && receipts.day[row] >= day - LagFit.longest {
                if let past, receipts.known[row] >= past { continue }
                let chance = book.back.share(since: receipts.day[row], seenOn: day, within: window)
                guard chance > 0 else { continue }
                allocation.add(receipts.money[row] * chance, of: deal, to: &back)
                let square = receipts.money[row] * receipts.money[row] * chance * (1 - chance)
                allocation.addSquare(square, of: deal, to: &variance)
            }
        }
    }
}
