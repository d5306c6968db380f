internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    /// So many open deals are offered in a form, the largest first.
    private static let offered = 60

    /// What a page supposes, and of what more may be supposed; nil: nobody asked, or the page counts on another basis than
    /// wins, of which nothing can be supposed. `deals`: of these alone.
    func whatIf(
        _ suppositions: Suppositions, _ request: ReportRequest, _ member: Member, deals: [DealsReport.Row]? = nil
    ) throws -> (content: WhatIfSection.Content, labels: Labels)? {
        guard suppositions.isBegun, request.basis == .won else { return nil }
        let report =
            try suppositions.isEmpty ? nil : member.reporter.whatIf(suppositions, request, for: member.seen)
        let rows = try deals ?? offered(request, member)
        var labels = try labels(rows + (report?.shown.compactMap(\.row) ?? []))
        let contrary = suppositions.contrary?.deal.flatMap { member.maySee($0) ? $0 : nil }
        labels.add(
            try Labels(deals: [contrary].compactMap(\.self), accounts: EmptyCollection(), from: office.store))
        var content = WhatIfSection.Content(
            report: report, deals: rows, stages: member.stages(request), currency: member.reporter.measure(of: request))
        content.numbers = labels.deals.mapValues(\.externalID)
        content.isOfOne = deals != nil
        content.problem = try problem(suppositions, member) ?? contrary.map { .contrary($0) }
        return (content, labels)
    }

    private func offered(_ request: ReportRequest, _ member: Member) throws -> [DealsReport.Row] {
        var query = DealsQuery(scope: request.scope, status: .open, sort: .amount, limit: Self.offered)
        if case .one(let pipeline) = request.pipelines { query.pipeline = pipeline }
        return try member.reporter.deals(query, asOf: request.asOf, for: member.seen).rows
    }

    /// The same report with what is supposed beside it; the report alone when nothing is.
    func supposing(
        _ suppositions: Suppositions, _ request: ReportRequest, _ member: Member, _ document: any ReportDocument
    ) throws -> any ReportDocument {
        suppositions.isEmpty
            ? document : SupposedDocument(document, try whatIfDocument(suppositions, request, member))
    }

    func whatIfDocument(_ suppositions: Suppositions, _ request: ReportRequest, _ member: Member) throws
        -> WhatIfDocument
    {
        guard request.basis == .won else { throw Refusal.badRequest("if") }
        if let first = suppositions.contradicted, let second = suppositions.contrary {
            let (one, other) = try (text(of: first, member), text(of: second, member))
            throw Refusal.contrary(one, other)
        }
        let report = try member.reporter.whatIf(suppositions, request, for: member.seen)
        return WhatIfDocument(report, naming(member, try labels(report.shown.compactMap(\.row))))
    }

    /// With the deal as the company calls it; another's keeps the number by which it was asked for.
    private func text(of supposition: Supposition, _ member: Member) throws -> String {
        let deals = [supposition.deal].compactMap(\.self).filter(member.maySee)
        let labels = try Labels(deals: deals, accounts: EmptyCollection(), from: office.store)
        return supposition.text { labels.deals[$0]?.externalID ?? String($0.number) }
    }
}

extension Member {
    /// Open stages of the pipelines of a request, as suppositions name them.
    fileprivate func stages(_ request: ReportRequest) -> [String] {
        request.pipelines.pipelines(in: reporter.facts.frame).flatMap { pipeline in
            pipeline.stages.filter { $0.outcome == .open }.map { "\(pipeline.name)/\($0.name)" }
        }
    }
}
