internal import SalesDomain

extension Facts {
    /// The earliest instant at which anything became known that stands in only one of the two: the deals as they come, and
    /// the same deals as they are here.
    func earliestDifference(_ news: [Chunk]) -> Instant? {
        var earliest: Int64?
        for chunk in news {
            for row in 0..<chunk.count {
                guard let found = difference(chunk, row) else { continue }
                earliest = min(earliest ?? .max, found)
            }
        }
        return earliest.map(Instant.init(microseconds:))
    }

    private func difference(_ new: Chunk, _ row: Int) -> Int64? {
        guard let old = chunks.last(where: { $0.id[0] <= new.id[row] }), let before = old.row(of: new.id[row])
        else { return new.known[row] }
        guard old.created[before] == new.created[row], old.known[before] == new.known[row],
            old.currency[before] == new.currency[row], old.pipeline[before] == new.pipeline[row],
            old.product[before] == new.product[row], old.account[before] == new.account[row],
            old.source[before] == new.source[row], old.split[before] == new.split[row],
            Array(old.splitEmployee[old.splits(before)]) == Array(new.splitEmployee[new.splits(row)]),
            Array(old.splitShare[old.splits(before)]) == Array(new.splitShare[new.splits(row)])
        else { return min(old.known[before], new.known[row]) }
        return [
            old.steps.difference(before, new.steps, row), old.amounts.difference(before, new.amounts, row),
            old.owners.difference(before, new.owners, row), old.dues.difference(before, new.dues, row),
            old.rest.difference(before, new.rest, row),
        ].compactMap { $0 }.min()
    }
}

extension Chunk {
    fileprivate func splits(_ row: Int) -> Range<Int> { Int(splitStart[row])..<Int(splitStart[row + 1]) }
}

extension Track {
    /// Of everything from the first entry on that is not the same in both.
    fileprivate func difference(_ row: Int, _ other: Track, _ otherRow: Int) -> Int64? {
        let mine = Int(start[row])..<Int(start[row + 1])
        let theirs = Int(other.start[otherRow])..<Int(other.start[otherRow + 1])
        var same = 0
        while same < mine.count, same < theirs.count {
            let (a, b) = (mine.lowerBound + same, theirs.lowerBound + same)
            guard changed[a] == other.changed[b], known[a] == other.known[b], value[a] == other.value[b],
                field.isEmpty || field[a] == other.field[b]
            else { break }
            same += 1
        }
        return (known[mine].dropFirst(same) + other.known[theirs].dropFirst(same)).min()
    }
}
