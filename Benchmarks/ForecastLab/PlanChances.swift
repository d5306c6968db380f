import Forecasting
import Foundation

/// Do plans that are given a probability come true as often as it says? Plans are set as companies set them: from the last
/// three months, some too low and some too high; the forecast does not know them.
struct PlanChances {
    private struct Bin {
        var plans = 0
        var met = 0
        var said = 0.0
    }

    static let edges = [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.000_001]
    static let factors = [0.7, 0.85, 1.0, 1.15, 1.3]

    static func run(sizes: [Double], seeds: Int, stories: [Story]) {
        var bins: [String: [Bin]] = [:]
        for story in stories {
            for size in sizes {
                for seed in 0..<seeds {
                    add(
                        SimulatedCompany(story, winsPerMonth: size, seed: UInt64(seed + 1) * 1000 + UInt64(size)), &bins
                    )
                }
            }
        }
        print("plans: probability that was given, plans, mean of the probability, met; %")
        for (level, row) in bins.sorted(by: { $0.key < $1.key }) {
            for (place, bin) in row.enumerated() where bin.plans > 0 {
                let name = "\(level) \(Int(edges[place] * 100))-\(Int(edges[place + 1] * 100))"
                let figures = [100 * bin.said / Double(bin.plans), 100 * Double(bin.met) / Double(bin.plans)]
                print(
                    name.padded(24) + "\(bin.plans)".leftPadded(7) + figures.map { $0.fixed(1).leftPadded(8) }.joined())
            }
        }
    }

    private static func add(_ company: SimulatedCompany, _ bins: inout [String: [Bin]]) {
        for question in company.lastMonths {
            let actual = company.actual(question.period)
            let before = question.past.prefix(3).map(company.actual)
            guard before.count == 3 else { continue }
            for fraction in [0.0, 1.0 / 3, 2.0 / 3] {
                let length = Double(question.period.end - question.period.start)
                let day = question.period.start + Int32((fraction * length).rounded())
                let answer = Forecaster().answer(
                    company.history.asOf(startOf: day),
                    nodes: company.nodes.keeping(company.history.dealsKept(startOf: day)), question: question)
                for node in actual.indices {
                    let level = node == 0 ? "company" : node <= company.departmentCount ? "department" : "seller"
                    let usual = before.reduce(0) { $0 + $1[node] } / 3
                    for factor in factors where usual > 0 {
                        let distribution = answer.amount[node].distribution
                        // A plan that is met already has no probability to be right about.
                        guard usual * factor > distribution.base else { continue }
                        let chance = distribution.probability(atLeast: usual * factor)
                        let place = edges.lastIndex { $0 <= chance } ?? 0
                        for name in [level, "all"] {
                            bins[name, default: [Bin](repeating: Bin(), count: edges.count)][place].plans += 1
                            bins[name]?[place].said += chance
                            if actual[node] >= usual * factor { bins[name]?[place].met += 1 }
                        }
                    }
                }
            }
        }
    }
}
