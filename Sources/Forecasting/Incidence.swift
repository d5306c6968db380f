/// Of those who come into a state, the share that has moved on, failed, or is still there, by days since they came: the
/// estimator of Aalen and Johansen (1978), so that those whom nobody could watch to the end count for as long as they
/// were watched.
package struct Incidence: Sendable, Equatable {
    /// By the end of day 0, 1, …: none falls, and with `staying` they add up to 1.
    package let moved: [Double]
    package let failed: [Double]
    package let staying: [Double]

    package init(_ stays: Stays) {
        var (moved, failed, staying) = ([Double](), [Double](), [Double]())
        var atRisk = (0..<stays.days).reduce(0) { $0 + stays.moved(on: $1) + stays.failed(on: $1) + stays.open(on: $1) }
        var (on, out, left) = (0.0, 0.0, 1.0)
        for day in 0..<stays.days {
            let here = left / Double(max(1, atRisk))
            on += here * Double(stays.moved(on: day))
            out += here * Double(stays.failed(on: day))
            left = max(0, 1 - on - out)
            moved.append(on)
            failed.append(out)
            staying.append(left)
            atRisk -= stays.moved(on: day) + stays.failed(on: day) + stays.open(on: day)
        }
        self.moved = moved
        self.failed = failed
        self.staying = staying
    }

    /// The share that ever moves on, as far as was seen; nil when nobody was watched.
    package var conversion: Double? { moved.last }

    /// The same of few or young ones: those still there when nobody is left to watch go on like those of `reference`.
    package func conversion(tail reference: Incidence) -> Double? {
        guard let moved = moved.last, let staying = staying.last else { return nil }
        return moved + staying * reference.conversion(after: staying > 0 ? self.moved.count - 1 : 0)
    }

    /// Of those still there after `day`, the share that moves on later.
    package func conversion(after day: Int) -> Double {
        guard let all = moved.last, day >= 0 else { return moved.last ?? 0 }
        guard day < moved.count, staying[day] > 0 else { return 0 }
        return (all - moved[day]) / staying[day]
    }

    /// The day by which half of those who move on have done so; nil when nobody does.
    package var medianDays: Int? {
        guard let all = moved.last, all > 0 else { return nil }
        return moved.firstIndex { $0 >= all / 2 - 1e-12 }
    }

    /// What leaves on each day: moving on, and either way.
    package func movesOn(on day: Int) -> Double { step(moved, day) }
    package func leaves(on day: Int) -> Double { step(moved, day) + step(failed, day) }

    private func step(_ line: [Double], _ day: Int) -> Double {
        day < 0 || day >= line.count ? 0 : line[day] - (day > 0 ? line[day - 1] : 0)
    }
}
