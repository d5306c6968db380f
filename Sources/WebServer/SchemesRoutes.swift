internal import Actions
internal import LiveFacts
internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    func schemes(_ filter: ReportFilter, _ member: Member) throws -> Answer {
        guard member.guest.visit.verb == .post else { return try showSchemes(filter, member) }
        try member.requireSettingSchemes()
        let form = member.guest.visit.form
        guard let plan = form.last("plan") else { throw Refusal.badRequest("plan") }
        let from = try form.last("from").map { text throws(Refusal) in
            guard let day = Day(iso: text) else { throw .badRequest("from") }
            return day
        }
        let name = form.last("name")?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let wish: CommissionCorrection.Wish
        switch form.last("deed") {
        case "withdraw": wish = .withdraw
        case "rename": wish = .rename(name ?? "")
        default: throw Refusal.badRequest("deed")
        }
        func refuse(_ reason: SchemesPage.Refused.Reason, _ status: Answer.Status = .unprocessableContent) throws
            -> Answer
        {
            let typed = wish == .withdraw ? nil : name ?? ""
            return try showSchemes(
                filter, try admit(member.guest) ?? member, refused: .init(plan, from: from, name: typed, reason),
                status: status)
        }
        do {
            try CorrectCommissionPlan(store: office.store)(
                plan, from: from, wish, over: form.last("over").map { StateMark(text: $0) }, by: member.doer,
                at: office.clock.now())
        } catch let resting as RestingStatements {
            return try refuse(.resting(resting))
        } catch let problem as CommissionProblem {
            return try refuse(.problem(problem))
        } catch DeedProblem.stale {
            return try refuse(.changed(try changed([plan], member)), .conflict)
        }
        return .redirect(to: .schemes(filter))
    }

    private func changed(_ names: Set<String>, _ member: Member) throws -> Changed? {
        try LastChange.ofCommissionPlans(names, in: office.store).map(member.changed)
    }

    func showSchemes(
        _ filter: ReportFilter, _ member: Member, refused: SchemesPage.Refused? = nil, status: Answer.Status = .ok
    ) throws -> Answer {
        guard let request = try member.plansRequest(filter) else {
            return .html(EmptyPage(.nothingSeen, frame: frame(member)).html())
        }
        let report = try member.reporter.schemes(request, for: member.seen)
        if let format = filter.format, format != .html {
            let none = try Labels(deals: EmptyCollection(), accounts: EmptyCollection(), from: office.store)
            return .document(
                SchemesDocument(report, naming(member, none)), as: format,
                member.file("commissions", "page.schemes", request))
        }
        let page = SchemesPage(
            report, frame: try schemeFrame(member),
            settable: member.maySetSchemes && filter.asOf == nil ? member.reporter.facts.frame.commissions : nil,
            refused: refused)
        return .html(page.html(), status: status)
    }

    /// A form for a commission plan; what is sent is shown with what it costs before it is saved.
    func setScheme(_ plan: String?, _ member: Member) throws -> Answer {
        try member.requireSettingSchemes()
        guard member.guest.visit.verb == .post else { return try begin(plan, member) }
        let form = member.guest.visit.form
        var content = SchemeFormPage.Content(plan: plan, typed: SchemeTyped(form))
        let names = Set([plan, content.typed.name].compactMap(\.self))
        let over = form.last("over").map { StateMark(text: $0) }
        content.over = over
        if form.last("deed") == "more" {
            content.typed.rules.append(SchemeTyped.Rule())
            return try show(content, member)
        }
        do {
            let version = try SchemeReading(typed: content.typed, member: member).version()
            if form.last("deed") == "save" {
                try SetCommissionPlan(store: office.store)(
                    version, over: over.map { ($0, names) }, by: member.doer, at: office.clock.now())
                return .redirect(to: .schemes())
            }
            try check(version, member)
            content.preview = try member.reporter.preview(version, for: member.seen)
        } catch let refusal as CommissionRefusal {
            content.problems = refusal.problems
        } catch DeedProblem.stale {
            return try showChanged(content, names, try admit(member.guest) ?? member)
        }
        return try show(content, member)
    }

    private func begin(_ plan: String?, _ member: Member) throws -> Answer {
        let all = member.reporter.facts.frame.commissions
        let known = all.filter { $0.name == plan }
        guard plan == nil || !known.isEmpty else { throw Refusal.notFound }
        let last = known.max { ($0.from?.number ?? .min) < ($1.from?.number ?? .min) }
        var content = SchemeFormPage.Content(plan: plan, typed: SchemeTyped(last, frame: try schemeFrame(member)))
        content.over = all.mark(of: Set([plan].compactMap(\.self)))
        return try show(content, member)
    }

    /// What was typed, beside what somebody else has set since: saved again, it is saved over that.
    private func showChanged(_ content: SchemeFormPage.Content, _ names: Set<String>, _ member: Member) throws -> Answer
    {
        var content = content
        content.over = member.reporter.facts.frame.commissions.mark(of: names)
        let whole = ReportRequest(asOf: member.now, period: member.month(of: member.now), scope: .company)
        let now = try member.reporter.schemes(whole, for: member.seen).schemes.filter { names.contains($0.plan.name) }
            .max { ($0.plan.from?.number ?? .min) < ($1.plan.from?.number ?? .min) }
        content.conflict = .init(try changed(names, member), now: now)
        return try show(content, member, status: .conflict)
    }

    /// As the deed will, so that nothing is shown that could not be saved.
    private func check(_ version: CommissionVersion, _ member: Member) throws {
        let frame = member.reporter.facts.frame
        let change = CommissionChange(version, over: frame.commissions, in: frame.organisation, frame.calendar)
        let settled = try office.store.read { try CommissionStatement.settled(in: $0, member.calendar) }
        let problems = change.problems(settled: settled)
        guard problems.isEmpty else { throw CommissionRefusal(problems) }
    }

    private func show(_ content: SchemeFormPage.Content, _ member: Member, status: Answer.Status? = nil) throws
        -> Answer
    {
        let page = SchemeFormPage(content, frame: try schemeFrame(member))
        return .html(page.html(), status: status ?? (content.problems.isEmpty ? .ok : .unprocessableContent))
    }

    private func schemeFrame(_ member: Member) throws -> Frame {
        let none = try Labels(deals: EmptyCollection(), accounts: EmptyCollection(), from: office.store)
        return frame(member, names: names(member, none))
    }
}

extension Member {
    /// Whoever sets the company's plans sets how they are paid.
    var maySetSchemes: Bool {
        seen.allows(.company, in: organisation, on: today)
            && Quota.maySet(
                .company, role: role, employee: session.user.employee, in: organisation, on: today)
    }

    fileprivate func requireSettingSchemes() throws(Refusal) {
        guard seen.allows(.company, in: organisation, on: today) else { throw .notFound }
        guard maySetSchemes else { throw .notAllowed }
    }
}
