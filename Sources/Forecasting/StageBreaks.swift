import Foundation

/// Changes of one state alone: its deals go on, or are lost, at another pace than before, and not because all deals do.
///
/// A state's exits are compared with what the other states did at the same time (Mantel and Haenszel's ratio over blocks of
/// days), so a season, a holiday or a break of the whole company's level is none of it. For every moment of the past the
/// chance of the counts with a level of their own since then stands against that of one level for good; their sum times the
/// chance of a break is the odds that there was one (Shiryaev and Roberts): without any break they exceed x with a chance of at
/// most that of one break in all these moments over x.
struct StageBreaks: Sendable {
    /// Exits of one drive from one state by block of days: seen, and those that the long run would have brought.
    struct Flow: Sendable {
        var observed: [Double]
        var expected: [Double]
    }

    struct Break: Sendable, Equatable {
        let drive: Lexis.Drive
        let state: Int
        /// The first block of the new pace, and its day.
        let step: Int
        let since: Int32
        /// The pace since then against the one before.
        let ratio: Double
        /// Logarithm of the odds that there was a break.
        let odds: Double
    }

    /// The surest first.
    let found: [Break]

    /// Chance that one state's pace of one drive changes alone from one third of a month to the next: once in fourteen
    /// years.
    static let change = 1.0 / 500
    /// Odds from which a break is believed.
    static let sure = 2.0
    /// Blocks at least: a third of a year before it, most of a month since.
    static let before = 12
    static let since = 2
    /// A smaller change is none.
    static let least = log(1.2)
    /// More of a drive are no changes of single states.
    static let most = 2
    /// Days for which a change is told.
    static let told: Int32 = 122

    /// - Parameters:
    ///   - flows: by drive and state.
    ///   - days: first day of each block.
    init(_ flows: [[Flow]], days: [Int32]) {
        found = zip(Lexis.Drive.allCases, flows).flatMap { drive, flows in
            StageBreaks.among(flows, drive, days)
        }.sorted { $0.odds > $1.odds }
    }

    /// The surest, then what is left when it is taken out: a stage that slows down makes all others look quick.
    private static func among(_ flows: [Flow], _ drive: Lexis.Drive, _ days: [Int32]) -> [Break] {
        var (flows, found) = (flows, [Break]())
        while found.count < most {
            let all = StageBreaks.sum(flows)
            let surest = flows.indices.compactMap { state in
                Comparison(flows[state], among: all).flatMap { $0.change(drive, state, days) }
            }.max { $0.odds < $1.odds }
            guard let surest, surest.odds > log(sure) else { break }
            found.append(surest)
            for step in surest.step..<all.expected.count { flows[surest.state].expected[step] *= surest.ratio }
        }
        return found
    }

    private static func sum(_ flows: [Flow]) -> Flow {
        var sum = Flow(observed: [], expected: [])
        for flow in flows {
            sum.observed = sum.observed.isEmpty ? flow.observed : zip(sum.observed, flow.observed).map { $0 + $1 }
            sum.expected = sum.expected.isEmpty ? flow.expected : zip(sum.expected, flow.expected).map { $0 + $1 }
        }
        return sum
    }
}

/// One state's exits against its own past, and against what the others did at the same time.
private struct Comparison {
    private let alone: Split
    private let apart: Split
    private let steps: Int

    /// Nil where too little has been seen.
    init?(_ own: StageBreaks.Flow, among all: StageBreaks.Flow) {
        steps = own.observed.count
        guard steps >= StageBreaks.before + StageBreaks.since else { return nil }
        // Where two have the same pace these differ by chance alone, and by as much as a count and its mean do.
        var (seen, due) = (own.observed, own.expected)
        for step in 0..<steps {
            let share = all.expected[step] > 0 ? own.expected[step] / all.expected[step] : 0
            seen[step] *= 1 - share
            due[step] = (all.observed[step] - own.observed[step]) * share
        }
        alone = Split(own.observed, own.expected)
        apart = Split(seen, due)
    }

    /// Its likeliest change, with the odds that both comparisons show one; nil where they do not say the same.
    func change(_ drive: Lexis.Drive, _ state: Int, _ days: [Int32]) -> StageBreaks.Break? {
        let moments = StageBreaks.before...(steps - StageBreaks.since)
        // Most rows need no logarithms.
        guard moments.contains(where: { apart.isUneven($0) }), moments.contains(where: { alone.isUneven($0) }) else {
            return nil
        }
        let told = moments.map { (apart: apart.evidence($0), alone: alone.evidence($0)) }
        let place = told.indices.max { told[$0].apart < told[$1].apart } ?? 0
        let step = moments.lowerBound + place
        let (ratio, other) = (apart.ratio(step), alone.ratio(step))
        guard abs(log(ratio)) > StageBreaks.least, abs(log(other)) > StageBreaks.least, (ratio > 1) == (other > 1)
        else { return nil }
        func odds(_ evidence: [Double]) -> Double {
            evidence.withUnsafeBufferPointer { logSum($0) } + log(StageBreaks.change)
        }
        return StageBreaks.Break(
            drive: drive, state: state, step: step, since: days[step], ratio: ratio,
            odds: min(odds(told.map(\.apart)), odds(told.map(\.alone))))
    }
}

/// Counts before and since each moment, each side with a level of its own from a gamma distribution around 1.
private struct Split {
    private let seen: [Double]
    private let due: [Double]
    private var end: Int { seen.count - 1 }

    init(_ observed: [Double], _ expected: [Double]) {
        let dispersion = Regimes.dispersion(observed, expected)
        (seen, due) = (SeenStays.sums(observed, dispersion), SeenStays.sums(expected, dispersion))
    }

    /// Both sides differ by two standard deviations and more.
    func isUneven(_ step: Int) -> Bool {
        let (count, all) = (seen[end], due[end])
        guard all > 0 else { return false }
        let share = (all - due[step]) / all
        let excess = count - seen[step] - share * count
        return excess * excess > 4 * share * (1 - share) * count
    }

    /// Logarithm of the chance of the counts with a break there over that without any.
    func evidence(_ step: Int) -> Double { told(0, step) + told(step, end) - told(0, end) }

    /// log Γ(a + O) − log Γ(a) + a·log a − (a + O)·log(a + E).
    private func told(_ from: Int, _ to: Int) -> Double {
        let (a, count) = (Regimes.prior, seen[to] - seen[from])
        return lgamma(a + count) - lgamma(a) + a * log(a) - (a + count) * log(a + due[to] - due[from])
    }

    /// Level since then against the one before.
    func ratio(_ step: Int) -> Double { level(step, end) / level(0, step) }

    private func level(_ from: Int, _ to: Int) -> Double {
        (Regimes.prior + seen[to] - seen[from]) / (Regimes.prior + due[to] - due[from])
    }
}
