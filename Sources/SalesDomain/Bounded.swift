/// Sums and roundings of whole units that no imported figure can make fail: beyond the range of `Int64` they stay at its end.
extension Int64 {
    /// The nearest whole number, within ±2^62 so that a few of them can be added; nothing for what is no number.
    package init(nearest value: Double) {
        let most = 0x1p62
        self = value.isNaN ? 0 : Int64(Swift.min(most, Swift.max(-most, value.rounded())))
    }

    package func plus(_ other: Int64) -> Int64 {
        let (sum, isTooMuch) = addingReportingOverflow(other)
        return isTooMuch ? (other > 0 ? .max : .min) : sum
    }

    package func minus(_ other: Int64) -> Int64 {
        let (difference, isTooMuch) = subtractingReportingOverflow(other)
        return isTooMuch ? (other < 0 ? .max : .min) : difference
    }
}

extension Sequence {
    package func total(_ of: (Element) -> Int64) -> Int64 { reduce(0) { $0.plus(of($1)) } }
}

extension Sequence<Int64> {
    package var total: Int64 { reduce(0) { $0.plus($1) } }
}
