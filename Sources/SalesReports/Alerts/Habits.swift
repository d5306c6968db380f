internal import Forecasting
internal import SalesDomain
package import SalesFacts

/// How won deals usually went on, stage by stage: how long they stood, and how long they were left alone. Learned from
/// what was known at the start of a day, and good for that day.
package struct Habits: Sendable {
    struct Usual: Sendable {
        /// 90th percentile of the stays of won deals.
        let stay: Int?
        /// The same of the longest time in a stay in which nobody touched or changed the deal.
        let silence: Int?
    }

    let usual: [Stage.ID: Usual]
    /// Somebody writes down what is done about deals.
    let touchesKnown: Bool

    /// So many of the latest wins teach about silences, of the last two years.
    private static let most = 20_000
    private static let days: Int32 = 730
    /// Fewer say nothing of a ninetieth percentile.
    private static let fewest = 10

    /// - Parameter picture: as of the start of a day.
    package init(_ facts: Facts, _ picture: CompanyPicture) {
        let cut = picture.cut
        let stays = StageStays(cut)
        let wins = Habits.wins(cut)
        let touches = Habits.touches(of: wins, facts, cut)
        touchesKnown = !touches.isEmpty
        var silences = [[Int]](repeating: [], count: cut.stages.open.count)
        for deal in wins { Habits.take(deal, cut, touches[cut.id[deal]] ?? [], &silences) }
        usual = Dictionary(
            uniqueKeysWithValues: cut.stages.open.enumerated().map { state, stage in
                let isKnown = stays.count(at: state) >= Habits.fewest
                return (
                    stage.id,
                    Usual(
                        stay: isKnown ? stays.usual(at: state)?.p90 : nil,
                        silence: Habits.ninetieth(silences[state]))
                )
            })
    }

    private static func wins(_ cut: Cut) -> [Int] {
        let since = cut.today.number - days
        let all = (0..<cut.count).filter { cut.state[$0] == StageTable.won && cut.since[$0] >= since }
        guard all.count > most else { return all }
        return Array(all.sorted { cut.since[$0] > cut.since[$1] }.prefix(most))
    }

    /// Days on which something was done about each of these deals, by the deal's number.
    private static func touches(of wins: [Int], _ facts: Facts, _ cut: Cut) -> [Int64: [Int32]] {
        var wanted = NumberMap<Bool>(missing: false)
        for deal in wins { wanted[cut.id[deal]] = true }
        var touches = [Int64: [Int32]]()
        let first = wins.lazy.map { cut.created[$0] }.min() ?? cut.today.number
        facts.activities.each(from: Day(number: first), to: cut.today + 1, asOf: cut.asOf) { touch in
            guard let deal = touch.deal?.number, wanted[deal] else { return }
            touches[deal, default: []].append(touch.day.number)
        }
        return touches
    }

    private static func take(_ deal: Int, _ cut: Cut, _ touches: [Int32], _ silences: inout [[Int]]) {
        let rows = Int(cut.steps.start[deal])..<Int(cut.steps.start[deal + 1])
        let stirs = touches + cut.changes(of: deal)
        for (row, next) in zip(rows, rows.dropFirst()) where StageTable.isOpen(cut.steps.value[row]) {
            guard cut.steps.value[row] >= 0 else { continue }
            let (enter, exit) = (cut.steps.day[row], cut.steps.day[next])
            let within = stirs.filter { $0 > enter && $0 < exit }.sorted()
            let days = [enter] + within + [exit]
            silences[Int(cut.steps.value[row])].append(Int(zip(days, days.dropFirst()).map { $1 - $0 }.max() ?? 0))
        }
    }

    private static func ninetieth(_ values: [Int]) -> Int? {
        guard values.count >= fewest else { return nil }
        let sorted = values.sorted()
        return sorted[min(sorted.count - 1, Int(0.9 * Double(sorted.count)))]
    }

    /// About how many bytes it holds.
    package var size: Int { usual.count * 64 + 100 }
}

extension Cut {
    /// Days on which its amount or its expected close was said.
    func changes(of deal: Int) -> [Int32] {
        Array(amounts.day[Int(amounts.start[deal])..<Int(amounts.start[deal + 1])])
            + dues.day[Int(dues.start[deal])..<Int(dues.start[deal + 1])]
    }
}
