import Foundation
import Testing

@testable import Forecasting

/// Recursions for some days left, read in between, against one for every day and level.
struct DueOddsTests {
    private let multiplier: [DueTally.Exits] = [0.3, 0.7, 1.8, 1.1, 0.8, 0.6, 0.9].map {
        DueTally.Exits($0, 1 / $0, $0, 1)
    }

    private func effect(states: Int) -> DueEffect {
        let even = [DueTally.Exits](repeating: DueEffect.one, count: states * AgeCells.count * DueBucket.count)
        return DueEffect(multiplier: multiplier, expected: even)
    }

    private func fit(states: Int) -> Intensities {
        let rates = (0..<states).map { state in
            [2.0, 1, 0.4].map { pace in
                let move = state + 1 < states ? [0.06 * pace] : []
                return [state + 1 == states ? 0.05 * pace : 0.002, 0.02 * pace] + move
            }
        }
        return Intensities(
            states: states, destinations: (0..<states).map { $0 + 1 < states ? [$0 + 1] : [] },
            binStarts: (0..<states).map { _ in [0, 6, 30] }, binCount: [Int](repeating: 3, count: states),
            tercile: [UInt8](repeating: 1, count: states * Intensities.maxBins), rates: rates,
            calendar: [CalendarMultipliers](repeating: CalendarMultipliers(), count: 3), pace: nil, alone: nil)
    }

    /// [state][age] as of the first day of a deal that is due after `left` days, straight from the definition.
    private func exact(_ fit: Intensities, days: Int, left: Int?, progress: Double, losing: Double) -> [[Double]] {
        let ratios = effect(states: fit.states).ratios(fit)
        var now = [[Double]](repeating: [Double](repeating: 0, count: 31), count: fit.states)
        for day in stride(from: days - 1, through: 0, by: -1) {
            let bucket = left.map { DueBucket.of(left: $0 - day) } ?? DueBucket.undated
            let next = now
            for state in 0..<fit.states {
                for age in 0...30 {
                    let bin = age < 6 ? 0 : age < 30 ? 1 : 2
                    let (slots, ratio) = (fit.rates[state][bin], ratios[state][bin][bucket])
                    let win = slots[0] * progress * ratio[0]
                    let move = slots.count > 2 ? slots[2] * progress * ratio[2] : 0
                    let sum = win + slots[1] * losing * ratio[1] + move
                    let exit = -expm1(-sum)
                    now[state][age] =
                        exit / sum * (win + (move > 0 ? move * next[state + 1][0] : 0))
                        + (1 - exit) * next[state][min(age + 1, 30)]
                }
            }
        }
        return now
    }

    @Test(
        "a month, a quarter, its last days and a year ahead are near the exact chance, also of deals that go very fast",
        arguments: [
            4, 12, 31, 92, 365,
        ])
    func nearExact(days: Int) {
        let fit = fit(states: 3)
        let chances = Chances(
            fit, effect(states: 3), .everyDay, today: 1_000, period: Window(start: 1_000, end: 1_000 + Int32(days)))
        var (worst, sum, number) = (0.0, 0.0, 0.0)
        for (progress, losing) in groups {
            let place = LevelGrid.place(progress: progress, losing: losing)
            let lefts = Array(stride(from: -45, through: days + 95, by: days > 100 ? 5 : 1))
            for left in lefts + [nil] {
                let due = left.map { Int32(1_000 + $0) } ?? Int32.max
                let table = exact(fit, days: days, left: left, progress: exp(progress), losing: exp(losing))
                for state in 0..<3 {
                    for age in [0, 5, 12, 40] {
                        let p = chances.open(place, state, age, due: due)
                        #expect(p >= 0 && p <= 1)
                        let error = abs(p - table[state][min(age, 30)])
                        (worst, sum, number) = (max(worst, error), sum + error, number + 1)
                    }
                }
            }
        }
        print("error at \(days) days: largest \(worst), mean \(sum / number)")
        // Without dates, between the levels of the groups: up to 0.015 and 0.0034.
        #expect(worst < 0.04)
        #expect(sum / number < 0.005)
    }

    /// Multipliers of progress and of losing, as logarithms, few of them on a level.
    private let groups = [
        (-1.5, 0.0), (-0.8, 0), (-0.3, 0.5), (0, 0), (0.1, -0.5), (0.4, 0), (0.4, 0.5), (0.9, 0), (0.9, -0.5),
        (1.4, 0.3),
    ]

    @Test(
        "dates that slip: some days on which they move are near a recursion in which they may move every day",
        arguments: [4, 12, 31, 92, 365], [0.03, 0.1])
    func slipping(days: Int, pace: Double) {
        var moves = DueMoves()
        for _ in 0..<100 { moves.stand(1) }
        for _ in 0..<12 { moves.move(from: 1, left: 24, isDated: true) }
        #expect(moves.chance(1) == 0.12 && moves.lands(1) == [24, 24, 24] && moves.lands(0).isEmpty)
        let fit = Intensities.constant(win: pace, loss: pace / 3)
        let even = [DueTally.Exits](repeating: DueEffect.one, count: AgeCells.count * DueBucket.count)
        let effect = DueEffect(multiplier: multiplier, expected: even, moves: moves)
        let ratios = effect.ratios(fit)[0][0]
        let lefts = -500...500
        var now = [Double](repeating: 0, count: lefts.count)
        for _ in 0..<days {
            let next = now
            for left in lefts {
                let bucket = DueBucket.of(left: left)
                let (win, loss) = (pace * ratios[bucket][0], pace / 3 * ratios[bucket][1])
                let later = next[max(0, left - 1 - lefts.lowerBound)]
                let moved = bucket == 1 ? 0.12 : 0
                let exit = -expm1(-win - loss)
                now[left - lefts.lowerBound] =
                    exit * win / (win + loss) + (1 - exit) * ((1 - moved) * later + moved * next[24 - lefts.lowerBound])
            }
        }
        let period = Window(start: 1_000, end: 1_000 + Int32(days))
        let chances = Chances(fit, effect, .everyDay, today: 1_000, period: period)
        let place = LevelGrid.place(progress: 0, losing: 0)
        let errors = (-45...120).map { left in
            abs(chances.open(place, 0, 0, due: 1_000 + Int32(left)) - now[left - lefts.lowerBound])
        }
        print("slipping, error at \(days) days and a pace of \(pace): largest \(errors.max() ?? 0)")
        #expect(errors.allSatisfy { $0 < 0.02 })
    }

    @Test("forty stages and multipliers at their limits leave every chance between nothing and certainty")
    func fortyStages() {
        let fit = fit(states: 40)
        let today: Int32 = 1_000
        let even = [DueTally.Exits](repeating: DueEffect.one, count: 40 * AgeCells.count * DueBucket.count)
        let wild = (0..<7).map {
            $0 % 2 == 0 ? DueTally.Exits(900, 0.001, 900, 1) : DueTally.Exits(0.001, 900, 0.001, 1)
        }
        let effect = DueEffect(multiplier: wild, expected: even)
        let chances = Chances(fit, effect, .everyDay, today: today, period: Window(start: today + 9, end: today + 99))
        let curve = WinCurve(fit, effect, .everyDay, today: today)
        for state in stride(from: 0, to: 40, by: 3) {
            for left in [-300, -31, -30, -1, 0, 7, 8, 45, 91, 400] as [Int32] {
                let place = LevelGrid.place(progress: 1.9, losing: -1)
                let p = chances.open(place, state, 7, due: today + left)
                let rising = curve.chances(place, state: state, age: 7, due: today + left)
                #expect(p >= 0 && p <= 1 && rising.allSatisfy { $0 >= 0 && $0 <= 1 })
                #expect(zip(rising, rising.dropFirst()).allSatisfy { $0 <= $1 })
            }
        }
    }

    @Test("squares: chance alone exceeds the bound once in a thousand")
    func squares() {
        // From the tables of the distribution.
        for (number, bound) in [(2, 13.82), (4, 18.47), (6, 22.46)] {
            #expect(abs(Normal.squares(number, above: 0.001) - bound) < 0.4)
        }
    }
}
