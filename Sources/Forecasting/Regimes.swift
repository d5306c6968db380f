import Foundation

/// A level that stays as it is until it changes, seen through counts: at step i about `expected[i]` × level come. The
/// exact posterior of a product partition: every way to cut the steps into stays, each with a level of its own from a
/// gamma distribution around 1, weighted by how well it tells the counts. Steady counts are averaged over all the past;
/// after a break the past before it is forgotten as fast as the counts prove the break.
struct Regimes: Sendable {
    /// By step: mean level.
    let level: [Double]
    /// Of the stay that goes on.
    let now: Double
    /// By step: chance that the stay that goes on began there.
    let began: [Double]
    /// Logarithm of the chance of the counts.
    let evidence: Double

    /// Chance a step that the level changes.
    private let change: Double
    /// Pseudo-events behind the prior that a level is 1.
    static let prior = 8.0
    /// Logarithm of a chance below which a stay counts for nothing.
    private static let unlikely = log(1e-12)

    /// - Parameters:
    ///   - dispersion: variance over mean of the counts; evidence is divided by it.
    ///   - change: chance that the level changes between two steps.
    init(_ observed: [Double], _ expected: [Double], dispersion: Double, change: Double) {
        self.init(SeenStays(observed, dispersion: dispersion), expected, change: change)
    }

    /// Of counts that are looked at more than once.
    init(_ seen: SeenStays, _ expected: [Double], change: Double) {
        self.change = change
        let steps = seen.steps
        guard steps > 0 else {
            (level, now, began, evidence) = ([], 1, [], 0)
            return
        }
        let stays = StayEvidence(seen, expected)
        let (broken, kept) = (log(change), log1p(-change))
        // [start × steps + end]: of every stay, read three times below.
        let weight = stays.weights(broken: broken, kept: kept)
        var terms = [Double](repeating: 0, count: steps)
        var forward = [Double](repeating: 0, count: steps + 1)
        var backward = forward
        terms.withUnsafeMutableBufferPointer { terms in
            weight.withUnsafeBufferPointer { weight in
                for end in 0..<steps {
                    for start in 0...end { terms[start] = forward[start] + weight[start * steps + end] }
                    forward[end + 1] = logSum(UnsafeBufferPointer(rebasing: terms[0...end]))
                }
                for start in stride(from: steps - 1, to: 0, by: -1) {
                    for end in start..<steps { terms[end] = weight[start * steps + end] + backward[end + 1] }
                    backward[start] = logSum(UnsafeBufferPointer(rebasing: terms[start..<steps]))
                }
            }
        }
        let whole = forward[steps]
        var slope = [Double](repeating: 0, count: steps + 1)
        var began = [Double](repeating: 0, count: steps)
        var now = 0.0
        for start in 0..<steps {
            for end in start..<steps {
                let log = forward[start] + weight[start * steps + end] + backward[end + 1] - whole
                if log < Regimes.unlikely { continue }
                let chance = exp(log)
                let mean = stays.level(start, end)
                slope[start] += chance * mean
                slope[end + 1] -= chance * mean
                if end == steps - 1 {
                    began[start] = chance
                    now += chance * mean
                }
            }
        }
        var running = 0.0
        level = (0..<steps).map {
            running += slope[$0]
            return max(running, 1e-6)
        }
        self.began = began
        self.now = now
        evidence = whole
    }

    /// A break was found within the last `steps` steps, and since then the level is another by more than `size`.
    func changed(within steps: Int, size: Double) -> Bool {
        guard level.count > steps + 2 else { return false }
        let recent = began.suffix(steps).reduce(0, +)
        return recent > 0.75 && abs(log(now / level[level.count - 1 - steps])) > size
    }

    /// Variance over mean of counts around a level that seldom jumps, from the differences of neighbours, the largest
    /// tenth of which may be jumps.
    static func dispersion(_ observed: [Double], _ expected: [Double]) -> Double {
        var squares: [Double] = []
        for step in observed.indices.dropFirst() where expected[step] > 0 && expected[step - 1] > 0 {
            let (before, after) = (observed[step - 1] / expected[step - 1], observed[step] / expected[step])
            let level = max((observed[step - 1] + observed[step]) / (expected[step - 1] + expected[step]), 1e-9)
            let noise = level * (1 / expected[step - 1] + 1 / expected[step])
            squares.append((after - before) * (after - before) / noise)
        }
        guard squares.count >= 4 else { return 1.5 }
        squares.sort()
        let kept = squares.prefix(max(3, squares.count * 9 / 10))
        return min(10, max(1, 1.6 * kept.reduce(0, +) / Double(kept.count)))
    }
}
