extension Stays {
    /// Those who moved on took half as long again as the usual ones, by the median of either, and more of them took longer
    /// than half of the usual ones do than chance would bring.
    package func isSlow(against usual: Stays) -> Bool {
        guard let median = Incidence(usual).medianDays, let own = Incidence(self).medianDays,
            own * 2 > max(1, median) * 3
        else { return false }
        let longer = (0..<days).reduce(0) { $0 + ($1 > median ? moved(on: $1) : 0) }
        let number = Double(movedCount)
        return Double(longer) - number / 2 > Normal.hardly * number.squareRoot() / 2
    }
}
