internal import Ledger
internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages

extension Desk {
    func showToday(_ request: ReportRequest, _ member: Member, asOf: Instant?) throws -> Answer {
        guard member.hasDeals else { return .html(EmptyPage(.noDeals, frame: frame(member, asOf: asOf)).html()) }
        let report = try today(request, member)
        let alerts = asOf == nil ? try alertsInBrief(request, member) : nil
        var labels = try labels(report)
        labels.add(try self.labels(alerts))
        let frame = frame(member, asOf: asOf, names: names(member, labels))
        return .html(
            TodayPage(
                report, alerts: alerts, frame: frame, versions: try versions(report.month),
                answers: member.mayAnswer, givers: member.mayGive(asOf)
            ).html())
    }

    func todayDocument(_ request: ReportRequest, _ member: Member) throws -> TodayDocument {
        let report = try today(request, member)
        return TodayDocument(report, naming(member, try labels(report)))
    }

    private func today(_ request: ReportRequest, _ member: Member) throws -> TodayReport {
        let end = member.reporter.endOfDay(request.asOf)
        let (planned, given) = try office.store.read { ledger in
            (
                try ledger.activities.planned(dueBefore: end, asOf: request.asOf),
                try ledger.correctiveActions.all(in: member.calendar)
            )
        }
        return try member.reporter.today(request, planned: planned, given: given, for: member.seen)
    }

    private func labels(_ report: TodayReport) throws -> Labels {
        let rows = report.month.deciding.map(\.row) + report.month.questions.map(\.row)
        return try Labels(
            deals: rows.map(\.deal) + report.due.compactMap(\.activity.deal) + report.calls.compactMap(\.deal)
                + report.actions.compactMap(\.deal),
            accounts: rows.compactMap(\.account) + report.due.compactMap(\.activity.account)
                + report.calls.compactMap(\.account), from: office.store)
    }
}
