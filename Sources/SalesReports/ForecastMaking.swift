internal import Forecasting
package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// Throws `notYet` for an instant after now, `notFound` for what is not there or not this viewer's.
    package func forecast(_ request: ForecastRequest, for seen: Seen) throws(ReportRefusal) -> ForecastReport {
        let looking = try admitted(request.scope, request.pipelines, asOf: request.asOf, seen)
        try admit(request.basis, asOf: request.asOf)
        guard request.basis == .won || request.by != .deal else { throw .notOnBasis(request.basis) }
        return looking.report(request)
    }

    /// As answers outside say it: where no amount is known, each deal stands for one in the place of money, as in every
    /// other report. Throws like `forecast`.
    package func forecastInOneMeasure(_ request: ForecastRequest, for seen: Seen) throws(ReportRefusal)
        -> ForecastReport
    {
        try counting(ReportRequest(request)).forecast(request, for: seen)
    }

    /// For whom the scope was admitted already.
    private func report(_ request: ForecastRequest) -> ForecastReport {
        let maker = maker(request, chances: true)
        let picture = pictures(request.asOf, request.pipelines)
        let details = DealDetails(facts, request, picture)
        var notes = details.notes(maker.company)
        if isCounting { notes.amountsKnown = false }
        return ForecastReport(
            asOf: request.asOf, period: request.period,
            currency: isCounting ? .deals : facts.frame.company.baseCurrency,
            basis: request.basis, whole: maker.node(request.scope, parent: nil), parts: parts(maker),
            deals: request.by == .deal ? details.deals(maker.company) : [], notes: notes,
            bridge: request.basis == .won ? ForecastReport.Bridge(maker.company, picture, request.scope) : nil,
            basisParts: BasisParts(maker.company, request.scope))
    }

    func maker(_ request: ForecastRequest, chances: Bool = false) -> ForecastMaker {
        ForecastMaker(
            facts: facts.known(asOf: request.asOf), request: request,
            company: forecasts(question(request, chances: chances)))
    }

    func question(_ request: ForecastRequest, chances: Bool = false) -> CompanyQuestion {
        CompanyQuestion(
            asOf: request.asOf, period: request.period, pipelines: request.pipelines, deals: request.by == .deal,
            chances: chances, basis: request.basis)
    }

    func parts(_ maker: ForecastMaker) -> [ForecastReport.Node] {
        let request = maker.request
        func groups(_ tree: CompanyQuestion.Tree) -> CompanyForecast {
            forecasts(
                CompanyQuestion(
                    asOf: request.asOf, period: request.period, pipelines: request.pipelines, tree: tree,
                    basis: request.basis))
        }
        switch request.by {
        case .department: return maker.departments()
        case .employee: return maker.employees()
        case .product: return maker.groups(groups(.products(request.scope)))
        case .pipeline: return maker.groups(groups(.pipelines(request.scope)))
        case .deal, nil: return []
        }
    }
}

/// From the company's answer to one report.
struct ForecastMaker {
    let facts: Facts
    let request: ForecastRequest
    let company: CompanyForecast
    let inside: [Bool]
    private let quotas: QuotaBook

    init(facts: Facts, request: ForecastRequest, company: CompanyForecast) {
        self.facts = facts
        self.request = request
        self.company = company
        inside = company.people.inside(request.scope)
        quotas = QuotaBook(facts, company, asOf: request.asOf, measure: Quota.Measure(request.basis))
    }

    func node(_ scope: Scope, parent: Scope?) -> ForecastReport.Node {
        node(scope, at: company.people.nodes(of: scope), parent: parent)
    }

    func node(_ scope: Scope, at nodes: [Int32], parent: Scope?, planned: Bool = true) -> ForecastReport.Node {
        node(scope, at: nodes, parent: parent, quota: planned ? quotas.quota(of: scope, in: request.period) : nil)
    }

    /// A person's part of the scope: of who has moved, what of the plan lies there.
    func part(_ person: Employee.ID, at nodes: [Int32]) -> ForecastReport.Node {
        let isWhole = nodes.count == company.people.nodes(of: .employee(person)).count
        let quota =
            isWhole
            ? quotas.quota(of: .employee(person), in: request.period)
            : quotas.quota(of: person, within: isInside, in: request.period)
        return node(.employee(person), at: nodes, parent: nil, quota: quota)
    }

    private func isInside(_ department: Department.ID?) -> Bool {
        company.people.nodeOf[.department(department)].map { inside[Int($0)] } ?? false
    }

    private func node(_ scope: Scope, at nodes: [Int32], parent: Scope?, quota: QuotaBook.Found?)
        -> ForecastReport.Node
    {
        let amount = Figure.sum(nodes.map { company.amounts[Int($0)] })
        let count = Figure.sum(nodes.map { company.counts[Int($0)] })
        return ForecastReport.Node(
            subject: .scope(scope), parent: parent, amount: ForecastReport.Amounts(amount),
            count: ForecastReport.Counts(count), plan: ForecastReport.Plan(quota, amount))
    }
}

extension ForecastReport.Amounts {
    init(_ figure: Figure) {
        func quantile(_ p: Double) -> Int64 {
            // What goes back can make the rest less than nothing.
            let value = Int64(nearest: figure.distribution.quantile(p))
            return figure.mean < figure.won ? value : max(figure.won, value)
        }
        self.init(
            wonToDate: figure.won, template: figure.template, statistical: figure.statistical,
            fromOpen: figure.fromOpen, fromNew: figure.fromNew, p10: quantile(0.1), p50: quantile(0.5),
            p90: quantile(0.9), naiveLast: figure.naiveLast, naiveMean3: figure.naiveMean3,
            noise: figure.variance.squareRoot())
    }
}

extension ForecastReport.Counts {
    init(_ figure: Figure) {
        let won = Int(figure.won / Int64(Figure.countUnit))
        func quantile(_ p: Double) -> Int {
            max(won, Int(figure.distribution.quantile(p).rounded()))
        }
        self.init(
            wonToDate: won, template: figure.template.map { Double($0) / Figure.countUnit },
            statistical: Double(figure.statistical) / Figure.countUnit,
            fromOpen: Double(figure.fromOpen) / Figure.countUnit, fromNew: Double(figure.fromNew) / Figure.countUnit,
            p10: quantile(0.1), p50: quantile(0.5), p90: quantile(0.9),
            naiveLast: figure.naiveLast.map { Double($0) / Figure.countUnit },
            naiveMean3: figure.naiveMean3.map { Double($0) / Figure.countUnit })
    }
}

extension ForecastReport.Plan {
    init(_ quota: QuotaBook.Found?, _ figure: Figure) {
        self.init(
            quota: quota?.value, isSum: quota?.isSum ?? false,
            probability: quota.map { figure.distribution.probability(atLeast: Double($0.value)) },
            cover: quota?.cover)
    }
}
