internal import SalesDomain
package import SalesReports

/// `report events --json`, and one row for each person, kind and direction as CSV.
package struct EventsDocument: ReportDocument {
    private let report: EventsReport
    private let naming: Naming

    package init(_ report: EventsReport, _ naming: Naming) {
        self.report = report
        self.naming = naming
    }

    package var json: JSONValue {
        .object(
            naming.head(report.head) + [
                ("from", .day(report.from)), ("to", .day(report.upTo)),
                ("compared_from", .day(report.beforeFrom)), ("compared_to", .day(report.beforeTo)),
                ("rows", .array(report.rows.map { .object([employee($0.employee), name($0.employee)] + counts($0)) })),
                ("totals", .array(report.totals.map { .object(counts($0)) })),
                ("unassigned", .int(report.unassigned)), ("over_1h", .int(report.overLong.count)),
                ("called_back_by", .string("end of the next working day")),
                (
                    "people",
                    .array(report.people.map { .object([employee($0.employee), name($0.employee)] + figures($0)) })
                ),
                ("whole", .object(figures(report.whole))), ("heat", .array(report.heat.map(heat))),
                ("not_called_back", .array(report.notCalledBack.map(naming.missed))),
                ("over_long", .array(report.overLong.map(overLong))),
            ])
    }

    private func employee(_ id: Employee.ID?) -> (String, JSONValue) { ("employee_id", .string(naming.name(id))) }

    private func name(_ id: Employee.ID?) -> (String, JSONValue) { ("name", .string(naming.called(id))) }

    private func counts(_ row: EventsReport.Row) -> [(String, JSONValue)] {
        [
            ("kind", .string(row.kind.rawValue)), ("direction", .string(row.direction?.rawValue)),
            ("count", .int(row.count.all)), ("answered", .int(row.count.answered)), ("missed", .int(row.count.missed)),
            ("not_called_back", .int(row.count.notCalledBack)), ("duration_s", .int(row.count.seconds)),
            ("talk_s", .int(row.count.talkSeconds)), ("over_long", .int(row.count.overLong)),
        ]
    }

    private func figures(_ person: EventsReport.Person) -> [(String, JSONValue)] {
        [
            ("outbound", .int(person.outbound.all)), ("inbound", .int(person.inbound.all)),
            ("outbound_before", .int(person.outboundBefore.all)), ("inbound_before", .int(person.inboundBefore.all)),
            ("missed_before", .int(person.inboundBefore.missed)), ("active_share", .fraction(person.activeShare)),
            ("worked_days", .fraction(person.workedDays)), ("absent_days", .int(person.absentDays)),
            ("outbound_per_day", .fraction(person.outboundPerDay)), ("norm", .fraction(person.norm)),
            ("norm_per_day", .fraction(person.normPerDay)), ("open_deals", .int(person.openDeals)),
            ("touched_deals", .int(person.touchedDeals)),
            (
                "others",
                .object(
                    Activity.Kind.allCases.filter { $0 != .call }.map { ($0.rawValue, .int(person.others[$0] ?? 0)) })
            ), ("weeks", .array(person.weeks.map { .int($0) })),
        ]
    }

    private func heat(_ cell: EventsReport.Heat) -> JSONValue {
        .object([
            ("weekday", .int(cell.weekday + 1)), ("hour", .int(cell.hour)), ("inbound", .int(cell.inbound)),
            ("missed", .int(cell.missed)), ("outbound", .int(cell.outbound)),
        ])
    }

    private func overLong(_ call: EventsReport.LongCall) -> JSONValue {
        .object([
            ("at", .string(naming.text(call.at))), employee(call.employee),
            ("deal_id", .string(call.deal.map(naming.name))), ("duration_s", .int(call.seconds)),
        ])
    }

    package var table: ReportTable {
        var table = ReportTable(header: [
            "employee_id", "kind", "direction", "count", "answered", "missed", "not_called_back", "duration_s",
            "talk_s", "over_long", "name",
        ])
        for row in report.rows {
            table.row([
                .text(naming.name(row.employee)), .text(row.kind.rawValue), .text(row.direction?.rawValue),
                .int(row.count.all), .int(row.count.answered), .int(row.count.missed), .int(row.count.notCalledBack),
                .int(row.count.seconds), .int(row.count.talkSeconds), .int(row.count.overLong),
                .text(naming.called(row.employee)),
            ])
        }
        return table
    }
}

extension Naming {
    func missed(_ call: EventsReport.MissedCall) -> JSONValue {
        .object([
            ("at", .string(text(call.at))), ("employee_id", .string(name(call.employee))),
            ("deal_id", .string(call.deal.map(name))), ("due", .string(text(call.due))),
            ("called_later", .bool(call.isCalledLater)),
        ])
    }
}
