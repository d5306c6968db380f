internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// Stages and the total × open, three forecasts, plan, fact, forecast, deviation, conversion, days, money, advice.
struct PlanFactTable {
    let report: PlanFactReport
    let page: ReportPage
    /// To whom the reader may give something to do.
    var givers: [Employee.ID] = []

    private var texts: Texts { page.texts }
    private var currency: Currency { report.head.currency }

    var values: Values {
        let totals = report.totals
        var total = methods(totals.methods)
        total["count"] = texts.integer(totals.openCount)
        total["amount"] = number(totals.openAmount)
        total["plan"] = totals.quota.map(number) ?? texts("none")
        total["fact"] = number(totals.wonToDate)
        total["forecast"] = number(totals.methods.model)
        total["deviation"] =
            totals.quota.map { money(asShown(totals.methods.model) - asShown($0), margin: totals.margin) }
            ?? texts("none")
        total["conversion"] = totals.conversion.map { texts.percent($0, places: 1) } ?? texts("none")
        total["usual"] = totals.reference.map { texts.percent($0, places: 1) } ?? texts("none")
        total["money"] = totals.money.map { texts.signedColumn($0, currency, scale) } ?? texts("none")
        let shown = columns
        var new = shown[report.stages.count]
        new["name"] = texts("estimate.new")
        var before = shown[report.stages.count + 1]
        before["name"] = texts("estimate.from_won")
        return [
            "unit": texts.unit(scale, currency),
            "stages": report.stages.indices.map { row(report.stages[$0], shown[$0]) }, "new": new,
            "from_won": report.fromWon == nil ? false as Any : before,
            "won": won.merging(shown[shown.count - 1]) { $1 }, "total": total,
        ]
    }

    /// By method what each stage, new business, deals won before and what has come bring: as they are shown they add up to the total as
    /// it is shown. A method that says nothing of some part says nothing of the whole.
    private var columns: [Values] {
        let parts = report.stages.map(\.methods) + [report.newBusiness] + [report.fromWon].compactMap(\.self)
        let (won, totals) = (report.totals.wonToDate, report.totals.methods)
        func column(_ name: String, _ own: (EstimateReport.Methods) -> Int64?) -> [Values] {
            let values = parts.map(own) + [won]
            guard let whole = own(totals), !values.contains(nil) else {
                return values.map { [name: $0.map(number) ?? texts("none")] }
            }
            let unit = Int64(scale.units) * currency.scale
            return Apportioned(values.compactMap(\.self), of: whole, in: unit).values.map { [name: number($0)] }
        }
        return zip(column("template", \.template), zip(column("statistical", \.statistical), column("model", \.model)))
            .map { $0.merging($1.0) { $1 }.merging($1.1) { $1 } }
    }

    private func money(_ value: Int64, margin: Int64) -> String {
        let text = texts.signedColumn(value, currency, scale)
        let half = number(margin)
        return half == "0" ? text : text + " ±" + half
    }

    private var scale: AmountScale {
        AmountScale(ofColumn: AmountScale.units(max(report.totals.openAmount, report.totals.methods.model), currency))
    }
    private func number(_ minor: Int64) -> String { texts.column(minor, currency, scale) }
    /// What a column shows of an amount: differences of amounts are those of what is shown.
    private func asShown(_ minor: Int64) -> Int64 {
        let unit = Int64(scale.units) * currency.scale
        return Int64((Double(minor) / Double(unit)).rounded(.toNearestOrAwayFromZero)) * unit
    }

    private func methods(_ methods: EstimateReport.Methods) -> Values {
        [
            "template": methods.template.map(number) ?? texts("none"), "statistical": number(methods.statistical),
            "model": number(methods.model),
        ]
    }

    private var won: Values {
        let totals = report.totals
        var won = pieces(
            PiecesApart(totals.wonPlan, totals.wonForecast, margin: totals.wonMargin, places: places))
        won["fact"] = texts.integer(totals.wonCount)
        won["href"] = page.wonDeals()
        return won
    }

    /// Of a column the same number of decimals in all its rows.
    private var places: Int {
        let totals = report.totals
        return PiecesApart.places(
            report.stages.map { ($0.flow.plan, $0.flow.forecast, $0.flow.margin) }
                + [(totals.wonPlan, totals.wonForecast, totals.wonMargin)])
    }

    /// Plan, forecast and their difference, as they are shown.
    private func pieces(_ apart: PiecesApart) -> Values {
        func number(_ value: Double) -> String { texts.decimal(value, places: apart.places) }
        var deviation = texts("none")
        if let value = apart.deviation {
            deviation = (value > 0 ? "+" : "") + number(value) + (apart.margin > 0 ? " ±" + number(apart.margin) : "")
        }
        return [
            "plan": apart.plan.map(number) ?? texts("none"), "forecast": number(apart.forecast),
            "deviation": deviation,
        ]
    }

    private func row(_ stage: PlanFactReport.Stage, _ methods: Values) -> Values {
        let (flow, cohort) = (stage.flow, stage.cohort)
        var row = methods
        row["name"] = page.stage(stage.stage)
        row["href"] = page.openDeals(at: stage.stage)
        row["signal"] = report.ownSignal(stage.stage) != nil
        row["count"] = texts.integer(stage.openCount)
        row["amount"] = number(stage.openAmount)
        row.merge(pieces(PiecesApart(flow.plan, flow.forecast, margin: flow.margin, places: places))) { $1 }
        row["fact"] = texts.integer(flow.fact)
        row["short"] = flow.isEnough && flow.deviation.map { $0 + flow.margin < 0 } ?? false
        row["conversion"] = cohort.conversion.map { texts.percent($0) } ?? texts("none")
        row["usual"] = cohort.reference.map { texts.percent($0) } ?? texts("none")
        row["of"] = texts.moved(cohort.movedOn, of: cohort.entered, failed: cohort.failed)
        row["points"] = cohort.deviation.map { texts.points($0) } ?? texts("none")
        row["mean"] = cohort.amount.map(number) ?? texts("none")
        row["usual_mean"] = cohort.referenceAmount.map(number) ?? texts("none")
        row["mark_svg"] = mark(stage)
        row["days"] = cohort.days.map { texts.integer($0) } ?? texts("none")
        row["usual_days"] = cohort.referenceDays.map { texts.integer($0) } ?? texts("none")
        row["money"] = stage.money.map { texts.signedColumn($0, currency, scale) } ?? texts("none")
        row["whose"] = whose(stage.stage) ?? false as Any
        row["behind"] = behind(stage.stage) ?? false as Any
        row["advice"] = texts.capital(PlanFactPage.advice(stage, page.frame))
        row["told"] = isTold(stage)
        row["act"] = action(stage) ?? false as Any
        return row
    }

    /// Of few deals nobody is told that they are too few.
    private func isTold(_ stage: PlanFactReport.Stage) -> Bool {
        switch stage.advice {
        case .tooFewCome, .tooFewBegin: stage.flow.isEnough && !report.isSmall
        case .lookInto, .better, .slow: true
        case .nothing, .tooFew, .usual: false
        }
    }

    /// What is advised, as something for somebody to do; nil where nothing is.
    private func action(_ stage: PlanFactReport.Stage) -> Values? {
        guard stage.advice.calls, isTold(stage) else { return nil }
        let signal = report.signals.first { $0.stage == stage.stage }
        let scope = stage.advice.whose ?? report.head.scope
        let what = texts(
            "action.what.stage",
            ["stage": .text(page.stage(stage.stage)), "advice": .text(PlanFactPage.advice(stage, page.frame))])
        let draft = ActionDraft(
            origin: .deviation, subject: .stage(stage.stage),
            scope: ScopeName(scope, in: page.frame.names.organisation),
            who: page.frame.id(of: page.frame.leader(of: scope)), what: what, due: nil,
            expected: currency == .deals ? nil : page.frame.typed(signal?.leading ?? stage.money))
        var values = ActionForm(draft: draft, givers: givers, frame: page.frame, period: report.head.period).values
        values?["label"] = texts("action.make")
        return values
    }

    /// Who else than the page's scope falls behind here: the row itself may be as it should.
    private func behind(_ stage: Stage.ID) -> String? {
        foreign(stage).map { page.frame.name(of: $0.scope) }
    }

    private func foreign(_ stage: Stage.ID) -> PlanFactReport.Signal? {
        report.signals.first { $0.stage == stage }.flatMap { $0.scope == report.head.scope ? nil : $0 }
    }

    /// What the alarm about somebody else is worth there.
    private func whose(_ stage: Stage.ID) -> String? {
        foreign(stage).map { signal in
            signal.isPast
                ? texts("planfact.whose.missed", ["missed": .text(texts.amount(signal.missed, currency))])
                : texts.signedAmount(signal.money, currency)
        }
    }

    /// What the band's place holds each way: all rows alike, at least ten points.
    private var reach: Double {
        let ends = report.stages.flatMap { [$0.cohort.low, $0.cohort.high, $0.cohort.deviation].compactMap(\.self) }
        return min(0.5, max(0.1, ends.map { abs($0) }.max() ?? 0.1))
    }

    /// A dot on its band against a line at zero.
    private func mark(_ stage: PlanFactReport.Stage) -> String {
        guard let deviation = stage.cohort.deviation, let low = stage.cohort.low, let high = stage.cohort.high
        else { return "" }
        let reach = reach
        func at(_ value: Double) -> Double { min(100, max(0, 50 + value / reach * 50)) }
        let isSignal = report.ownSignal(stage.stage) != nil
        var drawing = Drawing()
        drawing.rect(
            .percent(at(low)), 9, .percent(max(1, at(high) - at(low))), 8, "f-slate2", round: 2)
        drawing.line(.percent(50), 3, .percent(50), 23, "s-plan")
        drawing.circle(
            .percent(at(deviation)), 13, 4,
            stage.advice == .tooFew ? "f-paper s-slate" : isSignal ? "f-signal" : "f-slate")
        return drawing.stretched(height: 26, "mark", said: nil)
    }
}
