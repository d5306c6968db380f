import Forecasting
import Foundation

/// What the distance to the oracle is made of: open deals at the start of a month, as the company's own history tells their
/// chances, and as it would if the same process had made so many times as many deals; what then remains is the method's.
struct Parts {
    fileprivate struct Cell {
        var actual = 0.0
        var distance = 0.0
        var bias = 0.0
        var countActual = 0.0
        var countBias = 0.0
        var rows = 0
    }

    static func run(sizes: [Double], seeds: Int, stories: [Story], times: [Double], without: Set<Trait>) {
        var cells: [String: Cell] = [:]
        for story in stories {
            for size in sizes.isEmpty ? [70] : sizes {
                for seed in 0..<seeds {
                    for (key, cell) in measure(
                        story, size, UInt64(seed + 1) * 1000 + UInt64(size), times: [1] + times, without)
                    {
                        for name in [story.rawValue, "all"] {
                            cells[name.padded(18) + "\(Int(size))".leftPadded(4) + " " + key, default: Cell()].add(cell)
                        }
                    }
                }
            }
        }
        print("parts: open deals at a month's start, % of what was won; without", without.map(\.rawValue).sorted())
        print("".padded(44) + ["n", "dist", "bias", "countbias"].map { $0.leftPadded(10) }.joined())
        for (key, cell) in cells.sorted(by: { $0.key < $1.key }) {
            let figures = [
                100 * cell.distance / cell.actual, 100 * cell.bias / cell.actual,
                100 * cell.countBias / cell.countActual,
            ]
            print(
                key.padded(44) + "\(cell.rows)".leftPadded(10) + figures.map { $0.fixed(2).leftPadded(10) }.joined())
        }
    }

    private static func measure(
        _ story: Story, _ size: Double, _ seed: UInt64, times: [Double], _ without: Set<Trait>
    ) -> [String: Cell] {
        let company = SimulatedCompany(story, winsPerMonth: size, seed: seed, without: without)
        let schools = times.map {
            $0 == 1
                ? company : SimulatedCompany(story, winsPerMonth: size, seed: seed, without: without, times: $0)
        }
        var cells: [String: Cell] = [:]
        for question in company.lastMonths {
            let day = question.period.start
            let oracle = Oracle(company, question.period, at: day)
            let best = oracle.parts(question.period).open[0]
            let bestCount = oracle.openCount(question.period)
            let actual = (company.actual(question.period)[0], company.actualCount(question.period))
            let known = company.history.asOf(startOf: day)
            let nodes = company.nodes.keeping(company.history.dealsKept(startOf: day))
            for (school, times) in zip(schools, times) {
                let learned = Forecaster().learn(
                    school.history.asOf(startOf: day),
                    nodes: school.nodes.keeping(school.history.dealsKept(startOf: day)),
                    question: Question(period: question.period, past: []))
                let chances = Forecaster().answer(learned, known, nodes: nodes, chances: true).chances
                let money = chances.reduce(0) { $0 + $1.model * $1.modelValue }
                let count = chances.reduce(0) { $0 + $1.model }
                var cell = Cell()
                cell.actual = actual.0
                cell.distance = abs(money - best)
                cell.bias = money - best
                cell.countActual = actual.1
                cell.countBias = count - bestCount
                cell.rows = 1
                cells["taught by × \(Int(times))".padded(20), default: Cell()].add(cell)
            }
        }
        return cells
    }
}

extension Parts.Cell {
    fileprivate mutating func add(_ other: Self) {
        actual += other.actual
        distance += other.distance
        bias += other.bias
        countActual += other.countActual
        countBias += other.countBias
        rows += other.rows
    }
}

extension SimulatedCompany {
    func actualCount(_ period: Window) -> Double {
        history.created.indices.reduce(0) { sum, deal in
            let row = Int(history.stepStart[deal + 1]) - 1
            let isWon =
                history.stepState[row] == History.Stages.won && history.stepDay[row] >= period.start
                && history.stepDay[row] < period.end
            return sum + (isWon ? 1 : 0)
        }
    }
}
