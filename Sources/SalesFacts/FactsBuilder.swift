package import SalesDomain

/// The door through which deals come in. Deals in ascending order of id; changes in ascending order of deal and, of one
/// deal, oldest first (equal instants in the order in which they were entered). Changes of a deal may follow it at once, or
/// after a batch of deals: batches of a few thousand keep the memory of loading flat.
package struct FactsBuilder: Sendable {
    package let zone: Zone
    var chunks: [Chunk] = []
    var currencies: [Currency]
    var words: [String: Int64]
    private var deals: [DealFact] = []
    private var changes: [ChangeFact] = []
    /// By deal in hand: where its changes begin among `changes`.
    private var firstChange: [Int] = []
    private var filled = 0
    private var changed = false

    /// For a first load. To follow changes, start with `Facts.builder()`.
    package init(zone: Zone) {
        self.init(zone: zone, currencies: [], words: [:])
    }

    init(zone: Zone, currencies: [Currency], words: [String: Int64]) {
        self.zone = zone
        self.currencies = currencies
        self.words = words
    }

    /// A number that stands for a word, such as a deal's source.
    package mutating func code(of word: String) -> Int64 {
        if let code = words[word] { return code }
        let code = Int64(words.count)
        words[word] = code
        return code
    }

    package mutating func add(deal: DealFact) {
        if changed, deals.count >= Chunk.size { flush() }
        deals.append(deal)
        changed = false
    }

    /// A change of a deal that was added before; of any other deal it is left out.
    package mutating func add(change: ChangeFact) {
        while filled < deals.count, deals[filled].id < change.deal {
            filled += 1
            if firstChange.count < filled { firstChange.append(changes.count) }
        }
        guard filled < deals.count, deals[filled].id == change.deal else { return }
        if firstChange.count == filled { firstChange.append(changes.count) }
        changes.append(change)
        changed = true
    }

    /// Everything that was added, ready to stand in `Facts`.
    package consuming func facts(frame: CompanyFrame, position: Int64) -> Facts {
        flush()
        return Facts(frame: frame, position: position, chunks: chunks, currencies: currencies, words: words)
    }

    mutating func flush() {
        while firstChange.count <= deals.count { firstChange.append(changes.count) }
        var first = 0
        while first < deals.count {
            let last = min(first + Chunk.size, deals.count)
            var chunk = Chunk()
            for index in first..<last {
                append(deals[index], changes[firstChange[index]..<firstChange[index + 1]], to: &chunk)
            }
            chunk.compact()
            chunks.append(chunk)
            first = last
        }
        deals.removeAll(keepingCapacity: true)
        changes.removeAll(keepingCapacity: true)
        firstChange.removeAll(keepingCapacity: true)
        filled = 0
        changed = false
    }
}
