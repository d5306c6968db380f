import Foundation

/// Some rows of a table by day, with their sums by block and weekday; those without anything take no room.
struct DayRows: Sendable {
    /// By row: its place among those that have something, -1 without.
    private var place: [Int32]
    /// By place: the first block in which there is something.
    private var first: [Int32] = []
    /// [place × days + day]
    private var value: [Float] = []
    /// [(place × blocks + block) × 7 + weekday]
    private var plain: [Double] = []
    /// The same, each day weighted by `Fading`.
    private var fading: [Double] = []

    init(rows: Int) { place = [Int32](repeating: -1, count: rows) }

    /// Makes room for so many rows that have something.
    mutating func reserve(_ rows: Int, days: Int, _ blocks: DayBlocks) {
        first.reserveCapacity(rows)
        value.reserveCapacity(rows * days)
        plain.reserveCapacity(rows * blocks.count * 7)
        fading.reserveCapacity(rows * blocks.count * 7)
    }

    /// Takes a row's days in.
    mutating func take(_ row: Int, _ days: UnsafeBufferPointer<Float>, _ blocks: DayBlocks, _ fade: Fading) {
        guard let start = days.firstIndex(where: { $0 != 0 }) else { return }
        place[row] = Int32(first.count)
        value.append(contentsOf: days)
        let base = plain.count
        plain.append(contentsOf: fade.nothing)
        fading.append(contentsOf: fade.nothing)
        let begin = fade.slots[start]
        first.append(begin / 7)
        plain.withUnsafeMutableBufferPointer { plain in
            fading.withUnsafeMutableBufferPointer { fading in
                fade.weights.withUnsafeBufferPointer { weights in
                    fade.slots.withUnsafeBufferPointer { slots in
                        for day in start..<days.count {
                            let one = Double(days[day])
                            let place = base + Int(slots[day])
                            plain[place] += one
                            fading[place] += one * weights[day]
                        }
                    }
                }
            }
        }
    }

    /// A row's numbers; valid only within `reading`.
    struct View {
        /// Block.
        let first: Int
        /// By day.
        let value: UnsafePointer<Float>
        /// [block × 7 + weekday]
        let plain: UnsafePointer<Double>
        let fading: UnsafePointer<Double>
    }

    /// Nothing happens for a row without anything.
    @inline(__always) func reading(_ row: Int, days: Int, blocks: Int, _ body: (View) -> Void) {
        let place = Int(self.place[row])
        if place < 0 { return }
        value.withUnsafeBufferPointer { value in
            plain.withUnsafeBufferPointer { plain in
                fading.withUnsafeBufferPointer { fading in
                    guard let value = value.baseAddress, let plain = plain.baseAddress,
                        let fading = fading.baseAddress
                    else { return }
                    body(
                        View(
                            first: Int(first[place]), value: value + place * days, plain: plain + place * blocks * 7,
                            fading: fading + place * blocks * 7))
                }
            }
        }
    }

    /// What each day is to its block.
    struct Fading: Sendable {
        /// By day: 2^(−(days to the block's end)/`DayTable.halfLife`).
        let weights: [Double]
        /// By day: block × 7 + weekday.
        let slots: [Int32]
        /// The sums of a row by block and weekday before anything is counted.
        let nothing: [Double]

        init(_ blocks: DayBlocks, days: Int) {
            var weights = [Double](repeating: 0, count: days)
            var slots = [Int32](repeating: 0, count: days)
            for block in 0..<blocks.count {
                for day in blocks.starts[block]..<blocks.starts[block + 1] {
                    weights[day] = exp2(-Double(blocks.starts[block + 1] - 1 - day) / DayTable.halfLife)
                    slots[day] = Int32(block * 7) + Int32(blocks.weekday[day])
                }
            }
            self.weights = weights
            self.slots = slots
            nothing = [Double](repeating: 0, count: blocks.count * 7)
        }
    }
}
