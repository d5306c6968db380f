/// What a deal's schedule still promises: payments settle the oldest promises first.
struct Schedule: Sendable {
    struct Promise: Sendable, Equatable {
        /// On which it is due.
        let day: Int32
        let known: Int32
        let share: Double
    }

    /// In order of day.
    let promises: [Promise]

    init(_ promises: [Promise]) { self.promises = promises }

    /// What is open of each when `paid` has come altogether.
    func unsettled(paid: Double) -> [Promise] {
        var left = paid
        return promises.compactMap { promise in
            let settled = min(left, promise.share)
            left -= settled
            let open = promise.share - settled
            return open > 1e-9 ? Promise(day: promise.day, known: promise.known, share: open) : nil
        }
    }

    /// By promise: when which share of it was settled, by payments in order of day.
    func settlements(_ payments: [(day: Int32, share: Double)]) -> [[(day: Int32, share: Double)]] {
        var settled = [[(day: Int32, share: Double)]](repeating: [], count: promises.count)
        var place = 0
        var open = promises.first?.share ?? 0
        for payment in payments {
            var left = payment.share
            while left > 1e-12, place < promises.count {
                let part = min(left, open)
                if part > 0 { settled[place].append((payment.day, part / promises[place].share)) }
                left -= part
                open -= part
                guard open <= 1e-12 else { break }
                place += 1
                open = place < promises.count ? promises[place].share : 0
            }
        }
        return settled
    }
}
