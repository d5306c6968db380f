internal import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// The list of deals: filters in the address, one sentence with the total, a table to sort.
package struct DealsPage: Sendable {
    private let report: DealsReport
    private let query: DealsQuery
    private let frame: Frame

    package init(_ report: DealsReport, query: DealsQuery, frame: Frame) {
        self.report = report
        self.query = query
        self.frame = frame
    }

    package func html() -> String { Templates.render("deals", values) }

    var values: Values {
        let table = DealsTable(report: report, query: query, frame: frame, filter: filter)
        var page: Values = [
            "sentence_html": sentence, "sorted": table.order, "csv_href": asked { $0.format = .csv }.target,
            "xlsx_href": asked { $0.format = .xlsx }.target,
            "tabs": tabs, "any": !report.rows.isEmpty, "clear": clear ?? false as Any,
        ]
        for part in [table.values, pager] { page.merge(part) { $1 } }
        return frame.values(heading, page)
    }

    private var texts: Texts { frame.texts }

    private var filter: DealsFilter {
        if case .deals(let filter) = frame.route { return filter }
        return DealsFilter()
    }

    private func asked(_ change: (inout DealsFilter) -> Void) -> Route {
        var filter = filter
        change(&filter)
        return .deals(filter)
    }

    private var heading: Heading {
        Heading(
            title: texts("page.deals"), scope: query.scope,
            chips: [accountChip, periodChip, pipelineChip, stageChip, categoryChip].compactMap(\.self),
            action: .deals)
    }

    private var sentence: String {
        var given: [String: Texts.Argument] = [
            "deals": .count(report.total), "amount": .text(texts.amount(report.totalAmount, report.currency)),
        ]
        let status = StatusChoice(query.status).rawValue
        guard let period = query.period else { return texts.html("deals.sentence.\(status)", given) }
        given["period"] = .text(texts.period(period, in: frame.company.calendar, .locative))
        return texts.html("deals.sentence.\(status).period", given)
    }

    private var tabs: [Values] {
        ([Deal.Status.open, .won, .lost] as [Deal.Status?] + [nil]).map { status in
            [
                "label": texts("deals.tab." + (status?.rawValue ?? "all")), "current": status == query.status,
                "href": asked {
                    $0.status = StatusChoice(status)
                    $0.page = 1
                }.target,
            ]
        }
    }

    /// Whose deals alone are listed; nil: everybody's.
    private var accountChip: Values? {
        filter.account.map { name in
            let any = choice(texts("deals.any_account"), false) { $0.account = nil }
            return [
                "label": texts("deal.fact.account"), "value": name, "choices": [any, choice(name, true) { _ in }],
                "common": false,
            ]
        }
    }

    private var periodChip: Values {
        let calendar = frame.company.calendar
        func choice(_ period: Period?) -> Values {
            [
                "label": period.map { texts.capital(texts.period($0, in: calendar)) } ?? texts("deals.any_period"),
                "depth": period?.kind == .month ? "1" : "0", "current": period == query.period,
                "href": asked {
                    $0.period = period.map { PeriodName($0, in: calendar) }
                    $0.page = 1
                }.target,
            ]
        }
        let label = query.status == .open ? "deals.period.open" : "deals.period.closed"
        let value = query.period.map { texts.capital(texts.period($0, in: calendar)) } ?? texts("deals.any_period")
        return [
            "label": texts(label), "value": value, "choices": [choice(nil)] + frame.periods.map(choice),
            "common": false,
        ]
    }

    private var pipelineChip: Values? {
        guard frame.names.pipelines.count > 1 else { return nil }
        func named(_ label: String, _ name: String?, _ isCurrent: Bool) -> Values {
            choice(label, isCurrent) {
                $0.pipeline = name
                $0.stage = nil
            }
        }
        let sales = query.pipeline == nil && !query.everyPipeline
        let choices =
            [named(texts("deals.sales_pipelines"), nil, sales)]
            + frame.names.pipelines.map { named($0.name, $0.name, $0.id == query.pipeline) }
            + [named(texts("deals.any_pipeline"), DealsFilter.everyPipeline, query.everyPipeline)]
        let value =
            query.pipeline.flatMap { frame.names.pipeline($0)?.name }
            ?? texts(sales ? "deals.sales_pipelines" : "deals.any_pipeline")
        return ["label": texts("deals.pipeline"), "value": value, "choices": choices, "common": false]
    }

    /// Stages of the pipeline that was chosen, or of the only one.
    private var stageChip: Values? {
        let pipelines = frame.names.pipelines
        let pipeline = query.pipeline.flatMap(frame.names.pipeline) ?? (pipelines.count == 1 ? pipelines.first : nil)
        guard let pipeline else { return nil }
        let open = pipeline.stages.filter { $0.outcome == .open }
        let choices = ([nil] + open.map(Optional.some)).map { stage in
            choice(stage?.name ?? texts("deals.any_stage"), stage?.id == query.stage) {
                $0.pipeline = stage == nil ? $0.pipeline : pipeline.name
                $0.stage = stage?.name
            }
        }
        let value = query.stage.flatMap { frame.names.stage($0)?.name } ?? texts("deals.any_stage")
        return ["label": texts("deals.stage"), "value": value, "choices": choices, "common": false]
    }

    private var categoryChip: Values {
        let wanted = query.category?.wanted
        let choices = ([nil] + Deal.Category.allCases.map(Optional.some)).map { category in
            choice(texts("deal.category." + (category?.rawValue ?? "any")), category == wanted) {
                $0.category = category.flatMap { CategoryChoice(rawValue: $0.rawValue) }
            }
        }
        return [
            "label": texts("deal.fact.category"), "value": texts("deal.category." + (wanted?.rawValue ?? "any")),
            "choices": choices, "common": false,
        ]
    }

    private func choice(_ label: String, _ current: Bool, _ change: (inout DealsFilter) -> Void) -> Values {
        [
            "label": label, "depth": "0", "current": current,
            "href": asked {
                change(&$0)
                $0.page = 1
            }.target,
        ]
    }

    private var pager: Values {
        let last = query.offset + report.rows.count
        let page = query.limit > 0 ? query.offset / query.limit + 1 : 1
        func link(_ number: Int) -> Values { ["href": asked { $0.page = number }.target] }
        return [
            "shown": texts(
                "deals.shown",
                ["first": .count(min(query.offset + 1, last)), "last": .count(last), "total": .count(report.total)]),
            "back": page > 1 ? link(page - 1) : false as Any,
            "onward": last < report.total ? link(page + 1) : false as Any,
        ]
    }

    private var clear: Values? {
        query.period == nil && query.stage == nil && query.accounts == nil && query.category == nil
            && query.status == nil
            && query.everyPipeline
            ? nil
            : [
                "href": Route.deals(
                    DealsFilter(
                        scope: filter.scope, pipeline: DealsFilter.everyPipeline, status: .all, asOf: filter.asOf)
                ).target
            ]
    }
}
