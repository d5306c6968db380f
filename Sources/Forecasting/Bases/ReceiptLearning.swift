/// What began and what came of it, as a fit reads it. Only days that are over teach.
struct Learning {
    let history: History
    let receipts: Receipts
    let won: [Int32]
    let wonDay: [Int32]
    let value: [Double]
    let firstDay: Int32

    private var today: Int32 { history.today }
    private var oldest: Int32 { today - ReceiptBook.memory }

    private func came(_ deal: Int) -> [(day: Int32, share: Double)] {
        receipts.rows(of: deal).compactMap { row in
            receipts.kind[row] == .came && receipts.day[row] < today ? (receipts.day[row], receipts.share[row]) : nil
        }
    }

    /// All that came over all that was promised by deals, of deals that have had time; 1 unless it is clearly more.
    func gross() -> Double {
        var (paid, said) = (0.0, 0.0)
        for deal in won.map(Int.init) where wonDay[deal] < today - 120 && !value[deal].isNaN {
            let share = came(deal).reduce(0) { $0 + $1.share }
            guard share > 0 else { continue }
            paid += share * value[deal]
            said += value[deal]
        }
        return said > 0 && paid > 1.05 * said ? paid / said : 1
    }

    /// From won to paid. Deals that were won before anything was written down say nothing.
    func wins(_ gross: Double) -> [LagFit.Span] {
        won.compactMap { index in
            let deal = Int(index)
            let origin = wonDay[deal]
            guard origin >= max(oldest, firstDay), origin < today, !value[deal].isNaN else { return nil }
            return LagFit.Span(
                origin: origin, from: origin, until: today, group: history.product[deal],
                account: receipts.account[deal], events: came(deal).map { ($0.day, $0.share / gross) })
        }
    }

    /// Of deals that were won since anything was written down, as shares of their worth.
    func payments(_ gross: Double) -> [(product: Int32, share: Double)] {
        won.map(Int.init).filter { wonDay[$0] >= max(oldest, firstDay) && !value[$0].isNaN }.flatMap { deal in
            came(deal).map { (history.product[deal], $0.share / gross) }
        }
    }

    /// From some days before the promised day; promises that were written down after their day are no promises.
    func promises() -> [LagFit.Span] {
        won.flatMap { index -> [LagFit.Span] in
            let deal = Int(index)
            let promises = receipts.rows(of: deal).compactMap { row in
                receipts.kind[row] == .promised && receipts.share[row] > 0
                    ? Schedule.Promise(
                        day: receipts.day[row], known: receipts.known[row], share: receipts.share[row]) : nil
            }
            guard !promises.isEmpty else { return [] }
            let settled = Schedule(promises).settlements(came(deal))
            return zip(promises, settled).compactMap { promise, events in
                let origin = promise.day - ReceiptBook.early
                let from = max(origin, promise.known)
                guard promise.known <= promise.day, origin >= oldest, from < today else { return nil }
                return LagFit.Span(
                    origin: origin, from: from, until: today, group: -1, account: -1, events: events)
            }
        }
    }

    /// From paid to given back: a refund is of the last payment before it.
    func refunds() -> [LagFit.Span] {
        (0..<receipts.start.count - 1).flatMap { deal -> [LagFit.Span] in
            let rows = receipts.rows(of: deal).filter { receipts.day[$0] < today }
            let payments = rows.filter { receipts.kind[$0] == .came && receipts.share[$0] > 0 }
            var events = [[(day: Int32, share: Double)]](repeating: [], count: payments.count)
            for row in rows where receipts.kind[row] == .back {
                guard let place = payments.lastIndex(where: { receipts.day[$0] <= receipts.day[row] }) else { continue }
                events[place].append((receipts.day[row], receipts.share[row] / receipts.share[payments[place]]))
            }
            return zip(payments, events).compactMap { row, events in
                guard receipts.day[row] >= oldest else { return nil }
                return LagFit.Span(
                    origin: receipts.day[row], from: receipts.day[row], until: today, group: -1, account: -1,
                    events: events)
            }
        }
    }
}
