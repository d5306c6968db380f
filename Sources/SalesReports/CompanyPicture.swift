package import Forecasting
package import SalesDomain
package import SalesFacts

/// Everything known at an instant about some pipelines, ready for the number core; shared by the forecasts of a month,
/// a quarter, and whatever else is asked as of that instant.
package struct CompanyPicture: Sendable {
    package let cut: Cut
    package let history: History
    let people: PeopleTree

    package init(_ facts: Facts, asOf: Instant, pipelines: PipelineChoice) {
        cut = facts.cut(asOf: asOf, pipelines: pipelines)
        history = History(cut, facts.frame)
        people = PeopleTree(cut, facts.organisation)
    }
}
