package import Forecasting
package import SalesDomain
package import SalesFacts

/// Everything known at an instant about some pipelines, ready for the number core; shared by the forecasts of a month,
/// a quarter, and whatever else is asked as of that instant.
package struct CompanyPicture: Sendable {
    package private(set) var cut: Cut
    package private(set) var history: History
    private(set) var people: PeopleTree

    package init(_ facts: Facts, asOf: Instant, pipelines: PipelineChoice) {
        let facts = facts.known(asOf: asOf)
        cut = facts.cut(asOf: asOf, pipelines: pipelines)
        history = History(cut, facts.frame)
        people = PeopleTree(cut, facts.organisation)
    }

    /// The same tree over another cut of the same deals, whose money is nobody's but the owner's.
    func replacing(cut: Cut) -> CompanyPicture {
        var picture = self
        picture.cut = cut
        picture.people.undivide()
        return picture
    }

    /// The same as if this had been entered last; by index in the cut.
    func supposing(_ deals: [Int: Cut.Supposed], _ facts: Facts) -> CompanyPicture {
        let facts = facts.known(asOf: cut.asOf)
        var picture = self
        picture.cut = cut.supposing(deals)
        picture.history = History(picture.cut, facts.frame, calendar: history.calendar)
        picture.people = PeopleTree(picture.cut, facts.organisation)
        return picture
    }

    /// Brings it up to a later instant of the same day, in the same frame, when only `changed` deals changed in between: the
    /// same as a new one, in milliseconds. False when it cannot be done; then it must not be used any more.
    package mutating func follow(
        _ facts: Facts, asOf: Instant, pipelines: PipelineChoice, changed: Set<Deal.ID>
    ) -> Bool {
        let facts = facts.known(asOf: asOf)
        // The history shares its columns with the cut: it goes first, so that they are rewritten in place.
        let calendar = history.calendar
        history = History.nothing(calendar)
        guard let replaced = cut.follow(facts, asOf: asOf, pipelines: pipelines, changed: changed) else { return false }
        history = History(cut, facts.frame, calendar: calendar)
        if !people.follow(cut, facts.organisation, replaced) { people = PeopleTree(cut, facts.organisation) }
        return true
    }

    /// More than a hundredth of what is known was written down today about earlier days.
    var isMostlyNew: Bool {
        let today = cut.today.number
        let late =
            Self.late(cut.created, cut.createdKnown, today) + Self.late(cut.steps.day, cut.steps.known, today)
        return late * 100 > cut.count + cut.steps.day.count
    }

    private static func late(_ days: [Int32], _ known: [Int32], _ today: Int32) -> Int {
        days.withUnsafeBufferPointer { days in
            known.withUnsafeBufferPointer { known in
                // In the same memory nothing is late.
                if days.baseAddress == known.baseAddress { return 0 }
                var late = 0
                for row in days.indices { late &+= known[row] == today && days[row] < today ? 1 : 0 }
                return late
            }
        }
    }
}
