internal import Forecasting
package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// Throws `notYet` for an instant after now, `notFound` for what is not there or not this viewer's.
    /// - Parameter hurried: without the accuracy, while that has yet to be measured and takes long.
    package func estimate(_ request: ReportRequest, for seen: Seen, hurried: Bool = false) throws(ReportRefusal)
        -> EstimateReport
    {
        let looking = try admitted(request.scope, request.pipelines, asOf: request.asOf, seen)
        try admit(request.basis, asOf: request.asOf)
        if hurried, !isMeasured(backtestRequest(request)) {
            return looking.estimateMade(request, seen, measuring: true)
        }
        return try remembered(.estimate, request, seen) { () throws(ReportRefusal) in
            looking.estimateMade(request, seen, measuring: false)
        }
    }

    private func estimateMade(_ request: ReportRequest, _ seen: Seen, measuring: Bool) -> EstimateReport {
        let reporter = counting(request)
        let company = reporter.forecasts(
            CompanyQuestion(
                asOf: request.asOf, period: request.period, pipelines: request.pipelines, chances: true,
                basis: request.basis))
        let picture = reporter.pictures(request.asOf, request.pipelines)
        let figure = company.amount(of: request.scope)
        let rows = OpenFunnel.rows(company.chances(reporter.facts, picture), picture, request.scope)
        let spread = SpreadFigure(figure, over: rows, company.source(of: request.scope))
        return EstimateReport(
            head: reporter.head(request), stages: spread.stages(picture.cut.stages.open),
            newBusiness: spread.newBusiness,
            wonToDate: figure.won,
            totals: EstimateReport.Methods(
                template: figure.template, statistical: figure.statistical, model: figure.mean),
            accuracy: measuring ? nil : accuracy(request, seen), isBeingMeasured: measuring,
            headline: headline(asOf: request.asOf), fromWon: spread.fromWon)
    }

    /// Which estimate the company reads first, as was chosen by then.
    package func headline(asOf: Instant) -> Headline.Method {
        facts.frame.headlines.method(on: facts.calendar.zone.day(of: asOf))
    }

    /// Of the scope's months (or quarters) before, seen from the same third of them as the period is seen now.
    private func backtestRequest(_ request: ReportRequest) -> BacktestRequest {
        let day = facts.calendar.zone.day(of: request.asOf)
        let gone = Double(day - request.period.start) / Double(max(1, request.period.days))
        let horizon = (min(2, max(0, (gone * 3).rounded(.down)))) / 3
        return BacktestRequest(
            asOf: request.asOf, grain: request.period.kind == .quarter ? .quarter : .month, scope: request.scope,
            horizons: [horizon], pipelines: request.pipelines, basis: request.basis)
    }

    /// How right forecasts of the scope were, made at the time of its periods that it is now, where that has been measured;
    /// nothing is measured for it.
    package func accuracyAtHand(_ request: ReportRequest, for seen: Seen) -> EstimateReport.Accuracy? {
        isAtHand(backtestRequest(request)) ? accuracy(request, seen) : nil
    }

    private func accuracy(_ request: ReportRequest, _ seen: Seen) -> EstimateReport.Accuracy? {
        let backtest = backtestRequest(request)
        guard let found = try? self.backtest(backtest, for: seen), let summary = found.summary.first else { return nil }
        return EstimateReport.Accuracy(
            periods: summary.periods, horizon: backtest.horizons[0], template: summary.accuracy[.template],
            statistical: summary.accuracy[.statistical], model: summary.accuracy[.model],
            wins: found.rows.filter { $0.subject == .scope(request.scope) }.map(\.wonCount).reduce(0, +))
    }
}

/// A scope's figure divided between the stages where its open deals stand, in whole minor units that add up to it: what
/// the blend and the levels change about the whole is spread over the stages in proportion.
struct SpreadFigure {
    let rows: [OpenFunnel.Row]
    let template: [Int64?]
    let statistical: [Int64]
    let model: [Int64]
    let newBusiness: EstimateReport.Methods
    /// Of deals won already, where money comes after the win; nil where it comes with it.
    let fromWon: EstimateReport.Methods?

    /// - Parameter source: of what the figure's rest consists, where money comes after the win.
    init(_ figure: Figure, over rows: [OpenFunnel.Row], _ source: BasisSources? = nil) {
        self.rows = rows
        if let whole = figure.template {
            let open = whole - figure.won - Int64(nearest: source?.plain ?? 0)
            let weights = rows.map { $0.template ?? 0 }
            template = source == nil ? apportion(open, weights) : SpreadFigure.spread(open, weights)
        } else {
            template = rows.map { $0.template.map { Int64(nearest: $0) } }
        }
        let won = Int64(nearest: source?.won ?? 0)
        let rest = figure.statistical - figure.won - won
        let open = min(max(0, rest), Int64(nearest: rows.reduce(0) { $0 + $1.statistical }))
        statistical = SpreadFigure.spread(open, rows.map(\.statistical))
        // Deals won already stand before the stages; what goes back may leave less than nothing, and that is theirs.
        let before = source.map { max(0, $0.won) } ?? 0
        let parts =
            source == nil || figure.fromOpen > 0
            ? SpreadFigure.spread(figure.fromOpen, [before] + rows.map(\.model))
            : [figure.fromOpen] + rows.map { _ in 0 }
        model = Array(parts.dropFirst())
        let bare = template
        fromWon = source.map { _ in
            EstimateReport.Methods(
                template: figure.template.map { $0 - figure.won - bare.reduce(0) { $0 + ($1 ?? 0) } },
                statistical: won, model: parts[0])
        }
        // Where nobody has an open deal, what the whole expects of this scope can only come from deals to be entered.
        newBusiness = EstimateReport.Methods(
            template: figure.template.map { _ in 0 }, statistical: rest - statistical.reduce(0, +),
            model: figure.fromNew + figure.fromOpen - parts.reduce(0, +))
    }

    private static func spread(_ whole: Int64, _ weights: [Double]) -> [Int64] {
        weights.contains { $0 > 0 } ? apportion(whole, weights) : weights.map { _ in 0 }
    }

    func stages(_ open: [Stage]) -> [EstimateReport.Stage] {
        rows.indices.compactMap { row in
            let known = row < open.count ? open[row] : nil
            guard known != nil || rows[row].count > 0 || rows[row].amount > 0 else { return nil }
            let part = rows[row]
            return EstimateReport.Stage(
                stage: known?.id, count: part.count, amount: Int64(nearest: part.amount), dueCount: part.dueCount,
                dueAmount: Int64(nearest: part.dueAmount), probability: known?.probability,
                modelOfDue: part.model > 0 ? Int64(nearest: Double(model[row]) * part.modelOfDue / part.model) : 0,
                methods: EstimateReport.Methods(
                    template: template[row], statistical: statistical[row], model: model[row]))
        }
    }
}
