internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    func showCompany(_ filter: ReportFilter, _ member: Member) throws -> Answer {
        if let format = filter.format, format != .html { return try giveForecast(filter, member) }
        guard let request = try member.forecastRequest(filter, by: .department) else {
            return .html(EmptyPage(.nothingSeen, frame: frame(member)).html())
        }
        let asOf = filter.asOf == nil ? nil : request.asOf
        guard member.hasDeals else { return .html(EmptyPage(.noDeals, frame: frame(member, asOf: asOf)).html()) }
        if asOf != nil, !member.reporter.knowsDeals(asOf: request.asOf) {
            return .html(EmptyPage(.beforeRecords, frame: frame(member, asOf: asOf)).html())
        }
        var content = try member.content(request, since: filter.since ?? .week)
        var labels = try labels(content.departments)
        if let supposed = try whatIf(filter.suppositions, ReportRequest(request), member) {
            content.whatIf = supposed.content
            labels.add(supposed.labels)
        }
        if asOf == nil, request.period.end > member.today {
            content.alerts = try alertsInBrief(ReportRequest(request), member)
            if !request.scope.isPerson { content.said = try submissionsInMoney(ReportRequest(request), member)?.report }
            if request.period.kind == .month, request.period.start <= member.today {
                content.accuracy = member.reporter.accuracyAtHand(ReportRequest(request), for: member.seen)
            }
            labels.add(try self.labels(content.alerts))
        }
        if let changes = content.changes { labels.add(try self.labels(changes, first: CompanyPage.named)) }
        var frame = frame(member, asOf: asOf, names: names(member, labels))
        frame.basis = request.basis
        return .html(CompanyPage(content, frame: frame).html())
    }

    func giveForecast(_ filter: ReportFilter, _ member: Member) throws -> Answer {
        guard let request = try member.forecastRequest(filter, by: nil) else { throw Refusal.notFound }
        var report = try member.reporter.forecastInOneMeasure(request, for: member.seen)
        report.coverage = try member.reporter.coverage(request, for: member.seen)
        let document = try supposing(
            filter.suppositions, ReportRequest(request), member,
            ForecastDocument(report, naming(member, try labels(report))))
        let file = ReportFile(
            "forecast-\(request.period.name(in: member.calendar))", title: "file.forecast", scope: request.scope,
            period: request.period, asOf: request.asOf, basis: request.basis, member)
        return .document(document, as: filter.format, file)
    }
}

extension Member {
    /// Nil when this viewer may see nothing at all.
    fileprivate func forecastRequest(_ filter: ReportFilter, by usual: ForecastRequest.Part?) throws
        -> ForecastRequest?
    {
        guard let scope = try scope(filter.scope) else { return nil }
        let asOf = try instant(filter.asOf)
        let period = try period(filter.period) ?? month(of: asOf)
        var request = ForecastRequest(asOf: asOf, period: period, scope: scope)
        request.by = filter.by?.part ?? usual
        request.basis = request.by == .deal ? filter.basis ?? .won : basis(filter.basis, at: asOf)
        if let pipeline = try pipeline(filter.pipeline) { request.pipelines = .one(pipeline.id) }
        return request
    }

    fileprivate func content(_ request: ForecastRequest, since: Since) throws -> CompanyPage.Content {
        let isPerson = if case .employee = request.scope { true } else { false }
        func report(_ by: ForecastRequest.Part?, _ period: Period? = nil) throws -> ForecastReport {
            var request = request
            request.by = by
            request.period = period ?? request.period
            return try reporter.forecast(request, for: seen)
        }
        var departments = try report(isPerson ? nil : .department)
        departments.coverage = try reporter.coverage(request, for: seen)
        let before = try report(nil, request.period.previous(in: calendar)).whole
        let changes = try changes(request, since)
        var content = CompanyPage.Content(
            departments: departments, people: isPerson ? nil : try report(.employee),
            other: try otherPeriod(request).map { try report(nil, $0) },
            before: before.count.wonToDate > 0 || before.amount.wonToDate > 0 ? before.amount.wonToDate : nil,
            curve: try reporter.curve(request, for: seen), headline: reporter.headline(asOf: request.asOf),
            changes: changes)
        content.next = try nextMonth(request).map { try report(nil, $0) }
        if !isPerson, let from = changes?.from { content.then = try means(request, asOf: from) }
        if request.period.end > today { content.signals = try signals(request) }
        return content
    }

    /// Where the funnel falls behind for more than chance, and who makes too few calls, of the scope and what is below it.
    private func signals(_ request: ForecastRequest) throws -> [Scope: [CompanyPage.Signal]] {
        let asked = ReportRequest(request)
        guard request.basis == .won, reporter.measure(of: asked) != .deals else { return [:] }
        let found = Dictionary(grouping: try reporter.planFact(asked, for: seen).signals, by: \.scope)
        var signals = found.compactMapValues { own in
            own.max { $0.missed < $1.missed }.map {
                [CompanyPage.Signal.stage($0.stage, missed: $0.missed, since: $0.from)]
            }
        }
        for person in try reporter.events(asked, for: seen).people {
            guard let id = person.employee, let norm = person.norm,
                CallShortfall.isShort(outbound: person.outbound.all, norm: norm)
            else { continue }
            signals[.employee(id), default: []].append(.fewCalls(outbound: person.outbound.all, norm: norm))
        }
        return signals
    }

    /// What was forecast at an earlier instant for each department and person, and for the whole.
    private func means(_ request: ForecastRequest, asOf: Instant) throws -> [Scope: Int64] {
        var means = [Scope: Int64]()
        for part in [ForecastRequest.Part.department, .employee] {
            var request = request
            (request.asOf, request.by) = (asOf, part)
            let report = try reporter.forecast(request, for: seen)
            for node in [report.whole] + report.parts {
                if case .scope(let scope) = node.subject { means[scope] = node.amount.mean }
            }
        }
        return means
    }

    /// Nil when the period begins later, or when nothing was known so early.
    private func changes(_ request: ForecastRequest, _ since: Since) throws -> ChangesReport? {
        guard request.basis == .won,
            let day = since.day(before: request.asOf, in: request.period, calendar.zone)
        else { return nil }
        return try reporter.changes(
            ReportRequest(
                asOf: request.asOf, period: request.period, scope: request.scope, pipelines: request.pipelines,
                from: .instant(calendar.zone.start(of: day))), for: seen)
    }

    /// The month after the present one, when two thirds of that are gone; nil where it would be waited for.
    private func nextMonth(_ request: ForecastRequest) throws -> Period? {
        let (month, day) = (request.period, calendar.zone.day(of: request.asOf))
        guard month.kind == .month, request.asOf == now, month.start <= day, day < month.end,
            Double(day - month.start) >= Double(month.days) * 2 / 3
        else { return nil }
        var asked = request
        asked.period = Period.month(containing: month.end)
        return reporter.isQuick(asked) ? asked.period : nil
    }

    /// The quarter of a month, the present month of a quarter.
    private func otherPeriod(_ request: ForecastRequest) -> Period? {
        switch request.period.kind {
        case .month: .quarter(containing: request.period.start, in: calendar)
        case .quarter: month(of: request.asOf)
        case .year, .custom: nil
        }
    }
}

extension Cut {
    var part: ForecastRequest.Part {
        switch self {
        case .department: .department
        case .employee: .employee
        case .product: .product
        case .pipeline: .pipeline
        case .deal: .deal
        }
    }
}
