import Foundation

/// How long money takes after something began (a win, a day it was promised for, an earlier payment): the intensity with
/// which what is still outstanding comes, by days since. It follows shares of money, so instalments and what never comes
/// are in it, and what is not known yet (the last months) counts as far as it was seen.
struct LagFit: Sendable {
    /// Days since, in ranges; after the last nothing comes any more.
    static let bounds: [Int32] = [0, 1, 4, 8, 15, 22, 31, 46, 61, 91, 121, 181, 271, 366]
    static var bins: Int { bounds.count - 1 }
    static var longest: Int32 { bounds[bins] }
    /// Payments' worth of the common intensity that a product's range is mixed with, and of the usual pace an account's.
    static let prior = 5.0
    static let halfLife = 365.0

    /// Something that began, and the shares of it that came.
    struct Span: Sendable {
        let origin: Int32
        /// From when on it was watched: `origin`, or later.
        let from: Int32
        /// First day that is not known whole.
        let until: Int32
        let group: Int32
        let account: Int32
        /// Ascending by day; shares of the whole.
        let events: [(day: Int32, share: Double)]
    }

    let clock: LagClock
    /// [group + 1][range]: per effective day; row 0 is everybody.
    let rates: [[Double]]
    /// By account, against the rates.
    let pace: [Int32: Double]

    /// - Parameters:
    ///   - usual: chance a day by range, where nothing was seen; `weight` payments' worth of it.
    init(_ spans: [Span], _ clock: LagClock, groups: Int, today: Int32, usual: [Double], weight: Double) {
        self.clock = clock
        var seen = [Seen](repeating: Seen(), count: groups + 1)
        for span in spans {
            let age = exp2(-Double(max(0, today - span.origin)) / LagFit.halfLife)
            let group = Int(span.group) + 1
            LagFit.walk(span, clock) { bin, exposure, events in
                seen[0].add(bin, exposure * age, events * age)
                if group > 0 { seen[group].add(bin, exposure * age, events * age) }
            }
        }
        let common = (0..<LagFit.bins).map {
            (seen[0].events[$0] + weight) / (seen[0].exposure[$0] + weight / usual[$0])
        }
        let chances =
            [common]
            + seen.dropFirst().map { own in
                (0..<LagFit.bins).map {
                    (own.events[$0] + LagFit.prior) / (own.exposure[$0] + LagFit.prior / common[$0])
                }
            }
        rates = chances.map { $0.map { -log1p(-min(0.98, $0)) } }
        pace = LagFit.paces(spans, clock, chances)
    }

    private init(nothing clock: LagClock) {
        self.clock = clock
        rates = [[Double](repeating: 0, count: LagFit.bins)]
        pace = [:]
    }

    /// Nothing comes.
    static func nothing(_ clock: LagClock) -> LagFit { LagFit(nothing: clock) }

    private struct Seen {
        var exposure = [Double](repeating: 0, count: LagFit.bins)
        var events = [Double](repeating: 0, count: LagFit.bins)

        mutating func add(_ bin: Int, _ exposure: Double, _ events: Double) {
            self.exposure[bin] += exposure
            self.events[bin] += events
        }
    }

    /// What came of each account against what its products make usual, shrunk to 1, within 1/3…3.
    private static func paces(_ spans: [Span], _ clock: LagClock, _ chances: [[Double]]) -> [Int32: Double] {
        var came: [Int32: (events: Double, expected: Double)] = [:]
        for span in spans where span.account >= 0 {
            let usual = chances[Int(span.group) + 1]
            var (events, expected) = (0.0, 0.0)
            walk(span, clock) { bin, exposure, came in
                events += came
                expected += exposure * usual[bin]
            }
            let before = came[span.account] ?? (0, 0)
            came[span.account] = (before.events + events, before.expected + expected)
        }
        return came.mapValues { min(3, max(1.0 / 3, ($0.events + prior) / ($0.expected + prior))) }
    }

    /// By range: outstanding share × effective days, and the shares that came; the day of a payment counts with it.
    static func walk(
        _ span: Span, _ clock: LagClock, _ take: (_ bin: Int, _ exposure: Double, _ events: Double) -> Void
    ) {
        var left = 1.0
        var day = max(span.origin, span.from)
        var next = 0
        for bin in 0..<bins {
            let end = min(span.origin + bounds[bin + 1], span.until)
            while left > 0.005 {
                guard next < span.events.count, span.events[next].day < end else {
                    if day < end { take(bin, left * clock.days(day, end), 0) }
                    day = max(day, end)
                    break
                }
                let when = max(span.events[next].day, span.origin)
                let share = min(left, span.events[next].share)
                take(bin, left * clock.days(day, when + 1), share)
                day = max(day, when + 1)
                left -= share
                next += 1
            }
        }
    }

    /// Of what is outstanding, the intensity summed over days `from ..< to` since `origin`.
    func hazard(group: Int32 = -1, account: Int32 = -1, since origin: Int32, from: Int32, to: Int32) -> Double {
        hazard(group: group, since: origin, from: from, to: to) * (pace[account] ?? 1)
    }

    func hazard(group: Int32, since origin: Int32, from: Int32, to: Int32) -> Double {
        let place = Int(group) + 1
        let rates = rates[rates.indices.contains(place) ? place : 0]
        var sum = 0.0
        for bin in 0..<LagFit.bins where rates[bin] > 0 {
            let (start, end) = (max(from, origin + LagFit.bounds[bin]), min(to, origin + LagFit.bounds[bin + 1]))
            if end > start { sum += rates[bin] * clock.days(start, end) }
        }
        return sum
    }

    /// Of what is outstanding at the start of `day`, the share that comes within the window.
    func share(
        group: Int32 = -1, account: Int32 = -1, since origin: Int32, seenOn day: Int32, within window: Window
    ) -> Double {
        let begin = max(window.start, day)
        guard window.end > begin else { return 0 }
        let before = hazard(group: group, account: account, since: origin, from: day, to: begin)
        let inside = hazard(group: group, account: account, since: origin, from: begin, to: window.end)
        return exp(-before) * -expm1(-inside)
    }

    /// Of everything, what never comes.
    func never(from day: Int32) -> Double {
        exp(-hazard(group: -1, since: day, from: day, to: day + LagFit.longest))
    }

    /// Days by which half of what ever comes has come.
    func median(from day: Int32) -> Int32 {
        let half = (1 - never(from: day)) / 2
        var lag: Int32 = 0
        while lag < LagFit.longest, -expm1(-hazard(group: -1, since: day, from: day, to: day + lag + 1)) < half {
            lag += 1
        }
        return lag
    }
}
