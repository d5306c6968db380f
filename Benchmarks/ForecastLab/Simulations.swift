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
        var openBias = 0.0
        var newBias = 0.0
        var openMiss = 0.0
        var newMiss = 0.0
        var covered = 0
        var rows = 0
        var weight = 0.0
        var changing = 0
        var alone = 0

        mutating func add(_ other: Cell) {
            actual += other.actual
            miss += other.miss
            oracleMiss += other.oracleMiss
            distance += other.distance
            bias += other.bias
            openBias += other.openBias
            newBias += other.newBias
            openMiss += other.openMiss
            newMiss += other.newMiss
            covered += other.covered
            rows += other.rows
            weight += other.weight
            changing += other.changing
            alone += other.alone
        }

        var figures: [Double] {
            let rows = Double(max(1, rows))
            return [
                100 * (1 - miss / actual), 100 * (1 - oracleMiss / actual), 100 * distance / actual,
                100 * bias / actual, 100 * openBias / actual, 100 * newBias / actual, 100 * openMiss / actual,
                100 * newMiss / actual, 100 * Double(covered) / rows,
                100 * weight / rows, 100 * Double(changing) / rows,
                100 * Double(alone) / rows,
            ]
        }
    }

    static let header = [
        "n", "model", "oracle", "dist", "bias", "open", "new", "dopen", "dnew", "cover", "w", "chang", "stage",
    ]

    /// - Parameter fractions: moments of the period, as shares of it that are gone.
    ///   - blind: expected closes are kept from the model.
    ///   - each: says every company's own distance as well.
    static func run(
        sizes: [Double], seeds: Int, stories: [Story], fractions: [Double], blind: Bool = false, each: Bool = false
    ) {
        var cells: [String: Cell] = [:]
        for story in stories {
            for size in sizes {
                for seed in 0..<seeds {
                    let found = measure(story, size, UInt64(seed + 1) * 1000 + UInt64(size), fractions, blind: blind)
                    if each {
                        let own = found.filter { $0.key.hasPrefix("company") && !$0.key.contains("month") }
                        print(
                            story.rawValue, Int(size), seed,
                            own.sorted { $0.key < $1.key }.map { ($0.value.figures[2]).fixed(2) }.joined(separator: " ")
                        )
                    }
                    for (key, cell) in found {
                        for name in [story.rawValue, "all"] {
                            cells[name.padded(18) + "\(Int(size))".leftPadded(4) + " " + key, default: Cell()].add(cell)
                        }
                    }
                }
            }
        }
        print("simulations: story, wins a month, level, part of the month gone; % of what was won")
        print("".padded(44) + header.map { $0.leftPadded(8) }.joined())
        for (key, cell) in cells.sorted(by: { $0.key < $1.key }) {
            if key.hasPrefix("all"), key.contains("since") { continue }
            if !key.hasPrefix("all"), key.contains("quarter") { continue }
            print(
                key.padded(44) + "\(cell.rows)".leftPadded(8)
                    + cell.figures.map { $0.fixed(1).leftPadded(8) }.joined())
        }
    }

    static func measure(_ story: Story, _ size: Double, _ seed: UInt64, _ fractions: [Double], blind: Bool = false)
        -> [String: Cell]
    {
        let company = SimulatedCompany(story, winsPerMonth: size, seed: seed)
        var cells: [String: Cell] = [:]
        for question in company.lastMonths {
            let actual = company.actual(question.period)
            for fraction in fractions {
                let days = Double(question.period.end - question.period.start)
                let day = question.period.start + Int32((fraction * days).rounded())
                let oracle = Oracle(company, question.period, at: day).parts(question.period)
                var known = company.history.asOf(startOf: day)
                if blind { known.forgetDates() }
                let answer = Forecaster().answer(
                    known,
                    nodes: company.nodes.keeping(company.history.dealsKept(startOf: day)), question: question)
                let label = fraction.fixed(2)
                for node in actual.indices {
                    let level = node == 0 ? "company" : node <= company.departmentCount ? "department" : "seller"
                    let best = oracle.won[node] + oracle.open[node] + oracle.new[node]
                    let estimate = answer.amount[node]
                    let e = estimate.distribution
                    var cell = Cell()
                    cell.actual = actual[node]
                    cell.miss = abs(e.mean - actual[node])
                    cell.oracleMiss = abs(best - actual[node])
                    cell.distance = abs(e.mean - best)
                    cell.bias = e.mean - best
                    cell.openBias = estimate.fromOpen - oracle.open[node]
                    cell.newBias = estimate.fromNew - oracle.new[node]
                    cell.openMiss = abs(cell.openBias)
                    cell.newMiss = abs(cell.newBias)
                    cell.covered = e.quantile(0.1) <= actual[node] && actual[node] <= e.quantile(0.9) ? 1 : 0
                    cell.rows = 1
                    cell.weight = answer.method.pipelineWeight
                    cell.changing = answer.method.processIsChanging ? 1 : 0
                    cell.alone = answer.method.stageChanges.isEmpty ? 0 : 1
                    cells["\(level) \(label)", default: Cell()].add(cell)
                    if node == 0 {
                        let place = (Civil.date(question.period.start).month - 1) % 3 + 1
                        cells["company \(label) month \(place) of the quarter", default: Cell()].add(cell)
                    }
                    if node == 0, story.isBreak, fraction == 0 {
                        let since = (question.period.start - company.truth.breakDay + 35) / 31 - 1
                        cells["company \(label) since \(since)", default: Cell()].add(cell)
                    }
                }
            }
        }
        return cells
    }
}

extension History {
    /// As if nobody had said when a deal is expected to close.
    mutating func forgetDates() {
        dueStart = [Int32](repeating: 0, count: created.count + 1)
        (dueDay, dueKnown, dueValue) = ([], [], [])
    }
}
