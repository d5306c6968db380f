import Testing

@testable import Forecasting

/// One history, read once for several periods.
@Suite("Questions on one ground") struct GroundTests {
    @Test(
        "what is learned on shared ground is what is learned alone, whatever was asked before",
        arguments: [1, 2, 3] as [UInt64])
    func same(seed: UInt64) {
        let firm = Firm.working(400, seed: seed)
        let (history, nodes) = (firm.history, firm.nodes)
        let ground = Ground(history, nodes: nodes)
        let today = history.today
        let windows = [
            today - 20...today + 10, today - 60...today + 30, today - 50...today - 20, today + 11...today + 41,
        ]
        for window in windows {
            let period = Window(start: window.lowerBound, end: window.upperBound)
            let past = (1...14).map { Window(start: period.start - 30 * $0, end: period.end - 30 * $0) }
            let question = Question(period: period, past: past.filter { $0.end <= today })
            for deals in [false, true] {
                let shared = Forecaster().learn(ground, question: question, deals: deals)
                let alone = Forecaster().learn(history, nodes: nodes, question: question, deals: deals)
                let answers = [shared, alone].map { Forecaster().answer($0, history, nodes: nodes, chances: true) }
                #expect("\(answers[0])" == "\(answers[1])", "\(window) \(deals)")
            }
        }
    }
    @Test(
        "single deals are answered by what was learned for everything else, as if they had been asked for at once",
        arguments: [1, 2] as [UInt64])
    func deals(seed: UInt64) {
        let firm = Firm.working(400, seed: seed)
        let (history, nodes) = (firm.history, firm.nodes)
        let whole = Forecaster().learn(history, nodes: nodes, question: firm.question)
        let later = whole.withDeals(history.calendar)
        let atOnce = Forecaster().learn(history, nodes: nodes, question: firm.question, deals: true)
        let answers = [later, atOnce].map { Forecaster().answer($0, history, nodes: nodes, chances: true) }
        #expect("\(answers[0])" == "\(answers[1])")
        #expect(answers[0].deals.count == answers[0].chances.count)
        #expect(Forecaster().answer(whole, history, nodes: nodes).deals.isEmpty)
    }
}
