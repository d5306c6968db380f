internal import Forecasting
package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// - Parameters:
    ///   - planned: deals that something is planned about, as of the instant, of anybody.
    ///   - given: corrective actions of anybody; who has what in hand is told of those alone whom this viewer sees.
    package func alerts(
        _ request: ReportRequest, planned: Set<Deal.ID>, given: [CorrectiveAction] = [], for seen: Seen
    ) throws(ReportRefusal) -> AlertsReport {
        let alarms = try planFactMaker(request, for: seen).alarms
        let facts = facts.known(asOf: request.asOf)
        let forecast = ForecastRequest(
            asOf: request.asOf, period: request.period, scope: request.scope, pipelines: request.pipelines)
        let maker = maker(forecast, chances: true)
        let drops = planDrops(maker)
        let steps = DealAlerts.Steps(planned, maker.company, picture(of: request), asked(about: given, request))
        let deals = DealAlerts(
            maker.company, picture(of: request), facts, habits(startOfDay(request.asOf), request.pipelines),
            scope: request.scope, steps: steps, asOf: request.asOf)
        let hands = AlertHands(own(given, request, seen))
        let amount = maker.node(request.scope, parent: nil).amount
        let lines = AlertLines(
            request.scope, toCome: amount.mean.minus(amount.wonToDate), facts.organisation,
            on: facts.calendar.zone.day(of: request.asOf))
        let all = drops.alerts + alarms.map(AlertsReport.Alert.init) + deals.alerts
        return AlertsReport(
            head: head(request), alerts: all.map { lines.placed(hands.told($0)) }.sorted { $0.order < $1.order },
            untold: deals.untold, plansCompared: drops.compared, shown: lines.shown)
    }

    private func picture(of request: ReportRequest) -> CompanyPicture { pictures(request.asOf, request.pipelines) }

    /// The day of a week ago is asked for once by everybody, and its picture by nobody else.
    private func planDrops(_ maker: ForecastMaker) -> PlanDrops {
        let request = maker.request
        let since = facts.calendar.zone.start(of: facts.calendar.zone.day(of: request.asOf) + -PlanDrops.days)
        let before = inPassing(sharing: nil).forecasts(
            CompanyQuestion(asOf: since, period: request.period, pipelines: request.pipelines))
        return PlanDrops(maker, before: before, since: since, facts.calendar)
    }

    /// Somebody is to do something about these deals, in time or not.
    private func asked(about given: [CorrectiveAction], _ request: ReportRequest) -> Set<Deal.ID> {
        let day = facts.calendar.zone.day(of: request.asOf)
        return Set(
            given.compactMap { action in
                guard case .deal(let deal) = action.subject,
                    action.state(asOf: request.asOf, today: day)?.isOpen ?? false
                else { return nil }
                return deal
            })
    }

    private func startOfDay(_ instant: Instant) -> Instant {
        facts.calendar.zone.start(of: facts.calendar.zone.day(of: instant))
    }
}

/// Which alerts somebody has in hand: an action about the same thing is open and not overdue.
private struct AlertHands {
    private struct Matter: Hashable {
        let subject: CorrectiveAction.Subject
        /// Nil for a deal: it is the same one for everybody.
        let scope: Scope?
    }
    private var hands: [Matter: AlertsReport.Hand] = [:]

    init(_ actions: [(action: CorrectiveAction, state: CorrectiveAction.State)]) {
        for (action, state) in actions where state == .open || state == .due {
            if action.subject == .sales, action.origin != .alert { continue }
            hands[Matter(subject: action.subject, scope: action.subject.isDeal ? nil : action.scope)] =
                AlertsReport.Hand(action: action.externalID, assignee: action.assignee, due: action.due)
        }
    }

    func told(_ alert: AlertsReport.Alert) -> AlertsReport.Alert {
        var alert = alert
        let subject: CorrectiveAction.Subject =
            alert.mark.deal.map { .deal($0) } ?? alert.mark.stage.map { .stage($0) } ?? .sales
        alert.hand = hands[Matter(subject: subject, scope: subject.isDeal ? nil : alert.mark.scope)]
        return alert
    }
}

extension CorrectiveAction.Subject {
    fileprivate var isDeal: Bool { if case .deal = self { true } else { false } }
}

extension AlertsReport.Alert {
    fileprivate init(_ signal: PlanFactReport.Signal) {
        self.init(
            mark: AlertMark(kind: .stageOff, scope: signal.scope, stage: signal.stage), stage: signal.stage,
            owner: signal.scope.parts.employee, money: signal.money, reason: .stage(signal))
    }

    /// By kind, of a kind the most at stake first.
    fileprivate var order: (Int, Int64, Int64) {
        (AlertKind.allCases.firstIndex(of: mark.kind) ?? 0, -stake, mark.deal?.number ?? 0)
    }
}

/// Whose alerts of which day: what they are found for once.
package struct AlertsQuestion: Hashable, Sendable {
    private let seen: Seen
    private let scope: Scope
    private let period: Period
    private let pipelines: PipelineChoice
    private let day: Day

    package init(_ request: ReportRequest, for seen: Seen, on day: Day) {
        self.seen = seen
        scope = request.scope
        period = request.period
        pipelines = request.pipelines
        self.day = day
    }

    /// Asked by somebody who sees just this.
    package func isAsked(by seen: Seen) -> Bool { self.seen == seen }
}
