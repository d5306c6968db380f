internal import Ledger
internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    func showAccuracy(_ filter: BacktestFilter, _ member: Member) throws -> Answer {
        if let format = filter.format, format != .html { return try giveBacktest(filter, member) }
        guard var request = try member.backtestRequest(filter) else {
            return .html(EmptyPage(.nothingSeen, frame: frame(member)).html())
        }
        var frame = frame(member, asOf: filter.asOf == nil ? nil : request.asOf)
        frame.basis = request.basis
        guard member.hasDeals else { return .html(EmptyPage(.noDeals, frame: frame).html()) }
        if case .employee = request.scope {} else { request.by = request.by ?? .department }
        guard member.reporter.isMeasured(request) else {
            return .html(EmptyPage(.measuring, frame: frame).html(), isUnfinished: true).askedAgain
        }
        do {
            let report = try member.reporter.backtest(request, for: member.seen)
            // What was forecast day by day is of the wins.
            let record = request.basis == .won ? try record(of: request.scope, asOf: request.asOf, member) : nil
            return .html(AccuracyPage(report, record: record, frame: frame).html())
        } catch ReportRefusal.noPeriods {
            return .html(EmptyPage(.noHistory, frame: frame).html())
        }
    }

    private func record(of scope: Scope, asOf: Instant, _ member: Member) throws -> RecordReport {
        try member.reporter.record(of: scope, asOf: asOf, for: member.seen) { scope in
            try office.store.read { try $0.forecastRecord.all(of: scope, in: member.calendar) }
        }
    }

    func giveBacktest(_ filter: BacktestFilter, _ member: Member) throws -> Answer {
        guard var request = try member.backtestRequest(filter) else { throw Refusal.notFound }
        if let horizon = filter.horizon { request.horizons = [horizon.fraction] }
        let report = try member.reporter.backtest(request, for: member.seen)
        let none = try Labels(deals: EmptyCollection(), accounts: EmptyCollection(), from: office.store)
        let record = try record(of: request.scope, asOf: request.asOf, member)
        let document = BacktestDocument(report, naming(member, none), record: record)
        let file = ReportFile(
            "accuracy", title: "page.accuracy", scope: request.scope, period: nil, asOf: request.asOf,
            basis: request.basis, member)
        return .document(document, as: filter.format, file)
    }
}

extension Member {
    /// Nil when this viewer may see nothing at all.
    fileprivate func backtestRequest(_ filter: BacktestFilter) throws -> BacktestRequest? {
        guard let scope = try scope(filter.scope) else { return nil }
        var request = BacktestRequest(asOf: try instant(filter.asOf), scope: scope, by: filter.by?.part)
        request.basis = basis(filter.basis, at: request.asOf)
        if filter.period == .quarter { request.grain = .quarter }
        request.from = try period(filter.from, "from")
        request.to = try period(filter.to, "to")
        if let pipeline = try pipeline(filter.pipeline) { request.pipelines = .one(pipeline.id) }
        try reporter.admit(request)
        return request
    }
}
