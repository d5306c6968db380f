import Foundation

/// Some rows of a table by day, with their sums by block and weekday; those without anything take no room.
struct DayRows: Sendable {
    /// By row: its place among those that have something, -1 without.
    private(set) var place: [Int32]
    /// [place × days + day]
    private(set) var value: [Float] = []
    /// [(place × blocks + block) × 7 + weekday]
    private(set) var plain: [Double] = []
    /// The same, each day weighted by `Fading`.
    private(set) var fading: [Double] = []

    init(rows: Int) { place = [Int32](repeating: -1, count: rows) }

    /// Makes room for so many rows that have something.
    mutating func reserve(_ rows: Int, days: Int, _ blocks: DayBlocks) {
        value.reserveCapacity(rows * days)
        plain.reserveCapacity(rows * blocks.count * 7)
        fading.reserveCapacity(rows * blocks.count * 7)
    }

    /// Takes a row's days in.
    mutating func take(_ row: Int, _ days: UnsafeBufferPointer<Float>, _ blocks: DayBlocks, _ fade: Fading) {
        guard days.contains(where: { $0 != 0 }) else { return }
        place[row] = Int32(value.count / days.count)
        value.append(contentsOf: days)
        let base = plain.count
        plain.append(contentsOf: repeatElement(0, count: blocks.count * 7))
        fading.append(contentsOf: repeatElement(0, count: blocks.count * 7))
        plain.withUnsafeMutableBufferPointer { plain in
            fading.withUnsafeMutableBufferPointer { fading in
                for block in 0..<blocks.count {
                    for day in blocks.starts[block]..<blocks.starts[block + 1] where days[day] != 0 {
                        let one = Double(days[day])
                        let place = base + block * 7 + Int(blocks.weekday[day])
                        plain[place] += one
                        fading[place] += one * fade.weights[day]
                    }
                }
            }
        }
    }

    /// By day: 2^(−(days to the block's end)/`DayTable.halfLife`).
    struct Fading: Sendable {
        let weights: [Double]

        init(_ blocks: DayBlocks, days: Int) {
            var weights = [Double](repeating: 0, count: days)
            for block in 0..<blocks.count {
                for day in blocks.starts[block]..<blocks.starts[block + 1] {
                    weights[day] = exp2(-Double(blocks.starts[block + 1] - 1 - day) / DayTable.halfLife)
                }
            }
            self.weights = weights
        }
    }
}
