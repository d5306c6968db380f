/// Values within a bound: when it is full, the least lately used goes.
package struct Kept<Key: Hashable, Value> {
    private let limit: Int
    private var values: [Key: (value: Value, size: Int, used: Int)] = [:]
    private var total = 0
    private var uses = 0

    package init(limit: Int) { self.limit = limit }

    package subscript(key: Key) -> Value? {
        mutating get {
            uses += 1
            values[key]?.used = uses
            return values[key]?.value
        }
    }

    /// A value larger than the limit is not kept.
    package mutating func keep(_ value: Value, size: Int, for key: Key) {
        remove(key)
        guard size <= limit else { return }
        while total + size > limit, let oldest = values.min(by: { $0.value.used < $1.value.used }) {
            remove(oldest.key)
        }
        uses += 1
        values[key] = (value, size, uses)
        total += size
    }

    package var keys: [Key] { Array(values.keys) }

    package mutating func take(_ key: Key) -> Value? {
        let value = values[key]?.value
        remove(key)
        return value
    }

    package mutating func forget(_ doubtful: (Key) -> Bool) {
        for key in values.keys.filter(doubtful) { remove(key) }
    }

    private mutating func remove(_ key: Key) {
        if let gone = values.removeValue(forKey: key) { total -= gone.size }
    }
}

extension Kept: Sendable where Key: Sendable, Value: Sendable {}
