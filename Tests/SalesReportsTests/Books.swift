import SalesDomain
import SalesFacts

@testable import SalesReports

/// Everything that facts are built from, to be changed at will.
struct Books {
    struct Entry {
        var deal: DealFact
        var changes: [ChangeFact]
    }

    var frame: CompanyFrame
    var entries: [Entry]
    var payments: [PaymentFact] = []
    var costs: [CostFact] = []
    /// In ascending order of id.
    var activities: [ActivityFact] = []

    func facts(position: Int64 = 1) -> Facts {
        var builder = FactsBuilder(zone: frame.calendar.zone)
        for entry in entries {
            builder.add(deal: entry.deal)
            for change in entry.changes { builder.add(change: change) }
        }
        var facts = builder.facts(frame: frame, position: position)
        facts.payments = PaymentColumns(payments)
        facts.costs = CostColumns(costs)
        facts.activities = ActivityColumns(activities, zone: frame.calendar.zone)
        return facts
    }

    /// Without anything that was recorded at or after an instant.
    func known(before instant: Instant) -> Books {
        var books = self
        books.entries = entries.filter { $0.deal.recorded < instant }.map { entry in
            Entry(deal: entry.deal, changes: entry.changes.filter { $0.recorded < instant })
        }
        books.payments = payments.filter { $0.recorded < instant }
        books.costs = costs.filter { $0.recorded < instant }
        books.activities = activities.filter { $0.recorded < instant }
        return books
    }

    /// With another future: what was recorded at or after an instant says something else, and more is added.
    func otherwise(after instant: Instant, _ random: inout Seeded) -> Books {
        var books = self
        for index in books.entries.indices {
            for change in books.entries[index].changes.indices
            where books.entries[index].changes[change].recorded >= instant {
                switch books.entries[index].changes[change].field {
                case .amount: books.entries[index].changes[change].new = Int64.random(in: 0...9_999_999, using: &random)
                case .stage: books.entries[index].changes[change].new = Int64.random(in: 1...5, using: &random)
                default: break
                }
            }
            if Int.random(in: 0..<3, using: &random) == 0 {
                books.entries[index].changes.append(
                    ChangeFact(
                        deal: books.entries[index].deal.id, field: .stage, changed: instant.adding(seconds: 60),
                        recorded: instant.adding(seconds: 60), new: Int64.random(in: 1...5, using: &random)))
            }
        }
        return books
    }
}

/// The same numbers every time (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
