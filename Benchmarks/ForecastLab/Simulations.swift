import Forecasting
import Foundation

/// Accuracy on simulated companies beside that of their exact oracles, and coverage of the 80 % band.
struct Simulations {
    struct Cell {
        var actual = 0.0
        var miss = 0.0
        var oracleMiss = 0.0
        var distance = 0.0
        var bias = 0.0
        var covered = 0
        var rows = 0
        var weight = 0.0
        mutating func add(_ other: Cell) {
            actual += other.actual
            miss += other.miss
            oracleMiss += other.oracleMiss
            distance += other.distance
            bias += other.bias
            covered += other.covered
            rows += other.rows
            weight += other.weight
        }
    }

    static func run(sizes: [Double], seeds: Int, stories: [SimulatedCompany.Story]) {
        let jobs = stories.flatMap { story in
            sizes.flatMap { size in (0..<seeds).map { (story, size, UInt64($0 + 1) * 1000 + UInt64(size)) } }
        }
        let results = jobs.map { measure($0.0, $0.1, $0.2) }
        var cells: [String: Cell] = [:]
        for (job, result) in zip(jobs, results) {
            for (key, cell) in result {
                let name = "\(job.0.rawValue)".padded(10) + "\(Int(job.1))".leftPadded(4) + " " + key
                cells[name, default: Cell()].add(cell)
                let all = "all".padded(10) + "\(Int(job.1))".leftPadded(4) + " " + key
                cells[all, default: Cell()].add(cell)
            }
        }
        print("simulations: story, wins a month, level, third")
        print("".padded(34) + ["n", "model", "oracle", "dist", "bias", "cover", "w"].map { $0.leftPadded(8) }.joined())
        for (key, cell) in cells.sorted(by: { $0.key < $1.key }) {
            let figures = [
                100 * (1 - cell.miss / cell.actual), 100 * (1 - cell.oracleMiss / cell.actual),
                100 * cell.distance / cell.actual, 100 * cell.bias / cell.actual,
                100 * Double(cell.covered) / Double(max(1, cell.rows)), 100 * cell.weight / Double(max(1, cell.rows)),
            ]
            print(key.padded(34) + "\(cell.rows)".leftPadded(8) + figures.map { $0.fixed(1).leftPadded(8) }.joined())
        }
    }

    static let onlyStart = ProcessInfo.processInfo.environment["LAB_START"] != nil

    static func measure(_ story: SimulatedCompany.Story, _ size: Double, _ seed: UInt64) -> [String: Cell] {
        let company = SimulatedCompany(story, winsPerMonth: size, seed: seed)
        var cells: [String: Cell] = [:]
        for question in company.lastMonths {
            let actual = company.actual(question.period)
            for (label, fraction) in [("0", 0.0), ("1/3", 1.0 / 3), ("2/3", 2.0 / 3)] where !onlyStart || fraction == 0
            {
                let day =
                    question.period.start
                    + Int32((fraction * Double(question.period.end - question.period.start)).rounded())
                let oracle = company.oracle(question.period, at: day)
                let answer = Forecaster().answer(
                    company.history.asOf(startOf: day),
                    nodes: company.nodes.keeping(company.history.dealsKept(startOf: day)), question: question)
                for node in actual.indices {
                    let level = node == 0 ? "company" : node <= company.departmentCount ? "department" : "seller"
                    let e = answer.amount[node].distribution
                    var cell = Cell()
                    cell.actual = actual[node]
                    cell.miss = abs(e.mean - actual[node])
                    cell.oracleMiss = abs(oracle[node] - actual[node])
                    cell.distance = abs(e.mean - oracle[node])
                    cell.bias = e.mean - oracle[node]
                    cell.covered = e.quantile(0.1) <= actual[node] && actual[node] <= e.quantile(0.9) ? 1 : 0
                    cell.rows = 1
                    cell.weight = answer.method.pipelineWeight
                    cells["\(level) \(label)", default: Cell()].add(cell)
                }
            }
        }
        return cells
    }
}
