import Forecasting
import Foundation

/// Rolling as-of forecasts of a real set: accuracy by third, coverage, ranking of open deals and their expected close.
struct RealSets {
    struct Tally {
        var actual = 0.0
        var miss: [String: Double] = [:]
        var covered = 0
        var rows = 0
    }

    static func run(_ data: String, _ name: String, periods: [Question], verbose: Bool) {
        guard let company = CompanyFiles(data + "/" + name) else { return print("\(name): no data") }
        var cells: [String: Tally] = [:]
        var ranked: [(Double, Bool)] = []
        var closeErrors: [Double] = []
        let end = company.history.today
        let (last, _) = company.at(end)
        for question in periods {
            for (label, fraction) in [("0", 0.0), ("1/3", 1.0 / 3), ("2/3", 2.0 / 3)] {
                let days = Double(question.period.end - question.period.start)
                let day = question.period.start + Int32((fraction * days).rounded())
                let (history, nodes) = company.at(day)
                let answer = Forecaster().answer(history, nodes: nodes, question: question, deals: true)
                let truth = company.truth(
                    question.period, last, nodes, kept: company.history.dealsKept(startOf: day), asOf: day)
                for (node, scope) in company.scopes.enumerated() {
                    let e = answer.amount[node]
                    let key = "\(scope.split(separator: ":")[0]) \(label)"
                    var cell = cells[key] ?? Tally()
                    cell.actual += truth[node]
                    for (name, value) in [
                        ("template", e.template ?? 0), ("statistical", e.statistical),
                        ("model", e.distribution.mean), ("last", e.naiveLast ?? 0), ("mean3", e.naiveMean3 ?? 0),
                    ] { cell.miss[name, default: 0] += abs(value - truth[node]) }
                    if truth[node] > 0 || e.distribution.mean > 0 {
                        cell.rows += 1
                        let (low, high) = (e.distribution.quantile(0.1), e.distribution.quantile(0.9))
                        cell.covered += low <= truth[node] + 1 && truth[node] <= high + 1 ? 1 : 0
                    }
                    cells[key] = cell
                    if verbose, node == 0 {
                        print(
                            name, Civil.date(day), "actual", Int(truth[0] / 100), "model",
                            Int(e.distribution.mean / 100), "won", Int(e.wonToDate / 100), "open",
                            Int(e.fromOpen / 100), "new", Int(e.fromNew / 100), "stat", Int(e.statistical / 100),
                            "w", answer.method.pipelineWeight.fixed(2))
                    }
                }
                // Within the 30 days after the origin.
                let month = Question(period: Window(start: day, end: day + 30), past: [])
                guard fraction == 0, day + 30 <= end else { continue }
                let near = Forecaster().answer(history, nodes: nodes, question: month, deals: true)
                let kept = company.history.dealsKept(startOf: day)
                for deal in near.deals {
                    let won = company.wonDay(Int(kept[Int(deal.deal)]))
                    ranked.append((deal.winInPeriod, won.map { $0 < day + 30 } ?? false))
                    if let won, let expected = deal.expectedClose { closeErrors.append(abs(Double(won - expected))) }
                }
            }
        }
        print("\(name): accuracy %, coverage of the 80 % band")
        print(
            "level third".padded(18)
                + ["n", "templ", "stat", "model", "last", "mean3", "cover"].map { $0.leftPadded(8) }.joined())
        for (key, cell) in cells.sorted(by: { $0.key < $1.key }) where cell.actual > 0 {
            let figures = ["template", "statistical", "model", "last", "mean3"].map {
                100 * (1 - cell.miss[$0]! / cell.actual)
            }
            print(
                key.padded(18) + "\(cell.rows)".leftPadded(8)
                    + (figures + [100 * Double(cell.covered) / Double(max(1, cell.rows))]).map {
                        $0.fixed(1).leftPadded(8)
                    }
                    .joined())
        }
        closeErrors.sort()
        let median = closeErrors.isEmpty ? Double.nan : closeErrors[closeErrors.count / 2]
        print(
            "AUC of winning in 30 days \(auc(ranked).fixed(3)) over \(ranked.count) open deals; median error of expected close \(median.fixed(1)) days over \(closeErrors.count) wins"
        )
    }

    static func auc(_ rows: [(Double, Bool)]) -> Double {
        let sorted = rows.sorted { $0.0 < $1.0 }
        var (rankSum, positives) = (0.0, 0.0)
        var row = 0
        while row < sorted.count {
            var end = row
            while end < sorted.count, sorted[end].0 == sorted[row].0 { end += 1 }
            let rank = Double(row + end + 1) / 2
            for place in row..<end where sorted[place].1 {
                rankSum += rank
                positives += 1
            }
            row = end
        }
        let negatives = Double(sorted.count) - positives
        return positives > 0 && negatives > 0
            ? (rankSum - positives * (positives + 1) / 2) / (positives * negatives) : .nan
    }
}

extension CompanyFiles {
    /// What was won in the period by node, with the owners of the day of the forecast where the deal was known then.
    func truth(_ period: Window, _ last: History, _ nodes: Nodes, kept: [Int32], asOf day: Int32) -> [Double] {
        var total = [Double](repeating: 0, count: scopes.count)
        let nobody = Int32(scopes.count - 1)
        for deal in history.created.indices {
            guard let won = wonDay(deal), won >= period.start, won < period.end else { continue }
            let row = Int(history.amountStart[deal + 1]) - 1
            let value = row >= Int(history.amountStart[deal]) ? history.amountValue[row] : 0
            let owner = history.owner[deal]
            total[Int(owner < 0 ? nobody : nodeOfOwner[Int(owner)])] += value
        }
        for node in stride(from: parent.count - 1, to: 0, by: -1) { total[Int(parent[node])] += total[node] }
        return total
    }

    func wonDay(_ deal: Int) -> Int32? {
        let row = Int(history.stepStart[deal + 1]) - 1
        return history.stepState[row] == History.Stages.won ? history.stepDay[row] : nil
    }
}
