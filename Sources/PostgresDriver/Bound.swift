internal import Ledger

/// The values of a statement as libpq takes them: numbers and texts as text, bytes as they are, beside each other in one
/// piece of memory that is used again.
struct Bound {
    private var bytes: [UInt8] = []
    /// Where each value begins in `bytes`; -1: a null.
    private var starts: [Int] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []
    private static let (asText, asBytes) = (Int32(0), Int32(1))

    mutating func take(_ values: [Value]) {
        bytes.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        formats.removeAll(keepingCapacity: true)
        for value in values { take(value) }
    }

    private mutating func take(_ value: Value) {
        let start = bytes.count
        starts.append(value == .null ? -1 : start)
        switch value {
        case .null: break
        case .int(let number): bytes.append(contentsOf: "\(number)".utf8)
        // Swift prints the shortest text that reads back as the same number, to the bit.
        case .double(let number): bytes.append(contentsOf: "\(number)".utf8)
        case .text(let text): PostgresText.append(text, to: &bytes)
        case .bytes(let raw): bytes.append(contentsOf: raw)
        }
        lengths.append(Int32(bytes.count - start))
        if case .bytes = value { formats.append(Bound.asBytes) } else { formats.append(Bound.asText) }
        bytes.append(0)
    }

    typealias Pointers = UnsafePointer<UnsafePointer<CChar>?>?

    /// Hands over addresses, lengths and formats, valid inside `body`.
    func with<Result>(_ body: (Int32, Pointers, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Result) -> Result {
        bytes.withUnsafeBytes { memory in
            let base = memory.baseAddress?.assumingMemoryBound(to: CChar.self)
            let places = starts.map { start in start < 0 ? nil : base.map { $0 + start } }
            return places.withUnsafeBufferPointer { places in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { formats in
                        body(Int32(starts.count), places.baseAddress, lengths.baseAddress, formats.baseAddress)
                    }
                }
            }
        }
    }
}
