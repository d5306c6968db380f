package import SalesDomain

/// Everything but deals: small, read whole whenever any of it changed.
package struct CompanyFrame: Sendable, Equatable {
    package var company: Company
    package var organisation: Organisation
    package var pipelines: [Pipeline]
    package var stageVersions: [StageVersion]
    package var products: [Product]
    package var rates: [Rate]
    package var quotas: [Quota]
    package var absences: [Absence]
    package var commissions: [CommissionPlan] = []
    package var grants: [Grant] = []
    package var references: [PinnedReference] = []
    package var headlines: [Headline] = []
    /// In the order in which they were made.
    package var submissions: [Submission] = []
    /// Counted series that were given in numbers, by series and day.
    package var series: [SeriesPoint]
    /// What was said of the records above otherwise before, in order of recording: `known(asOf:)` takes it back.
    package var changes: [CompanyChange] = []

    package init(
        company: Company, organisation: Organisation, pipelines: [Pipeline], stageVersions: [StageVersion] = [],
        products: [Product] = [], rates: [Rate] = [], quotas: [Quota] = [], absences: [Absence] = [],
        series: [SeriesPoint] = []
    ) {
        self.company = company
        self.organisation = organisation
        self.pipelines = pipelines
        self.stageVersions = stageVersions
        self.products = products
        self.rates = rates
        self.quotas = quotas
        self.absences = absences
        self.series = series
    }

    package var calendar: CompanyCalendar { company.calendar }

    /// Whether deals are forecast alike in both. Plans, bonuses, absences, counted series and what people say beside the
    /// figures are in reports, but in no forecast.
    package func forecastsAlike(_ other: CompanyFrame) -> Bool {
        var same = other
        (same.quotas, same.absences, same.series) = (quotas, absences, series)
        (same.commissions, same.grants) = (commissions, grants)
        (same.references, same.headlines, same.submissions) = (references, headlines, submissions)
        return same == self
    }
}

/// From a day on, a stage stands at another place or is given another chance by the template.
package struct StageVersion: Sendable, Equatable {
    package let stage: Stage.ID
    /// Nil: since ever.
    package let from: Day?
    package let position: Int
    package let probability: Double?
    package init(stage: Stage.ID, from: Day?, position: Int, probability: Double?) {
        self.stage = stage
        self.from = from
        self.position = position
        self.probability = probability
    }
}

/// How many on a day; of a longer stretch, written on its first day.
package struct SeriesPoint: Sendable, Equatable {
    package let series: String
    package let day: Day
    package let value: Double
    package init(series: String, day: Day, value: Double) {
        self.series = series
        self.day = day
        self.value = value
    }
}
