import Foundation

@testable import Forecasting

/// A small made-up firm for the tests: three sellers in two departments, two products, three open stages.
struct Firm {
    var deals: [Deal] = []
    var probability = [0.1, 0.4, 0.7]
    var today: Int32 = Firm.start + 420
    static let start: Int32 = 18_262  // 1 January 2020

    struct Deal {
        var created: Int32
        var owner: Int32
        var product: Int32
        var steps: [(day: Int32, state: Int16)]
        var amounts: [(day: Int32, value: Double)]
        var due: Int32?
        /// Later dates, oldest first.
        var moved: [(day: Int32, value: Int32)] = []
    }

    static func working(_ count: Int, seed: UInt64 = 1, scale: Double = 1) -> Firm {
        var firm = Firm()
        var random = SplitMix(seed)
        for _ in 0..<count {
            let created = Firm.start + Int32(random.unit() * 415)
            var steps: [(Int32, Int16)] = [(created, 0)]
            var day = created
            var stage: Int16 = 0
            while true {
                day += 1 + Int32(random.unit() * 18)
                if day >= firm.today { break }
                if random.unit() < 0.25 {
                    steps.append((day, History.Stages.lost))
                    break
                }
                stage += 1
                steps.append((day, stage == 3 ? History.Stages.won : stage))
                if stage == 3 { break }
            }
            let amount = (100_000 + 900_000 * random.unit()).rounded() * scale
            firm.deals.append(
                Deal(
                    created: created, owner: Int32(random.unit() * 3), product: Int32(random.unit() * 2), steps: steps,
                    amounts: [(created, amount)], due: created + 60))
        }
        return firm
    }

    var history: History {
        func starts<T>(_ rows: [[T]]) -> [Int32] { rows.reduce(into: [0]) { $0.append($0.last! + Int32($1.count)) } }
        let steps = deals.map(\.steps)
        let amounts = deals.map(\.amounts)
        let dues = deals.map { deal in (deal.due.map { [(day: deal.created, value: $0)] } ?? []) + deal.moved }
        return History(
            today: today,
            stages: .init(probability: probability, pipeline: [Int32](repeating: 0, count: probability.count)),
            calendar: Firm.calendar, created: deals.map(\.created), createdKnown: deals.map(\.created),
            pipeline: deals.map { _ in 0 }, owner: deals.map(\.owner), product: deals.map(\.product),
            source: deals.map { _ in -1 }, returning: deals.map { _ in -1 }, stepStart: starts(steps),
            stepDay: steps.flatMap { $0.map(\.day) }, stepKnown: steps.flatMap { $0.map(\.day) },
            stepState: steps.flatMap { $0.map(\.state) }, amountStart: starts(amounts),
            amountDay: amounts.flatMap { $0.map(\.day) }, amountKnown: amounts.flatMap { $0.map(\.day) },
            amountValue: amounts.flatMap { $0.map(\.value) }, dueStart: starts(dues),
            dueDay: dues.flatMap { $0.map(\.day) }, dueKnown: dues.flatMap { $0.map(\.day) },
            dueValue: dues.flatMap { $0.map(\.value) }, moneyless: deals.map { _ in false },
            ownerActive: [true, true, true], productPrice: [.nan, .nan])
    }

    /// Company; departments 1 and 2; sellers 3, 4 (department 1) and 5 (department 2).
    var nodes: Nodes {
        Nodes(
            parent: [-1, 0, 0, 1, 1, 2], nodeOfDeal: deals.map { 3 + $0.owner },
            open: [true, true, true, true, true, true])
    }

    /// The month that began twelve days ago, and four before it, of thirty days each.
    var question: Question { question(4) }

    func question(_ past: Int32) -> Question {
        let start = today - 12
        return Question(
            period: Window(start: start, end: start + 30),
            past: (1...past).map { Window(start: start - 30 * $0, end: start - 30 * $0 + 30) })
    }

    func answer(deals: Bool = false) -> Answer {
        Forecaster().answer(history, nodes: nodes, question: question, deals: deals)
    }

    private static let calendar: History.Calendar = {
        let days = 0..<2_500
        let weekday = days.map { UInt8(($0 + 2) % 7) }
        return .init(
            firstDay: Firm.start - 200, weekday: weekday, working: weekday.map { $0 < 5 },
            monthOfQuarter: days.map { UInt8($0 / 30 % 3) }, monthOfYear: days.map { UInt8($0 / 30 % 12) })
    }()
}

extension SplitMix {
    /// Knuth's for small means.
    mutating func poisson(_ mean: Double) -> Int {
        let limit = exp(-min(mean, 50))
        var product = unit()
        var count = 0
        while product > limit, count < 500 {
            product *= unit()
            count += 1
        }
        return count
    }
}
