import Forecasting
import Foundation

/// How long a forecast takes for a large company: a working one, copied side by side until it has enough deals.
enum Speed {
    static func run(deals wanted: Int) {
        let company = SimulatedCompany(.steady, winsPerMonth: Double(wanted) / 66, seed: 5)
        let history = company.history
        let end = history.today
        let question = LabQuestion.month(Civil.month(end, plus: -1).start)
        let clock = ContinuousClock()
        let start = clock.now
        let cut = history.asOf(startOf: end - 15)
        let nodes = company.nodes.keeping(history.dealsKept(startOf: end - 15))
        let prepared = clock.now
        let answer = Forecaster().answer(cut, nodes: nodes, question: question)
        let done = clock.now
        let again = Forecaster().answer(cut, nodes: nodes, question: question, deals: true)
        let third = clock.now
        print(
            "deals \(cut.created.count), steps \(cut.stepDay.count): cut \(start.duration(to: prepared)), answer \(prepared.duration(to: done)), with deals (\(again.deals.count)) \(done.duration(to: third)); mean \(answer.amount[0].distribution.mean)"
        )
    }
}
