internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

/// Every report is asked for and shown alike; what is its own stands in a file of its own.
extension Desk {
    func showReport(_ name: ReportName, _ filter: ReportFilter, _ member: Member) throws -> Answer {
        if member.guest.visit.verb == .post { return try choose(name, filter, member) }
        if let format = filter.format, format != .html { return try giveReport(name, filter, member) }
        guard let request = try member.reportRequest(name, filter) else {
            return .html(EmptyPage(.nothingSeen, frame: frame(member)).html())
        }
        let frame = frame(member, asOf: filter.asOf == nil ? nil : request.asOf)
        switch name {
        case .funnel: return try showFunnel(request, filter, frame, member)
        case .changes: return try showChanges(request, frame, member)
        case .estimate: return try showEstimate(request, filter, member, asOf: frame.asOf)
        case .planfact: return try showPlanFact(request, filter, frame, member)
        case .events: return try showEvents(request, frame, member)
        case .revive: return try showRevive(request, frame, member)
        case .team: return try showTeam(request, frame, member)
        case .submissions: return try showSubmissions(request, frame, member)
        case .period: return try showPeriod(request, filter, member, asOf: filter.asOf == nil ? nil : request.asOf)
        case .today: return try showToday(request, member, asOf: filter.asOf == nil ? nil : request.asOf)
        case .series: return try showSeries(request, filter, frame, member)
        case .alerts: return try showAlerts(request, member, asOf: filter.asOf == nil ? nil : request.asOf)
        case .actions: return try showActions(request, member, asOf: filter.asOf == nil ? nil : request.asOf)
        }
    }

    func giveReport(_ name: ReportName, _ filter: ReportFilter, _ member: Member) throws -> Answer {
        guard let request = try member.reportRequest(name, filter) else { throw Refusal.notFound }
        let file = member.file(name.rawValue, "page.report." + name.rawValue, request)
        let supposes = [.period, .estimate, .planfact, .funnel].contains(name)
        let found = try supposing(
            supposes ? filter.suppositions : .none, request, member, document(name, request, filter, member))
        return .document(found, as: filter.format, file)
    }

    /// With the same report of each part, where parts are asked for.
    private func parted(
        _ request: ReportRequest, _ member: Member, _ make: (ReportRequest) throws -> any ReportDocument
    ) throws -> any ReportDocument {
        guard request.by != nil else { return try make(request) }
        let none = try Labels(deals: EmptyCollection(), accounts: EmptyCollection(), from: office.store)
        return try PartedDocument(
            request, member.reporter.parts(of: request, for: member.seen), naming(member, none), make: make)
    }

    private func document(
        _ name: ReportName, _ request: ReportRequest, _ filter: ReportFilter, _ member: Member
    ) throws -> any ReportDocument {
        switch name {
        case .funnel: try parted(request, member) { try funnelDocument($0, member) }
        case .changes: try changesDocument(request, member)
        case .estimate: try parted(request, member) { try estimateDocument($0, member) }
        case .planfact: try parted(request, member) { try planFactDocument($0, member) }
        case .events: try eventsDocument(request, member)
        case .revive: try reviveDocument(request, member)
        case .team: try teamDocument(request, member)
        case .submissions: try submissionsDocument(request, member)
        case .period: try periodDocument(request, member)
        case .today: try todayDocument(request, member)
        case .series: try seriesDocument(request, filter, member)
        case .alerts: try alertsDocument(request, member)
        case .actions: try actionsDocument(request, member)
        }
    }
}

extension Member {
    /// Nil when this viewer may see nothing at all.
    func reportRequest(_ name: ReportName, _ filter: ReportFilter) throws -> ReportRequest? {
        guard let scope = try scope(filter.scope) else { return nil }
        var asOf = try instant(filter.asOf)
        let (from, to) = (try bound(filter.from, "from"), try bound(filter.to, "to"))
        if name == .changes, case .instant(let end) = to { asOf = end }
        var request = ReportRequest(
            asOf: asOf, period: try period(filter.period) ?? month(of: asOf), scope: scope, by: filter.by?.part,
            from: from, to: to, reference: filter.reference, against: try against(filter.against),
            compare: try compare(filter.compare))
        if let pipeline = try pipeline(filter.pipeline) { request.pipelines = .one(pipeline.id) }
        if name.isOnBases {
            // What is supposed is supposed of deals until they are won.
            request.basis = filter.suppositions.isBegun ? filter.basis ?? .won : basis(filter.basis, at: asOf)
        } else if let asked = filter.basis, asked != .won {
            throw Refusal.notOnBasis(asked)
        }
        if name == .funnel, filter.scope == nil { request.scope = ownDeals(request) ?? scope }
        return request
    }

    /// A funnel opens on the deals that its reader has in hand.
    private func ownDeals(_ request: ReportRequest) -> Scope? {
        guard let own = session.user.employee, seen.allows(.employee(own), in: organisation, on: today),
            reporter.hasOpenDeals(own, asOf: request.asOf, pipelines: request.pipelines)
        else { return nil }
        return .employee(own)
    }

    private func bound(_ text: BoundText?, _ parameter: String) throws -> ReportRequest.Bound? {
        switch text {
        case .period(let name): try period(name, parameter).map { .period($0) }
        case .instant(let text):
            if let instant = text.instant(in: calendar) {
                .instant(instant)
            } else {
                throw Refusal.badRequest(parameter)
            }
        case nil: nil
        }
    }

    private func compare(_ text: AgainstText?) throws -> ReportRequest.Compare? {
        switch text {
        case .best: throw Refusal.badRequest("compare")
        case .scope(let name): try scope(name).map { .scope($0) }
        case .period(let name): try period(name, "compare").map { .period($0) }
        case nil: nil
        }
    }

    private func against(_ text: AgainstText?) throws -> ReportRequest.Against? {
        switch text {
        case .best: .best
        case .scope(let name): try scope(name).map { .scope($0) }
        case .period(let name): try period(name, "against").map { .period($0) }
        case nil: nil
        }
    }
}
