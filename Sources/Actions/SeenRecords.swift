/// Which records a file has named already: one bit for each of our numbers, so that a million cost 125 kB.
struct SeenRecords {
    private var bits: [UInt64] = []

    /// True when it was not there before.
    mutating func insert(_ number: Int64) -> Bool {
        let word = Int(number >> 6)
        while bits.count <= word { bits.append(0) }
        let bit: UInt64 = 1 << UInt64(number & 63)
        defer { bits[word] |= bit }
        return bits[word] & bit == 0
    }

    func contains(_ number: Int64) -> Bool {
        let word = Int(number >> 6)
        return word < bits.count && bits[word] & (1 << UInt64(number & 63)) != 0
    }
}
