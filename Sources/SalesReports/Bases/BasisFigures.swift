internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// The figures of a basis other than the wins, over the tree of a question, and of what they consist.
struct BasisFigures {
    let figures: [Figure]
    /// By node; empty where the basis has no such parts.
    let sources: [BasisSources]
    let notes: BasisNotes?
    /// What open deals are to bring; empty on a basis on which winning brings it.
    let coming: [Coming]

    init(
        _ question: CompanyQuestion, _ facts: Facts, _ picture: CompanyPicture, _ nodes: Nodes, _ learned: Learned,
        _ won: Answer
    ) {
        let period = question.period
        let cut = picture.cut
        switch question.basis {
        case .won, .margin:
            let money = DealMoney(question.basis, facts, cut)
            let toDate = money.totals(nodes, from: period.start.number, to: period.end.number)
            let naive = Forecaster().naive(
                Receipts(money, cut), picture.history, nodes: nodes, question: learned.question)
            let answer = MarginAnswer(won, cut, nodes, MarginShares(facts, cut), toDate: toDate, naive: naive)
            figures = FigureTree(answer.estimates, won: toDate, tree: nodes.parent, unit: 1).figures
            sources = []
            notes = nil
            coming = []
        case .paid, .shipped:
            let payments = PaymentsOfCut(question.basis, facts, cut)
            let money = DealMoney(rows: DealMoney.came(payments, cut))
            let toDate = money.totals(nodes, from: period.start.number, to: period.end.number)
            let answer = Forecaster().basis(
                learned, picture.history, nodes: nodes, receipts: Receipts(payments, cut), won: won,
                toDate: toDate.map { Double($0) })
            figures = FigureTree(answer.estimates, won: toDate, tree: nodes.parent, unit: 1).figures
            sources = answer.sources.map { BasisSources($0) }
            coming = answer.coming
            notes = BasisNotes(
                neverPaid: answer.never, usualDays: answer.usualLag, withoutRate: payments.withoutRate,
                isScheduled: answer.isScheduled, paidOfWon: answer.paidOfWon)
        }
    }
}

extension Receipts {
    /// Money on its days alone.
    fileprivate init(_ money: DealMoney, _ cut: Cut) {
        var start = [Int32](repeating: 0, count: cut.count + 1)
        for row in money.rows { start[row.deal + 1] += 1 }
        for deal in 0..<cut.count { start[deal + 1] += start[deal] }
        let rows = money.rows
        self.init(
            start: start, day: rows.map(\.day), known: rows.map(\.day), kind: rows.map { _ in .came },
            money: rows.map { Double($0.money) }, share: rows.map { _ in 1 }, account: [])
    }
}

/// Of what the rest of a period consists on a basis of payments, in minor units: nothing is rounded yet.
struct BasisSources: Sendable {
    var scheduled = 0.0
    var unscheduled = 0.0
    var open = 0.0
    var new = 0.0
    var back = 0.0
    var correction = 0.0
    /// Of deals won already: as it is believed, and by the plain rule.
    var won = 0.0
    var plain = 0.0

    init() {}

    init(_ source: BasisAnswer.Source) {
        scheduled = source.scheduled
        unscheduled = source.unscheduled
        open = source.open
        new = source.new
        back = source.back
        correction = source.correction
        won = source.won
        plain = source.plain
    }

    static func sum(_ parts: [BasisSources]) -> BasisSources {
        parts.reduce(into: BasisSources()) { whole, part in
            whole.scheduled += part.scheduled
            whole.unscheduled += part.unscheduled
            whole.open += part.open
            whole.new += part.new
            whole.back += part.back
            whole.correction += part.correction
            whole.won += part.won
            whole.plain += part.plain
        }
    }
}

/// What the reader must be told beside a figure of payments.
struct BasisNotes: Sendable {
    let neverPaid: Double
    let usualDays: Int
    let withoutRate: Int
    let isScheduled: Bool
    let paidOfWon: Double
}
