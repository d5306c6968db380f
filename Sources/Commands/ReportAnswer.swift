import ReportDocuments
import SalesDomain
import SalesReports
import Texts

/// A report as the command line gives it: a document for programs, a table for people.
struct ReportAnswer {
    let document: any ReportDocument
    let words: String

    init(
        _ name: ReportWord, _ request: ReportRequest, _ question: Question, _ naming: Naming,
        kept: KeptThings
    ) throws {
        let reporter = question.reporter
        let seen = reporter.everything
        func table(_ head: ReportHead, _ table: ReportTable) -> String {
            TableWords(table, ReportHeading(head, naming, question.texts), question.texts).text
        }
        func parted(_ make: (ReportRequest) throws -> any ReportDocument) throws -> any ReportDocument {
            guard request.by != nil else { return try make(request) }
            return try PartedDocument(request, reporter.parts(of: request, for: seen), naming, make: make)
        }
        switch name {
        case .funnel:
            document = try parted { request in
                let report = try reporter.funnel(request, for: seen)
                return FunnelDocument(
                    report, naming, comparison: try reporter.compared(report, request, for: seen))
            }
            words = table(try reporter.funnel(request.whole, for: seen).head, document.table)
        case .planfact:
            document = try parted { request in
                let report = try reporter.planFact(request, for: seen)
                return PlanFactDocument(
                    report, naming, comparison: try reporter.compared(report, request, for: seen)
                ) { [texts = question.texts] in $0.advice.words(texts, naming) }
            }
            words = table(try reporter.planFact(request.whole, for: seen).head, document.table)
        case .estimate:
            let report = try reporter.estimate(request.whole, for: seen)
            document = try parted { EstimateDocument(try reporter.estimate($0, for: seen), naming) }
            words =
                request.by == nil
                ? EstimateWords(report, naming, question.texts).text : table(report.head, document.table)
        case .revive:
            let report = try reporter.revive(request, for: seen)
            document = ReviveDocument(report, naming) { [account = kept.account] in try? account($0) }
            words = table(report.head, document.table)
        case .events:
            let report = try reporter.events(request, for: seen)
            document = EventsDocument(report, naming)
            words = EventsWords(report, naming, question.texts).text
        case .changes:
            let report = try reporter.changes(request, for: seen)
            document = ChangesDocument(report, naming)
            words = ChangesWords(report, naming, question.texts).text
        case .period:
            let report = try reporter.period(request, for: seen)
            document = PeriodDocument(report, naming)
            words = PeriodWords(report, naming, question.texts).text
        case .team:
            let report = try reporter.team(request, for: seen)
            document = TeamDocument(report, naming)
            words = table(report.head, document.table)
        case .submissions:
            let report = try reporter.submissions(request, for: seen)
            document = SubmissionsDocument(
                report, naming, categories: try reporter.categories(request, words: try kept.categories(), for: seen))
            words = table(report.head, document.table)
        case .today:
            let report = try reporter.today(
                request, planned: kept.planned(reporter.endOfDay(request.asOf), request.asOf), given: kept.actions(),
                for: seen)
            document = TodayDocument(report, naming)
            words = table(report.head, document.table)
        case .alerts:
            let report = try reporter.alerts(
                request, planned: kept.dealsWithPlans(request.asOf), given: kept.actions(), for: seen)
            document = AlertsDocument(report, naming)
            words = table(report.head, document.table)
        case .bonuses:
            let known = try kept.statements()
            let asksPending = request.scope.isPerson && request.asOf == reporter.now
            let rows = try reporter.bonuses(request, for: seen).map { bonus in
                let own = known.filter { $0.employee == bonus.employee }
                return BonusesDocument.Row(
                    bonus: bonus, statement: reporter.statement(bonus, among: known),
                    pending: asksPending ? try reporter.pendingCorrections(of: bonus.employee, earlier: own) : nil)
            }
            let head = reporter.head(request)
            document = BonusesDocument(rows, head: head, naming, byDeal: request.by == .deal)
            words = table(head, document.table)
        case .commissions:
            let report = try reporter.schemes(request, for: seen)
            document = SchemesDocument(report, naming)
            words = table(report.head, document.table)
        case .plans:
            let report = try reporter.plans(request, for: seen)
            document = PlansDocument(report, naming)
            words = table(report.head, document.table)
        case .actions:
            let report = try reporter.actions(request, given: kept.actions(), for: seen)
            document = ActionsDocument(report, naming)
            words = table(report.head, document.table)
        }
    }
}

extension ReportAnswer {
    private init(document: any ReportDocument, words: String) {
        self.document = document
        self.words = words
    }

    /// The same with what is supposed beside it.
    func supposing(_ report: WhatIfReport, _ texts: Texts, _ naming: Naming) -> ReportAnswer {
        ReportAnswer(
            document: SupposedDocument(document, WhatIfDocument(report, naming)),
            words: words + "\n" + WhatIfWords(report, texts, naming).text)
    }
}

/// What reports need of the books beside the facts, read when it is asked for.
struct KeptThings {
    /// Due before an instant, as of another.
    let planned: (Instant, Instant) throws -> [PlannedActivity]
    let actions: () throws -> [CorrectiveAction]
    let dealsWithPlans: (Instant) throws -> Set<Deal.ID>
    let categories: () throws -> [Word.ID: Deal.Category]
    let statements: () throws -> [CommissionStatement]
    /// What a customer is called; nil: nobody is left of that number.
    let account: @Sendable (Account.ID) throws -> String?
}

extension Question {
    /// A period, else an instant.
    func bound(_ text: String?, option: String) throws -> ReportRequest.Bound? {
        guard let text else { return nil }
        if let period = Period(name: text, in: reporter.facts.calendar) { return .period(period) }
        return .instant(try instant(text, option: option))
    }

    func compare(_ text: String?) throws -> ReportRequest.Compare? {
        guard let text else { return nil }
        if let period = Period(name: text, in: reporter.facts.calendar) { return .period(period) }
        return .scope(try scope(text))
    }

    func against(_ text: String?) throws -> ReportRequest.Against? {
        guard let text else { return nil }
        if text == "best" { return .best }
        if let period = Period(name: text, in: reporter.facts.calendar) { return .period(period) }
        return .scope(try scope(text))
    }
}

extension PlanFactReport.Advice {
    /// What to do, in the reader's language.
    fileprivate func words(_ texts: Texts, _ naming: Naming) -> String {
        texts("planfact.advice." + key, ["who": .text(whose.map { naming.called($0) ?? naming.name($0) } ?? "")])
    }
}
