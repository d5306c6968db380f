import Forecasting
import Foundation

/// Expected against actual wins of open deals, by size.
enum Calibration {
    static func run(_ data: String) {
        guard let company = CompanyFiles(data + "/practice") else { return }
        var rows: [(value: Double, p: Double, won: Double, got: Double)] = []
        for month in 0..<10 {
            let question = LabQuestion.month(Civil.month(Civil.day(2022, 12, 1), plus: month).start)
            let day = question.period.start
            let (history, nodes) = company.at(day)
            let kept = company.history.dealsKept(startOf: day)
            for deal in Forecaster().answer(history, nodes: nodes, question: question, deals: true).deals {
                let original = Int(kept[Int(deal.deal)])
                let won = company.wonDay(original).map { $0 < question.period.end } ?? false
                let got = company.history.amountValue[Int(company.history.amountStart[original + 1]) - 1]
                rows.append((deal.value, deal.winInPeriod, won ? 1 : 0, won ? got : 0))
            }
        }
        rows.sort { $0.value < $1.value }
        for part in 0..<10 {
            let slice = rows[(rows.count * part / 10)..<(rows.count * (part + 1) / 10)]
            let p = slice.reduce(0) { $0 + $1.p }, won = slice.reduce(0) { $0 + $1.won }
            let expected = slice.reduce(0) { $0 + $1.p * $1.value }, got = slice.reduce(0) { $0 + $1.got }
            let said = slice.filter { $0.won > 0 }.reduce(0) { $0 + $1.value }
            print(
                "upTo", Int(slice.last!.value / 100), "expected wins", p.fixed(1), "won", won.fixed(0), "money",
                Int(expected / 100), "got", Int(got / 100), "value if won said", Int(said / 100))
        }
    }
}
