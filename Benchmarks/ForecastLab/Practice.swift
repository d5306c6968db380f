import Forecasting
import Foundation

/// Distance to the exact oracle of the practice company: Σ|forecast − oracle| / Σ actual, by level and third.
struct Practice {
    struct File: Decodable { let windows: [Win] }
    struct Win: Decodable {
        let as_of: String
        let period: String
        let fraction: Double
        let scopes: [String: Scope]
    }
    struct Scope: Decodable {
        let amount: Double
        let count: Double
        let oracle_amount: Double
        let oracle_count: Double
    }
    struct Cell {
        var actual = 0.0
        var distance = 0.0
        var bias = 0.0
        var oracleMiss = 0.0
        var miss: [String: Double] = [:]
        var countActual = 0.0
        var countDistance = 0.0
        var covered = 0
        var rows = 0
    }

    static func run(_ data: String, verbose: Bool) {
        guard let company = CompanyFiles(data + "/practice"),
            let json = FileManager.default.contents(atPath: data + "/practice/oracle.json"),
            let file = try? JSONDecoder().decode(File.self, from: json)
        else { return print("practice: no data") }
        var cells: [String: Cell] = [:]
        for window in file.windows {
            let day = Civil.day(window.as_of)!
            let (history, nodes) = company.at(day)
            let question = LabQuestion.named(window.period)
            let answer = Forecaster().answer(history, nodes: nodes, question: question)
            if verbose, let truth = window.scopes["company"] {
                let e = answer.amount[0]
                print(
                    window.as_of, window.period, "oracle", Int(truth.oracle_amount), "model",
                    Int(e.distribution.mean / 100), "open", Int(e.fromOpen / 100), "new", Int(e.fromNew / 100),
                    "count", truth.oracle_count, answer.count[0].distribution.mean, "won", Int(e.wonToDate / 100),
                    "w", answer.method.pipelineWeight)
            }
            for (node, scope) in company.scopes.enumerated() {
                guard let truth = window.scopes[scope] else { continue }
                let kind = window.period.contains("Q") ? "quarter" : "month"
                let key = "\(kind) \(scope.split(separator: ":")[0]) \(window.fraction)"
                var cell = cells[key] ?? Cell()
                let e = answer.amount[node]
                let mean = e.distribution.mean / 100
                cell.actual += truth.amount
                cell.distance += abs(mean - truth.oracle_amount)
                cell.bias += mean - truth.oracle_amount
                cell.oracleMiss += abs(truth.oracle_amount - truth.amount)
                for (name, value) in [
                    ("template", e.template ?? 0), ("statistical", e.statistical), ("model", e.distribution.mean),
                    ("last", e.naiveLast ?? 0), ("mean3", e.naiveMean3 ?? 0),
                ] { cell.miss[name, default: 0] += abs(value / 100 - truth.amount) }
                cell.countActual += truth.count
                cell.countDistance += abs(answer.count[node].distribution.mean - truth.oracle_count)
                let low = e.distribution.quantile(0.1) / 100
                let high = e.distribution.quantile(0.9) / 100
                cell.covered += low <= truth.amount && truth.amount <= high ? 1 : 0
                cell.rows += 1
                cells[key] = cell
            }
        }
        print("practice: accuracy %, distance to the oracle %, coverage of the 80 % band")
        print(
            "period level fraction".padded(26),
            ["n", "templ", "stat", "model", "last", "mean3", "oracle", "dist", "bias", "cdist", "cover"].map {
                $0.leftPadded(7)
            }.joined())
        for (key, cell) in cells.sorted(by: { $0.key < $1.key }) {
            func accuracy(_ name: String) -> Double { 100 * (1 - cell.miss[name]! / cell.actual) }
            let figures =
                [
                    accuracy("template"), accuracy("statistical"), accuracy("model"), accuracy("last"),
                    accuracy("mean3"), 100 * (1 - cell.oracleMiss / cell.actual), 100 * cell.distance / cell.actual,
                    100 * cell.bias / cell.actual,
                    100 * cell.countDistance / cell.countActual, 100 * Double(cell.covered) / Double(cell.rows),
                ]
            print(key.padded(26), "\(cell.rows)".leftPadded(7) + figures.map { $0.fixed(1).leftPadded(7) }.joined())
        }
    }
}

enum LabQuestion {
    /// `2023-01` or `2023-Q1`, with up to 36 periods before it.
    static func named(_ text: String) -> Question {
        if let q = text.range(of: "-Q") {
            let year = Int(text[..<q.lowerBound])!
            return quarter(Civil.day(year, Int(text[q.upperBound...])! * 3 - 2, 1))
        }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return month(Civil.day(parts[0], parts[1], 1))
    }

    static func month(_ day: Int32) -> Question {
        Question(period: Window(Civil.month(day)), past: (1...36).map { Window(Civil.month(day, plus: -$0)) })
    }

    static func quarter(_ day: Int32) -> Question {
        Question(period: Window(Civil.quarter(day)), past: (1...16).map { Window(Civil.quarter(day, plus: -$0)) })
    }
}

extension Window {
    init(_ pair: Civil.Window32) { self.init(start: pair.start, end: pair.end) }
}

extension String {
    func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
    func leftPadded(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}

extension Double {
    func fixed(_ digits: Int) -> String {
        guard isFinite else { return "–" }
        let factor = pow(10, Double(digits))
        let rounded = Int((self * factor).rounded())
        if digits == 0 { return "\(rounded)" }
        let whole = abs(rounded) / Int(factor)
        let part = String(abs(rounded) % Int(factor)).leftPadded(digits).replacingOccurrences(of: " ", with: "0")
        return (rounded < 0 ? "-" : "") + "\(whole).\(part)"
    }
}
