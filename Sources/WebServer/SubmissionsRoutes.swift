internal import Actions
internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    func showSubmissions(_ request: ReportRequest, _ frame: Frame, _ member: Member) throws -> Answer {
        guard member.hasDeals else { return .html(EmptyPage(.noDeals, frame: frame).html()) }
        return .html(SubmissionsPage(try submissions(request, member), frame: frame).html())
    }

    func submissionsDocument(_ request: ReportRequest, _ member: Member) throws -> SubmissionsDocument {
        let none = try Labels(deals: EmptyCollection(), accounts: EmptyCollection(), from: office.store)
        return SubmissionsDocument(
            try member.reporter.submissions(request, for: member.seen), naming(member, none),
            categories: try member.reporter.categories(request, words: try categories(), for: member.seen))
    }

    /// The same where amounts are known; nil where deals are counted.
    func submissionsInMoney(_ request: ReportRequest, _ member: Member) throws -> SubmissionsSection.Content? {
        member.reporter.measure(of: request) == .deals ? nil : try submissions(request, member)
    }

    /// What is said of a scope's period, what this reader may say of whom, and what the deals are said to be.
    func submissions(_ request: ReportRequest, _ member: Member) throws -> SubmissionsSection.Content {
        let report = try member.reporter.submissions(request, for: member.seen)
        let isOpen = request.period.end > member.today
        let mine = report.rows.reduce(into: [Employee.ID: Submission.Kind]()) {
            $0[$1.employee] =
                isOpen
                ? Submission.kind(of: $1.employee, by: member.session.user.employee, role: member.role) : nil
        }
        return SubmissionsSection.Content(
            report, mine: mine,
            categories: isOpen ? try member.reporter.categories(request, words: try categories(), for: member.seen) : []
        )
    }

    /// Takes what somebody says of a person's period, with what the model says at that moment.
    func submit(_ filter: ReportFilter, _ member: Member) throws -> Answer {
        let form = member.guest.visit.form
        guard let request = try member.reportRequest(.submissions, filter) else { throw Refusal.notFound }
        guard let employee = form.last("employee").flatMap({ Int64($0) }).map({ Employee.ID($0) }) else {
            throw Refusal.badRequest("employee")
        }
        let typed = (form.last("amount") ?? "").filter { !$0.isWhitespace }.replacing(",", with: ".")
        guard let money = try? Money(decimal: typed, currency: member.company.baseCurrency) else {
            throw Refusal.badRequest("amount")
        }
        let now = office.clock.now()
        let forecast = ForecastRequest(asOf: member.now, period: request.period, scope: .employee(employee))
        let model = try member.reporter.forecast(forecast, for: member.seen).whole.amount.mean
        let note = form.last("note").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        try SubmitForecast(store: office.store)(
            .init(
                employee: employee, period: request.period, amount: money.minorUnits,
                note: note.flatMap { $0.isEmpty ? nil : $0 }, model: model), by: member.doer, at: now)
        return .redirect(to: Route.back(form.last("back")) ?? .report(.submissions, filter))
    }
}
