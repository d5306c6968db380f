package import SalesDomain

extension Cut {
    /// What is supposed of one open deal of the cut, at its index; nil: nothing.
    package struct Supposed: Sendable {
        package var outcome: Deal.Status?
        package var close: Day?
        /// Minor units of the deal's own currency.
        package var amount: Int64?
        package init(outcome: Deal.Status? = nil, close: Day? = nil, amount: Int64? = nil) {
            self.outcome = outcome
            self.close = close
            self.amount = amount
        }
    }

    /// The same deals as if this had been entered today, the very last of all; closed ones stay as they are.
    package func supposing(_ supposed: [Int: Supposed]) -> Cut {
        var cut = self
        for (deal, change) in supposed.sorted(by: { $0.key > $1.key }) where StageTable.isOpen(state[deal]) {
            if let day = change.close { cut.dues.append(day.number, to: deal, on: today.number) }
            if let amount = change.amount, let rate = rate(of: deal) {
                let base = (Double(amount) * rate).rounded()
                cut.amounts.append(Double(amount), to: deal, on: today.number)
                cut.amount[deal] = Int64(nearest: base)
                cut.ownAmount[deal] = amount
            }
            guard let outcome = change.outcome, outcome != .open else { continue }
            let state = outcome == .won ? StageTable.won : StageTable.lost
            cut.steps.append(state, to: deal, on: today.number)
            cut.standings.replace(
                deal, Standings.Place(state: cut.state[deal], since: cut.since[deal]),
                by: Standings.Place(state: state, since: today.number))
            cut.state[deal] = state
            cut.since[deal] = today.number
            if outcome == .won { cut.takeAtTheWin(deal) }
        }
        return cut
    }

    /// What is won is worth what it is at the rates of that day.
    private mutating func takeAtTheWin(_ deal: Int) {
        let own = ownAmount[deal]
        guard own != Cut.unknown, !moneyless[deal],
            let factor = rates.factor(of: currencies[Int(currency[deal])], before: since[deal])
        else { return }
        amount[deal] = factor == 1 ? own : Int64(nearest: Double(own) * factor)
    }

    /// What one minor unit of a deal's own currency is in those of the base; nil where no rate is known.
    package func rate(of deal: Int) -> Double? {
        moneyless[deal] ? nil : rates.factor(of: currencies[Int(currency[deal])], before: nil)
    }
}

extension Cut.Rows {
    fileprivate mutating func append(_ said: Value, to deal: Int, on today: Int32) {
        let place = Int(start[deal + 1])
        day.insert(today, at: place)
        known.insert(today, at: place)
        value.insert(said, at: place)
        for next in (deal + 1)..<start.count { start[next] += 1 }
    }
}
