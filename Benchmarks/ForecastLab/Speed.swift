import Forecasting
import Foundation

/// How long a forecast takes for a made-up company of so many deals: on the clock, and of all processors together.
enum Speed {
    static func run(deals wanted: Int, _ story: Story) {
        let company = SimulatedCompany(story, winsPerMonth: Double(wanted) / 66, seed: 5)
        let end = company.history.today
        let question = LabQuestion.month(Civil.month(end, plus: -1).start)
        let history = company.history.asOf(startOf: end - 15)
        let nodes = company.nodes.keeping(company.history.dealsKept(startOf: end - 15))
        print("deals \(history.created.count), steps \(history.stepDay.count)")
        for deals in [false, true] {
            var (mean, learned) = (0.0, Forecaster().learn(history, nodes: nodes, question: question, deals: deals))
            let learning = best {
                learned = Forecaster().learn(history, nodes: nodes, question: question, deals: deals)
            }
            let answering = best {
                mean = Forecaster().answer(learned, history, nodes: nodes).amount[0].distribution.mean
            }
            print(
                "\(deals ? "with deals" : "by node"): learn \(learning.words), answer \(answering.words); mean \(mean)")
        }
    }

    private static func best(_ work: () -> Void) -> Stopwatch {
        (0..<5).map { _ in Stopwatch.of(work) }.min { $0.wall < $1.wall }!
    }
}

/// Seconds on the clock and seconds of processor.
struct Stopwatch {
    let wall: Double
    let processor: Double

    static func of(_ work: () -> Void) -> Stopwatch {
        let (start, before) = (ContinuousClock().now, processor())
        work()
        let wall = start.duration(to: ContinuousClock().now)
        return Stopwatch(wall: wall / .seconds(1), processor: processor() - before)
    }

    var words: String { "\(wall.fixed(3)) s, processor \(processor.fixed(3)) s" }

    private static func processor() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
