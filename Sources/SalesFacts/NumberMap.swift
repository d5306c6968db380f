/// From record numbers to small values: an array where the numbers are small, as the ledger's are, else a dictionary.
package struct NumberMap<Value: Sendable>: Sendable {
    private let missing: Value
    private var small: [Value] = []
    private var large: [Int64: Value] = [:]
    private static var limit: Int64 { 1 << 22 }

    package init(missing: Value) { self.missing = missing }

    package subscript(number: Int64) -> Value {
        get {
            if number >= 0, number < Int64(small.count) { return small[Int(number)] }
            return large.isEmpty ? missing : large[number] ?? missing
        }
        set {
            guard number >= 0, number < Self.limit else {
                large[number] = newValue
                return
            }
            if number >= Int64(small.count) {
                small.append(contentsOf: repeatElement(missing, count: Int(number) + 1 - small.count))
            }
            small[Int(number)] = newValue
        }
    }
}
