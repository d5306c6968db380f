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

    package init(
        company: Company, organisation: Organisation, pipelines: [Pipeline], stageVersions: [StageVersion] = [],
        products: [Product] = [], rates: [Rate] = [], quotas: [Quota] = [], absences: [Absence] = []
    ) {
        self.company = company
        self.organisation = organisation
        self.pipelines = pipelines
        self.stageVersions = stageVersions
        self.products = products
        self.rates = rates
        self.quotas = quotas
        self.absences = absences
    }

    package var calendar: CompanyCalendar { company.calendar }
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
