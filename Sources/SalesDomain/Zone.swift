import Foundation

/// A time zone as a table of offsets, so that a million instants become days without a calendar call for each.
package struct Zone: Sendable, Equatable {
    /// The IANA name, as `Europe/Kyiv`.
    package let identifier: String
    /// Ascending; `starts[i]` is the second (UTC) from which `offsets[i]` (seconds east) is in force.
    private let starts: [Int64]
    private let offsets: [Int32]

    /// Nil when the name is not known. Covers 1970 to 2100; outside, the nearest offset holds.
    package init?(identifier: String) {
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        func offset(at second: Int64) -> Int32 {
            Int32(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))))
        }
        let week: Int64 = 7 * 86_400
        var starts: [Int64] = [.min]
        var offsets = [offset(at: 0)]
        var second: Int64 = 0
        while second < 4_102_444_800 {
            let next = second + week
            let after = offset(at: next)
            if after != offsets[offsets.count - 1] {
                var low = second
                var high = next
                while high - low > 1 {
                    let middle = (low + high) / 2
                    if offset(at: middle) == after { high = middle } else { low = middle }
                }
                starts.append(high)
                offsets.append(after)
            }
            second = next
        }
        self.identifier = identifier
        self.starts = starts
        self.offsets = offsets
    }

    package static let utc = Zone(identifier: "UTC")!

    /// Seconds east of Greenwich at an instant.
    package func offset(at instant: Instant) -> Int { Int(offsets[index(at: instant.seconds)]) }

    package func day(of instant: Instant) -> Day {
        let local = instant.seconds + Int64(offset(at: instant))
        return Day(number: Int32(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
    }

    package func start(of day: Day) -> Instant { instant(localSeconds: Int64(day.number) * 86_400) }

    /// The instant at which a wall clock here shows `localSeconds` (seconds since 1970-01-01 00:00 on that clock).
    /// Of a repeated hour the earlier one; a skipped hour is moved forward by the length of the gap.
    package func instant(localSeconds local: Int64) -> Instant {
        let late = index(at: local + 50_400)
        var candidate = max(0, index(at: local - 50_400))
        while candidate < late {
            let end = starts[candidate + 1] + Int64(offsets[candidate])
            if local < end { break }
            candidate += 1
        }
        let second = local - Int64(offsets[candidate])
        if candidate > 0, second < starts[candidate] {
            return Instant(seconds: local - Int64(offsets[candidate - 1]))
        }
        return Instant(seconds: second)
    }

    private func index(at second: Int64) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= second { low = middle } else { high = middle }
        }
        return low
    }
}
