internal import ReportDocuments
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

extension Desk {
    func showSeries(_ request: ReportRequest, _ filter: ReportFilter, _ frame: Frame, _ member: Member) throws -> Answer
    {
        .html(SeriesPage(try series(request, filter, member), given: member.givenSeries, frame: frame).html())
    }

    func seriesDocument(_ request: ReportRequest, _ filter: ReportFilter, _ member: Member) throws -> SeriesDocument {
        let none = try Labels(deals: EmptyCollection(), accounts: EmptyCollection(), from: office.store)
        return SeriesDocument(try series(request, filter, member), naming(member, none))
    }

    /// What was never counted has no periods, and is no refusal.
    private func series(_ request: ReportRequest, _ filter: ReportFilter, _ member: Member) throws -> SeriesReport {
        let asked = SeriesRequest(
            asOf: request.asOf, counted: try member.counted(filter.count), grain: (filter.grain ?? .week).periods,
            scope: request.scope, pipelines: request.pipelines)
        do {
            return try member.reporter.series(asked, for: member.seen)
        } catch ReportRefusal.noPeriods {
            return SeriesReport(ofNothing: asked)
        }
    }
}

extension Member {
    /// Series that were given in numbers, by name.
    var givenSeries: [String] { Set(reporter.facts.frame.series.map(\.series)).sorted() }

    func counted(_ name: String?) throws -> Counted {
        guard let name else { return .created }
        if let kind = Counted.kinds.first(where: { $0.name == name }) { return kind }
        guard givenSeries.contains(name) else { throw Refusal.badRequest("count") }
        return .points(name)
    }
}

extension Grain {
    fileprivate var periods: SeriesRequest.Grain {
        switch self {
        case .day: .day
        case .week: .week
        case .month: .month
        }
    }
}
