package import SalesDomain

extension Cut {
    /// More changed deals than this are cut anew faster.
    private static let manyDeals = 64

    /// Brings the cut up to a later instant of the same day, in the same frame, between which only `changed` deals changed:
    /// the same as `facts.cut(asOf:pipelines:)`, in milliseconds. Answers what was done, step by step; nil when it cannot
    /// be done: cut anew.
    package mutating func follow(
        _ facts: Facts, asOf: Instant, pipelines: PipelineChoice, changed: Set<Deal.ID>
    ) -> [Replaced]? {
        guard changed.count <= Cut.manyDeals, facts.currencies.count + 1 == currencies.count, asOf >= self.asOf,
            facts.calendar.zone.day(of: asOf) == today, !leavesOut
        else { return nil }
        let ids = changed.map(\.number).sorted()
        let chunk = facts.chunk(of: ids)
        var cutter = Cutter(facts.known(asOf: asOf), asOf: asOf, pipelines: pipelines, of: [chunk])
        cutter.take(chunk)
        let part = cutter.part
        var news = part.empty
        news.fill(with: [part.columns])
        news.shares = part.shares
        var accounts = Set<Int32>()
        let done = ids.map { replace($0, from: news, &accounts) }
        if !accounts.isEmpty { findReturning(of: accounts) }
        self.asOf = asOf
        return hasExcess ? nil : done
    }

    /// One deal that changed: where it stands (or stood), and whether it was in the cut and is now.
    package struct Replaced: Sendable {
        package let place: Int
        package let was: Bool
        package let isNow: Bool
    }

    /// Puts one deal in its place, as `news` has it; takes it away when `news` does not.
    private mutating func replace(_ deal: Int64, from news: Cut, _ accounts: inout Set<Int32>) -> Replaced {
        let place = id.place(of: deal)
        let isHere = place < id.count && id[place] == deal
        let row = news.id.place(of: deal)
        let isThere = row < news.id.count && news.id[row] == deal
        if isHere { note(place, &accounts) }
        if isThere { news.note(row, &accounts) }
        let old = place..<(isHere ? place + 1 : place)
        let new = row..<(isThere ? row + 1 : row)
        standings.replace(
            place, isHere ? Standings.Place(state: state[place], since: since[place]) : nil,
            by: isThere ? Standings.Place(state: news.state[row], since: news.since[row]) : nil)
        id.replace(old, news.id, new)
        created.replace(old, news.created, with: &createdKnown, news.createdKnown, new)
        pipeline.replace(old, news.pipeline, new)
        owner.replace(old, news.owner, new)
        product.replace(old, news.product, new)
        account.replace(old, news.account, new)
        source.replace(old, news.source, new)
        moneyless.replace(old, news.moneyless, new)
        state.replace(old, news.state, new)
        since.replace(old, news.since, new)
        amount.replace(old, news.amount, new)
        if isThere { note(amounts: place..<place + 1) }
        ownAmount.replace(old, news.ownAmount, new)
        currency.replace(old, news.currency, new)
        returning.replaceSubrange(old, with: new.map { news.account[$0] < 0 ? -1 : 0 })
        winsFirst.replaceSubrange(old, with: new.map { news.account[$0] < 0 ? -1 : 0 })
        steps.replace(old, news.steps, new)
        amounts.replace(old, news.amounts, new)
        dues.replace(old, news.dues, new)
        replaceShares(old, news, new)
        return Replaced(place: place, was: isHere, isNow: isThere)
    }

    private mutating func replaceShares(_ old: Range<Int>, _ news: Cut, _ new: Range<Int>) {
        if shares.isEmpty && news.shares.isEmpty { return }
        let moved = Int32(new.count - old.count)
        let before = shares.filter { $0.deal < Int32(old.lowerBound) }
        let own = news.shares.filter { new.contains(Int($0.deal)) }.map {
            Share(deal: Int32(old.lowerBound), employee: $0.employee, fraction: $0.fraction)
        }
        let after = shares.filter { $0.deal >= Int32(old.upperBound) }.map {
            Share(deal: $0.deal + moved, employee: $0.employee, fraction: $0.fraction)
        }
        shares = before + own + after
    }

    /// Accounts about which something may be different now.
    private func note(_ deal: Int, _ accounts: inout Set<Int32>) {
        if account[deal] >= 0 { accounts.insert(account[deal]) }
    }

    private mutating func findReturning(of accounts: Set<Int32>) {
        let touched = account.indices.filter { account[$0] >= 0 && accounts.contains(account[$0]) }
        var firstWin = [Int32: Int]()
        for deal in touched where state[deal] == StageTable.won {
            if let known = firstWin[account[deal]], since[known] <= since[deal] { continue }
            firstWin[account[deal]] = deal
        }
        for deal in touched { compare(deal, withFirstWin: firstWin[account[deal]] ?? -1) }
    }
}

extension Cut.Rows where Value: BitwiseCopyable {
    fileprivate mutating func replace(_ old: Range<Int>, _ news: Self, _ new: Range<Int>) {
        let rows = Int(start[old.lowerBound])..<Int(start[old.upperBound])
        let coming = Int(news.start[new.lowerBound])..<Int(news.start[new.upperBound])
        day.replace(rows, news.day, with: &known, news.known, coming)
        value.replace(rows, news.value, coming)
        let ends = new.map { start[old.lowerBound] + news.start[$0 + 1] - news.start[new.lowerBound] }
        start.replaceSubrange(old.lowerBound + 1..<old.upperBound + 1, with: ends)
        let moved = Int32(coming.count - rows.count)
        if moved == 0 { return }
        start.withUnsafeMutableBufferPointer { start in
            for place in old.lowerBound + new.count + 1..<start.count { start[place] += moved }
        }
    }
}

extension [Int32] {
    /// Days, and when they were known: as a rule both stand in the same memory, and then do so afterwards.
    fileprivate mutating func replace(
        _ old: Range<Int>, _ news: [Int32], with known: inout [Int32], _ newsKnown: [Int32], _ new: Range<Int>
    ) {
        guard isSame(as: known), news[new] == newsKnown[new] else {
            replace(old, news, new)
            return known.replace(old, newsKnown, new)
        }
        // Not in two hands while it is rewritten.
        known = []
        replace(old, news, new)
        known = self
    }

    private func isSame(as other: [Int32]) -> Bool {
        withUnsafeBufferPointer { mine in other.withUnsafeBufferPointer { $0.baseAddress == mine.baseAddress } }
    }
}

extension Array where Element: BitwiseCopyable {
    fileprivate mutating func replace(_ old: Range<Int>, _ news: [Element], _ new: Range<Int>) {
        if old.count == 1, new.count == 1 {
            self[old.lowerBound] = news[new.lowerBound]
        } else if !(old.isEmpty && new.isEmpty) {
            replaceSubrange(old, with: news[new])
        }
    }
}

extension [Int64] {
    /// Where a number stands or would stand among these ascending ones.
    package func place(of number: Int64) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Facts {
    /// These deals alone (ids ascending), as far as they are here.
    func chunk(of deals: [Int64]) -> Chunk {
        var found = Chunk()
        for deal in deals {
            guard let chunk = chunks.last(where: { $0.id.first ?? .max <= deal }), let row = chunk.row(of: deal) else {
                continue
            }
            found.append(rows: row..<row + 1, of: chunk)
        }
        return found
    }
}
