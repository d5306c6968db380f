import SalesDomain
import SalesFacts
import Testing

/// A firm as no real one is: where clocks jump, with a fiscal year of its own, one stage or forty, sums up to 10^12, and
/// deals that all came to one end.
struct StrangeBooks: CustomTestStringConvertible {
    enum Fate: CaseIterable { case mixed, allWon, allLost, oneDay }

    let zone: String
    let stages: Int
    let fate: Fate

    /// Each zone with each fate, stages in turn.
    static let all: [StrangeBooks] = ["Europe/Kyiv", "America/New_York", "Australia/Lord_Howe"].flatMap { zone in
        Fate.allCases.enumerated().map { place, fate in
            StrangeBooks(zone: zone, stages: [1, 40, 3, 40][(place + zone.count) % 4], fate: fate)
        }
    }

    var testDescription: String { "\(zone), \(stages) stages, \(fate)" }

    var calendar: CompanyCalendar {
        CompanyCalendar(zone: Zone(identifier: zone)!, fiscalStart: CompanyCalendar.FiscalStart(month: 2, day: 1)!)
    }

    /// From the autumn of 2021, over four changes of the clock.
    func books(deals: Int = 100) -> Books {
        var random = Seeded(UInt64(zone.count * 100 + stages))
        return Books(frame: frame, entries: (1...Int64(deals)).map { entry($0, &random) })
    }

    private var frame: CompanyFrame {
        let firm = Firm.frame()
        return CompanyFrame(
            company: Company(
                name: "Strange", baseCurrency: Firm.uah, language: .uk, basis: .won, amounts: .net, calendar: calendar),
            organisation: firm.organisation,
            pipelines: [
                Pipeline(
                    id: Firm.pipeline, name: "Sales", kind: .sales,
                    stages: (1...stages).map {
                        Stage(
                            id: Stage.ID(Int64($0 + 5)), name: "Stage \($0)", position: $0,
                            probability: $0 % 7 == 3 ? nil : Double($0) / Double(stages + 1), outcome: .open)
                    } + [
                        Stage(id: Firm.won, name: "Won", position: stages + 1, probability: 1, outcome: .won),
                        Stage(id: Firm.lost, name: "Lost", position: stages + 2, probability: 0, outcome: .lost),
                    ])
            ], products: firm.products, rates: firm.rates)
    }

    private func entry(_ number: Int64, _ random: inout Seeded) -> Books.Entry {
        // Half of the deals begin within an hour of a midnight: there days are told apart by the clock that then was.
        let midnight = calendar.zone.start(of: Day(iso: "2021-10-01")! + Int.random(in: 0...560, using: &random))
        let created = midnight.adding(
            seconds: number % 2 == 0 ? Int64.random(in: -3_600...3_600, using: &random) : 43_000)
        var fact = DealFact(
            id: Deal.ID(number), created: created, recorded: created, pipeline: Firm.pipeline, stage: Stage.ID(6),
            amount: number % 9 == 0 ? nil : Int64.random(in: 0...100_000_000_000_000, using: &random),
            owner: [Firm.olena, Firm.petro, Firm.maria, Firm.ivan, nil].randomElement(using: &random)!)
        fact.expectedClose = calendar.zone.day(of: created) + 40
        var when = created
        var changes = [ChangeFact]()
        func move(_ to: Stage.ID, after days: ClosedRange<Int64>) {
            when = when.adding(seconds: Int64.random(in: days, using: &random) * 86_400 + number)
            changes.append(
                ChangeFact(deal: fact.id, field: .stage, changed: when, recorded: when, new: to.number))
        }
        for stage in 1..<max(2, stages) where stage < stages && Bool.random(using: &random) {
            move(Stage.ID(Int64(stage + 6)), after: 0...4)
        }
        switch fate {
        case .allWon: move(Firm.won, after: 1...20)
        case .allLost: move(Firm.lost, after: 1...20)
        case .mixed where number % 4 != 0: move(number % 3 == 0 ? Firm.won : Firm.lost, after: 1...20)
        case .oneDay:
            when = calendar.zone.start(of: Day(iso: "2023-05-14")!).adding(seconds: number)
            changes = [
                ChangeFact(
                    deal: fact.id, field: .stage, changed: when, recorded: when,
                    new: (number % 3 == 0 ? Firm.won : Firm.lost).number)
            ]
        case .mixed: break
        }
        return Books.Entry(deal: fact, changes: changes)
    }
}
