import Forecasting
import Foundation
import Parallel

/// How long a backtest of a made-up company takes in the number core, with past moments fitted once and each time anew;
/// both must say the same to the last digit.
enum Backward {
    static func run(deals wanted: Int, months: Int) {
        let company = SimulatedCompany(.seasonal, winsPerMonth: Double(wanted) / 66, seed: 5)
        print("deals \(company.history.created.count), months \(months)")
        var told: [[String]] = []
        for isShared in [true, false] {
            var answers: [String] = []
            let watch = Stopwatch.of { answers = backtest(company, months, isShared ? PastFits() : nil) }
            told.append(answers)
            print(isShared ? "fitted once:" : "each time anew:", watch.words)
        }
        print(told[0] == told[1] ? "the same" : "NOT the same: \(zip(told[0], told[1]).filter { $0 != $1 }.count)")
    }

    private static func backtest(_ company: SimulatedCompany, _ months: Int, _ fits: PastFits?) -> [String] {
        var origins: [(question: Question, gone: Double)] = []
        for month in 1...months {
            let question = LabQuestion.month(Civil.month(company.truth.end, plus: -month).start)
            for gone in [2.0 / 3, 1.0 / 3, 0] { origins.append((question, gone)) }
        }
        return spread(origins.count) { [origins] row in
            let (question, gone) = origins[row]
            let (start, end) = (question.period.start, question.period.end)
            let day = start + Int32((gone * Double(end - start)).rounded())
            let history = company.history.asOf(startOf: day)
            let nodes = company.nodes.keeping(company.history.dealsKept(startOf: day))
            let learned = Forecaster().learn(history, nodes: nodes, question: question, fits: fits)
            let answer = Forecaster().answer(learned, history, nodes: nodes)
            return answer.amount.map {
                "\($0.fromOpen) \($0.fromNew) \($0.distribution.quantile(0.1)) \($0.distribution.quantile(0.9))"
            }.joined(separator: " ")
        }
    }
}
