import Forecasting
import Foundation

/// What the distance to the oracle is made of: open deals at the start of a month, as the company's own history tells their
/// chances, and as it would if the same process had made so many times as many deals; what then remains is the method's.
/// Of single deals too: by product, size, age, stage and how fast they are.
struct Parts {
    fileprivate struct Cell {
        var actual = 0.0
        var distance = 0.0
        var bias = 0.0
        var countActual = 0.0
        var countBias = 0.0
        var rows = 0

        init() {}

        init(actual: Double, money: Double, best: Double, countActual: Double, count: Double, bestCount: Double) {
            self.actual = actual
            distance = abs(money - best)
            bias = money - best
            self.countActual = countActual
            countBias = count - bestCount
            rows = 1
        }
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
        print("".padded(76) + ["n", "dist", "bias", "countbias"].map { $0.leftPadded(10) }.joined())
        for (key, cell) in cells.sorted(by: { $0.key < $1.key }) {
            let figures = [
                100 * cell.distance / cell.actual, 100 * cell.bias / cell.actual,
                100 * cell.countBias / cell.countActual,
            ]
            print(
                key.padded(76) + "\(cell.rows)".leftPadded(10) + figures.map { $0.fixed(2).leftPadded(10) }.joined())
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
            let open = oracle.open()
            let best = open.reduce(0) { $0 + $1.amount * $1.chance }
            let bestCount = open.reduce(0) { $0 + $1.chance }
            let kept = company.history.dealsKept(startOf: day)
            let place = Dictionary(uniqueKeysWithValues: kept.enumerated().map { (Int($1), Int32($0)) })
            let actual = (company.actual(question.period)[0], company.actualCount(question.period))
            let known = company.history.asOf(startOf: day)
            let nodes = company.nodes.keeping(kept)
            for (school, times) in zip(schools, times) {
                let learned = Forecaster().learn(
                    school.history.asOf(startOf: day),
                    nodes: school.nodes.keeping(school.history.dealsKept(startOf: day)),
                    question: Question(period: question.period, past: []))
                let chances = Forecaster().answer(learned, known, nodes: nodes, chances: true).chances
                let money = chances.reduce(0) { $0 + $1.model * $1.modelValue }
                let count = chances.reduce(0) { $0 + $1.model }
                let name = "taught by × \(Int(times))"
                cells[name, default: Cell()].add(
                    Cell(
                        actual: actual.0, money: money, best: best, countActual: actual.1, count: count,
                        bestCount: bestCount))
                let known = Dictionary(uniqueKeysWithValues: chances.map { ($0.deal, $0) })
                for deal in open {
                    guard let found = place[deal.deal].flatMap({ known[$0] }) else { continue }
                    let cell = Cell(
                        actual: deal.amount * deal.chance, money: found.model * found.modelValue,
                        best: deal.amount * deal.chance, countActual: deal.chance, count: found.model,
                        bestCount: deal.chance)
                    for kind in kinds(deal, company) { cells["\(name), \(kind)", default: Cell()].add(cell) }
                }
            }
        }
        return cells
    }

    /// The kinds of deals of which one is.
    private static func kinds(_ deal: Oracle.Open, _ company: SimulatedCompany) -> [String] {
        let product = Int(company.history.product[deal.deal])
        func among(_ value: Double, _ bounds: [Double]) -> String {
            bounds.first { value < $0 }.map { "< \($0.fixed(1))" } ?? "from \(bounds.last!.fixed(1))"
        }
        return [
            "product \(product)", "stage \(deal.stage)",
            "age " + among(Double(deal.age), [7, 30, 90, 160]),
            "amount of its product's price " + among(deal.amount / company.truth.productPrice[product], [0.6, 1, 1.6]),
            "pace " + among(deal.factor, [0.7, 0.9, 1.1, 1.5]),
        ]
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
