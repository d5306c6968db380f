import Foundation
import Testing

@testable import Forecasting

/// Short ways of the draws against the plain ones.
struct DrawnEventsTests {
    private let strata = (0..<1_000).map { Normal.quantile((Double($0) + 0.5) / 1_000) }

    private func counted(_ mean: Double, _ probability: Double) -> Int {
        var (chance, count) = (exp(-mean), 0)
        var sum = chance
        while probability > sum, count < 500 {
            count += 1
            chance *= mean / Double(count)
            sum += chance
        }
        return count
    }

    @Test("every draw has the number of events that counting out gives", arguments: [0.0, 0.05, 0.4, 1])
    func numbers(extra: Double) {
        for all in [1e-6, 0.02, 0.7, 2.5, 9, 60] {
            EventCounts(all, extra: extra, strata).reading { counts in
                var wrong = 0
                for draw in 0..<1_000 {
                    let place = 0.123 + Double(draw) * 0.618_033_988_749_894_9
                    let probability = place - place.rounded(.down)
                    let shift = extra > 0 ? exp(extra * strata[draw] - extra * extra / 2) : 1
                    if counts.number(draw, at: probability) != counted(all * shift, probability) { wrong += 1 }
                }
                #expect(wrong == 0)
            }
        }
    }

    @Test(
        "an event is the first deal's whose running sum lies beyond it, or new business", arguments: [1, 5, 24, 25, 80])
    func whose(deals: Int) {
        expectFirst((0..<deals).map { 0.02 + 0.9 * Double($0 * 37 % deals) / Double(deals) })
    }

    @Test("so it is among deals that are hardly won, never won and nearly surely won")
    func whoseAmongUnlike() {
        var unlike = [Double](repeating: 0, count: 120)
        for deal in unlike.indices where deal % 3 > 0 { unlike[deal] = 1e-7 * Double(deal) }
        unlike[47] = 0.999
        expectFirst(unlike)
        expectFirst([Double](repeating: 1e-9, count: 59) + [0.9])
        expectFirst([Double](repeating: 1e-150, count: 60))
    }

    private func expectFirst(_ chances: [Double]) {
        let bets = chances.map { Draws.Bet(chance: $0, value: 1) }
        var (upTo, sum) = ([Double](), 0.0)
        for chance in chances {
            sum -= log1p(-chance)
            upTo.append(sum)
        }
        for new in [0.8, sum / 1e6] {
            let events = DrawnEvents(bets, new: new)
            #expect(events.all == sum + new)
            events.reading { events in
                for step in 0..<2_000 {
                    let luck = Double(step) / 2_000
                    #expect(events.pick(luck) == upTo.firstIndex { luck * (sum + new) < $0 })
                }
            }
        }
    }
}
