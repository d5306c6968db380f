/// A function of a total made of straight pieces, with jumps where one piece ends: a bonus through its tiers.
package struct PiecewiseLinear: Sendable, Equatable {
    package struct Piece: Sendable, Equatable {
        /// It holds from here, included; the first piece holds from everywhere below too.
        package let start: Double
        /// The function's value at `start`.
        package let value: Double
        package let slope: Double
        package init(start: Double, value: Double, slope: Double) {
            self.start = start
            self.value = value
            self.slope = slope
        }
        func at(_ x: Double) -> Double { value + slope * (x - start) }
        func from(_ x: Double) -> Piece { Piece(start: x, value: at(x), slope: slope) }
    }

    /// Ascending by start, at least one.
    package let pieces: [Piece]

    /// Of two pieces that begin at one place the later holds. No pieces: zero.
    package init(_ pieces: [Piece]) {
        var kept = [Piece]()
        for piece in pieces.sorted(by: { $0.start < $1.start }) {
            if kept.last?.start == piece.start { kept.removeLast() }
            kept.append(piece)
        }
        self.pieces = kept.isEmpty ? [Piece(start: 0, value: 0, slope: 0)] : kept
    }

    package static let zero = PiecewiseLinear([])

    package func callAsFunction(_ x: Double) -> Double { piece(at: x).at(x) }

    private func piece(at x: Double) -> Piece { pieces.last { $0.start <= x } ?? pieces[0] }

    /// Nothing below `place`, the function itself from there on: a threshold.
    package func nothing(below place: Double) -> PiecewiseLinear {
        PiecewiseLinear(
            [Piece(start: -.greatestFiniteMagnitude, value: 0, slope: 0), piece(at: place).from(place)]
                + pieces.filter { $0.start > place })
    }

    /// Never more than `cap`.
    package func capped(at cap: Double) -> PiecewiseLinear {
        var found = [Piece]()
        for (index, piece) in pieces.enumerated() {
            let end = index + 1 < pieces.count ? pieces[index + 1].start : .infinity
            found += piece.capped(at: cap, until: end)
        }
        return PiecewiseLinear(found)
    }

    /// Both together.
    package func plus(_ other: PiecewiseLinear) -> PiecewiseLinear {
        let starts = Set((pieces + other.pieces).map(\.start))
        return PiecewiseLinear(
            starts.map { start in
                let (one, two) = (piece(at: start).from(start), other.piece(at: start).from(start))
                return Piece(start: start, value: one.value + two.value, slope: one.slope + two.slope)
            })
    }
}

extension PiecewiseLinear.Piece {
    fileprivate func capped(at cap: Double, until end: Double) -> [PiecewiseLinear.Piece] {
        let flat = PiecewiseLinear.Piece(start: start, value: cap, slope: 0)
        guard slope != 0 else { return [value > cap ? flat : self] }
        let meeting = start + (cap - value) / slope
        let over = PiecewiseLinear.Piece(start: max(start, meeting), value: cap, slope: 0)
        if slope > 0 {
            if value >= cap { return [flat] }
            return meeting < end ? [self, over] : [self]
        }
        if value <= cap { return [self] }
        return meeting < end ? [flat, from(meeting)] : [flat]
    }
}
