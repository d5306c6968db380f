/// A row's mark in the tree: what is won, the band of 8 cases in 10, the forecast, and the plan where there is one.
struct Bullet {
    let won: Double
    let low: Double
    let middle: Double
    let high: Double
    /// Where its plan stands, in the same units; nil without a plan. Its mark goes on beyond the drawing and is cut by the cell,
    /// so that the marks of a column make one line.
    let plan: Double?
    /// The value at the right end.
    let end: Double

    func svg(said: String) -> String {
        var drawing = Drawing()
        drawing.line(.percent(0), 13, .percent(100), 13, "s-line")
        drawing.rect(.percent(at(low)), 6, .percent(max(0, at(high) - at(low))), 14, "f-band50", round: 2)
        drawing.rect(.percent(0), 10, .percent(at(won)), 6, "f-won")
        drawing.rect(.percent(at(middle)), 6, 3, 14, "f-accent", shift: -1.5)
        if let plan { drawing.rect(.percent(at(plan)), -24, 2, 74, "f-plan", shift: -1) }
        return drawing.stretched(height: 26, "bullet", said: said)
    }

    private func at(_ value: Double) -> Double { end > 0 ? min(100, max(0, value / end * 100)) : 0 }
}

/// Percents of the plan over a column of bullets.
struct BulletScale {
    /// The share of the plan at the right end: 1.25 or more.
    let end: Double

    init(largest share: Double) {
        end = min(2.5, max(1.25, ((share - 0.02) * 4).rounded(.up) / 4))
    }

    func svg(percents: (Double) -> String, plan: String) -> String {
        var drawing = Drawing()
        let step = end > 1.5 ? 0.5 : 0.25
        var share = 0.0
        // A last label that would stand on the one before it is left out.
        while share <= end + 0.001 - (end > 1.25 && step / end < 0.22 ? step : 0) {
            let isLast = share >= end - 0.001
            let last = end < 1.75 ? "t-note t-end t-last" : "t-note t-end"
            let style = share == 0 ? "t-note" : isLast ? last : "t-note t-middle t-minor"
            let isPlan = abs(share - 1) < 0.001
            drawing.text(
                .percent(share / end * 100), 12, isPlan ? plan : percents(share), isPlan ? "t-strong t-middle" : style)
            share += step
        }
        return drawing.stretched(height: 16, "scale", said: nil)
    }
}
