import Foundation

@testable import Forecasting

extension Firm {
    /// Deals with dates that are moved when they have passed: progress is as likely as `pull` makes it, by days left.
    static func dated(_ count: Int, seed: UInt64 = 1, pull: (Int) -> Double) -> Firm {
        var firm = Firm()
        var random = SplitMix(seed)
        firm.deals = (0..<count).map { _ in
            let created = Firm.start + Int32(random.unit() * 415)
            return live(created, firm.today, pull, &random)
        }
        return firm
    }

    /// Twice as fast in the week of the day as three weeks before it, and hardly at all long after it.
    static func strong(_ left: Int) -> Double { left < -10 ? 0.3 : left < 8 ? 2 : left < 31 ? 1 : 0.6 }

    private static func live(
        _ created: Int32, _ today: Int32, _ pull: (Int) -> Double, _ random: inout SplitMix
    ) -> Deal {
        var deal = Deal(
            created: created, owner: Int32(random.unit() * 3), product: Int32(random.unit() * 2),
            steps: [(created, 0)], amounts: [(created, (100_000 + 900_000 * random.unit()).rounded())],
            due: created + 10 + Int32(random.unit() * 70))
        var (stage, due) = (Int16(0), deal.due!)
        for day in created + 1..<max(created + 2, today) {
            let progress = 0.07 * pull(Int(due - day))
            let draw = random.unit()
            if draw < progress {
                stage += 1
                deal.steps.append((day, stage == 3 ? History.Stages.won : stage))
                if stage == 3 { break }
            } else if draw < progress + 0.02 {
                deal.steps.append((day, History.Stages.lost))
                break
            } else if due < day, random.unit() < 0.08 {
                due = day + 20
                deal.moved.append((day, due))
            }
        }
        return deal
    }

    /// Every deal with the dates of another one, as far from its own creation.
    func shuffledDates(seed: UInt64) -> Firm {
        var firm = self
        var random = SplitMix(seed)
        let others = deals.indices.map { ($0, random.unit()) }.sorted { $0.1 < $1.1 }.map(\.0)
        for (deal, other) in others.enumerated() {
            let shift = deals[deal].created - deals[other].created
            firm.deals[deal].due = deals[other].due.map { $0 + shift }
            firm.deals[deal].moved = deals[other].moved.map { ($0.day + shift, $0.value + shift) }
                .filter { $0.0 < today }
        }
        return firm
    }

    var dueEffect: DueEffect? { Book(history, nodes).process(until: today).due }
}
