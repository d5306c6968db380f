import SalesDomain

/// What somebody was to do, what was expected without it, and how it ended. The amounts are in the base currency.
package struct CorrectiveActionRecord: ExchangeRecord {
    package static let file = ExchangeFile.correctiveActions
    package let id: String
    package let origin: CorrectiveAction.Origin
    package let place: ScopeColumns
    package let assignee: String
    package let what: String
    package let due: Day
    package let expected: Amount?
    package let made: Instant
    package let by: String?
    package let baseline: Baseline
    package let end: End?

    package struct Baseline: Sendable, Equatable {
        package let period: Period
        package let mean: Amount
        package let low: Amount
        package let high: Amount
        package let stage: CorrectiveAction.StageRate?
        package let deal: Amount?
        package init(
            period: Period, mean: Amount, low: Amount, high: Amount, stage: CorrectiveAction.StageRate?, deal: Amount?
        ) {
            self.period = period
            self.mean = mean
            self.low = low
            self.high = high
            self.stage = stage
            self.deal = deal
        }
    }

    package struct End: Sendable, Equatable {
        package let kind: CorrectiveAction.End.Kind
        package let at: Instant
        package let by: String?
        package let note: String?
        package init(kind: CorrectiveAction.End.Kind, at: Instant, by: String?, note: String?) {
            self.kind = kind
            self.at = at
            self.by = by
            self.note = note
        }
    }

    package init(
        id: String, origin: CorrectiveAction.Origin, place: ScopeColumns, assignee: String, what: String, due: Day,
        expected: Amount?, made: Instant, by: String?, baseline: Baseline, end: End?
    ) {
        self.id = id
        self.origin = origin
        self.place = place
        self.assignee = assignee
        self.what = what
        self.due = due
        self.expected = expected
        self.made = made
        self.by = by
        self.baseline = baseline
        self.end = end
    }

    package init(_ fields: Fields) throws(Refusal) {
        id = try fields.needed(.action_id)
        guard let origin = try fields.choice(.origin, CorrectiveAction.Origin.self) else {
            throw fields.refusal(.origin, .valueMissing)
        }
        self.origin = origin
        place = try ScopeColumns(fields)
        assignee = try fields.needed(.owner_id)
        what = try fields.needed(.what)
        due = try fields.neededDay(.due)
        expected = try fields.amount(.expected)
        made = try fields.neededRecorded(.at)
        by = try fields.text(.by)
        baseline = try Baseline(fields)
        end = try End(fields)
        if let end, end.at < made { throw fields.refusal(.ended_at, .endsBeforeStart) }
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(id)
        line.add(origin.rawValue)
        place.write(to: &line)
        line.add(assignee)
        line.add(what)
        line.add(due)
        line.add(expected)
        line.add(made, in: calendar)
        line.add(by)
        baseline.write(to: &line, in: calendar)
        line.add(end?.kind.rawValue ?? "open")
        line.add(end?.at, in: calendar)
        line.add(end?.by)
        line.add(end?.note)
    }
}

extension CorrectiveActionRecord.Baseline {
    fileprivate init(_ fields: Fields) throws(Refusal) {
        let conversion = try fields.number(.conversion, in: 0...1)
        let error = try fields.number(.conversion_error, in: 0...1)
        let days = try fields.whole(.stage_days, in: 0...100_000)
        self.init(
            period: try fields.neededPeriod(.period), mean: Amount(text: try fields.needed(.mean)),
            low: Amount(text: try fields.needed(.p10)), high: Amount(text: try fields.needed(.p90)),
            stage: conversion.map { .init(conversion: $0, error: error ?? 0, days: days) },
            deal: try fields.amount(.deal_amount))
    }

    fileprivate func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(period.name(in: calendar))
        for amount in [mean, low, high] { line.add(amount) }
        line.add(stage?.conversion)
        line.add(stage?.error)
        line.add(stage?.days)
        line.add(deal)
    }
}

extension CorrectiveActionRecord.End {
    private enum State: String, CaseIterable { case open, done, dropped }

    /// Nil while it is open.
    fileprivate init?(_ fields: Fields) throws(Refusal) {
        guard let state = try fields.choice(.state, State.self) else { throw fields.refusal(.state, .valueMissing) }
        guard let kind = CorrectiveAction.End.Kind(rawValue: state.rawValue) else { return nil }
        self.init(
            kind: kind, at: try fields.neededRecorded(.ended_at), by: try fields.text(.ended_by),
            note: try fields.text(.note))
    }
}

/// Whose figures, and the stage or deal that is meant.
package struct ScopeColumns: Sendable, Equatable {
    package let department: String?
    package let employee: String?
    package let pipeline: String?
    package let stage: String?
    package let deal: String?

    package init(department: String?, employee: String?, pipeline: String?, stage: String?, deal: String?) {
        self.department = department
        self.employee = employee
        self.pipeline = pipeline
        self.stage = stage
        self.deal = deal
    }

    fileprivate init(_ fields: Fields) throws(Refusal) {
        department = try fields.text(.department)
        employee = try fields.text(.employee_id)
        pipeline = try fields.text(.pipeline)
        stage = try fields.text(.stage)
        deal = try fields.text(.deal_id)
        if department != nil, employee != nil { throw fields.refusal(.employee_id, .oneOfThese) }
        if stage != nil, pipeline == nil { throw fields.refusal(.pipeline, .valueMissing) }
        if stage != nil, deal != nil { throw fields.refusal(.deal_id, .stageOrDeal) }
    }

    fileprivate func write(to line: inout CSVWriter) {
        line.add(department)
        line.add(employee)
        line.add(pipeline)
        line.add(stage)
        line.add(deal)
    }
}

package struct AlertSnoozeRecord: ExchangeRecord {
    package static let file = ExchangeFile.alertSnoozes
    package let by: String
    package let at: Instant
    package let alert: AlertKind
    package let place: ScopeColumns
    package let until: Day

    package init(by: String, at: Instant, alert: AlertKind, place: ScopeColumns, until: Day) {
        self.by = by
        self.at = at
        self.alert = alert
        self.place = place
        self.until = until
    }

    package init(_ fields: Fields) throws(Refusal) {
        by = try fields.needed(.by)
        at = try fields.neededRecorded(.at)
        guard let alert = try fields.choice(.alert, AlertKind.self) else {
            throw fields.refusal(.alert, .valueMissing)
        }
        self.alert = alert
        place = try ScopeColumns(fields)
        until = try fields.neededDay(.until)
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(by)
        line.add(at, in: calendar)
        line.add(alert.rawValue)
        place.write(to: &line)
        line.add(until)
    }
}
