internal import Actions
internal import LiveFacts
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    func showSchemes(_ filter: ReportFilter, _ member: Member) throws -> Answer {
        guard let request = try member.plansRequest(filter) else {
            return .html(EmptyPage(.nothingSeen, frame: frame(member)).html())
        }
        let report = try member.reporter.schemes(request, for: member.seen)
        let page = SchemesPage(report, frame: try schemeFrame(member), maySet: member.maySetSchemes)
        return .html(page.html())
    }

    /// A form for a commission plan; what is sent is shown with what it costs before it is saved.
    func setScheme(_ plan: String?, _ member: Member) throws -> Answer {
        try member.requireSettingSchemes()
        let known = member.reporter.facts.frame.commissions.filter { $0.name == plan }
        guard plan == nil || !known.isEmpty else { throw Refusal.notFound }
        guard member.guest.visit.verb == .post else {
            let last = known.max { ($0.from?.number ?? .min) < ($1.from?.number ?? .min) }
            return try show(.init(plan: plan, typed: SchemeTyped(last, frame: schemeFrame(member))), member)
        }
        let form = member.guest.visit.form
        var content = SchemeFormPage.Content(plan: plan, typed: SchemeTyped(form))
        if form.last("deed") == "more" {
            content.typed.rules.append(SchemeTyped.Rule())
            return try show(content, member)
        }
        do {
            let version = try SchemeReading(typed: content.typed, member: member).version()
            if form.last("deed") == "save" {
                try SetCommissionPlan(store: office.store)(version, by: member.doer, at: office.clock.now())
                return .redirect(to: .schemes())
            }
            try check(version, member)
            content.preview = try member.reporter.preview(version, for: member.seen)
        } catch let refusal as CommissionRefusal {
            content.problems = refusal.problems
        }
        return try show(content, member)
    }

    /// As the deed will, so that nothing is shown that could not be saved.
    private func check(_ version: CommissionVersion, _ member: Member) throws {
        let frame = member.reporter.facts.frame
        let change = CommissionChange(version, over: frame.commissions, in: frame.organisation, frame.calendar)
        let settled = try office.store.read { try CommissionStatement.settled(in: $0, member.calendar) }
        let problems = change.problems(settled: settled)
        guard problems.isEmpty else { throw CommissionRefusal(problems) }
    }

    private func show(_ content: SchemeFormPage.Content, _ member: Member) throws -> Answer {
        let page = SchemeFormPage(content, frame: try schemeFrame(member))
        return .html(page.html(), status: content.problems.isEmpty ? .ok : .unprocessableContent)
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
