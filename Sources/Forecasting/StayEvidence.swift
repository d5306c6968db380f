import Foundation

/// What the counts alone say of every stay: the same whatever was expected.
struct SeenStays: Sendable {
    let steps: Int
    /// Variance over mean; evidence is divided by it.
    let dispersion: Double
    /// Running sums.
    fileprivate let seen: [Double]
    /// [start × steps + end]: log Γ(a + O) − log Γ(a) + a·log a; zero where the end lies before the start.
    fileprivate let told: [Double]

    init(_ observed: [Double], dispersion: Double) {
        let steps = observed.count
        self.steps = steps
        self.dispersion = dispersion
        let seen = SeenStays.sums(observed, dispersion)
        self.seen = seen
        let (a, ofPrior, term) = (Regimes.prior, logGamma(Regimes.prior), Regimes.prior * log(Regimes.prior))
        told = [Double](unsafeUninitializedCapacity: steps * steps) { told, filled in
            told.initialize(repeating: 0)
            for start in 0..<steps {
                for end in start..<steps {
                    told[start * steps + end] = logGamma(a + seen[end + 1] - seen[start]) - ofPrior + term
                }
            }
            filled = steps * steps
        }
    }

    /// Running sums from 0 on, as evidence takes them.
    static func sums(_ values: [Double], _ dispersion: Double) -> [Double] {
        values.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1 / dispersion) }
    }
}

/// Evidence and level of every stay, from running sums.
struct StayEvidence {
    private let stays: SeenStays
    private let due: [Double]

    init(_ seen: SeenStays, _ expected: [Double]) {
        stays = seen
        due = SeenStays.sums(expected, seen.dispersion)
    }

    @inline(__always) func level(_ start: Int, _ end: Int) -> Double {
        (Regimes.prior + stays.seen[end + 1] - stays.seen[start]) / (Regimes.prior + due[end + 1] - due[start])
    }

    /// [start × steps + end]: logarithm of the chance of each stay, log Γ(a + O) − log Γ(a) + a·log a − (a + O)·log(a + E),
    /// up to a part that every cut has alike, with the chance that it lasts, and that it began.
    func weights(broken: Double, kept: Double) -> [Double] {
        let (steps, a) = (stays.steps, Regimes.prior)
        return stays.seen.withUnsafeBufferPointer { seen in
            due.withUnsafeBufferPointer { due in
                stays.told.withUnsafeBufferPointer { told in
                    [Double](unsafeUninitializedCapacity: steps * steps) { weight, filled in
                        weight.initialize(repeating: 0)
                        for start in 0..<steps {
                            let begin = start > 0 ? broken : 0
                            for end in start..<steps {
                                let top = a + seen[end + 1] - seen[start]
                                let evidence =
                                    told[start * steps + end] - top * log(a + due[end + 1] - due[start])
                                weight[start * steps + end] = evidence + Double(end - start) * kept + begin
                            }
                        }
                        filled = steps * steps
                    }
                }
            }
        }
    }
}

/// Stirling's series after shifting to 8 and above: to about 1e-10.
private func logGamma(_ x: Double) -> Double {
    var (z, shift) = (x, 1.0)
    while z < 8 {
        shift *= z
        z += 1
    }
    let square = z * z
    let series = (1.0 / 12 - (1.0 / 360 - (1.0 / 1260) / square) / square) / z
    let whole = (z - 0.5) * log(z) - z + 0.918938533204672742 + series
    return shift == 1 ? whole : whole - log(shift)
}

func logSum(_ terms: UnsafeBufferPointer<Double>) -> Double {
    var top = -Double.infinity
    for term in terms where term > top { top = term }
    var sum = 0.0
    // Below e^-60 of the largest nothing is left of a term.
    for term in terms where term - top > -60 { sum += exp(term - top) }
    return top + log(sum)
}
