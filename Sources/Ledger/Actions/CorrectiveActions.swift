package import SalesDomain

package struct CorrectiveActions {
    let transaction: any Transaction

    /// Identity is the external id.
    package func put(_ action: CorrectiveAction, in calendar: CompanyCalendar) throws -> Put<Int64> {
        let known: (Int64, CorrectiveAction)? = try transaction.first(
            CorrectiveActionSQL.find, [.text(action.externalID)]
        ) { row in row.action(calendar).map { (row.int(0), $0) } }.flatMap { $0 }
        return try transaction.put(
            action, over: known,
            add: {
                try transaction.insert(
                    CorrectiveActionSQL.add, [.text(action.externalID)] + action.values(calendar))
            },
            change: { try transaction.run(CorrectiveActionSQL.change, [.int($0)] + action.values(calendar)) })
    }

    /// In the order in which they were entered. What a calendar cannot read is left out.
    package func all(in calendar: CompanyCalendar) throws -> [CorrectiveAction] {
        try transaction.all(CorrectiveActionSQL.all) { $0.action(calendar) }.compactMap(\.self)
    }

    package func find(_ externalID: String, in calendar: CompanyCalendar) throws -> CorrectiveAction? {
        try transaction.first(CorrectiveActionSQL.find, [.text(externalID)]) { $0.action(calendar) }.flatMap { $0 }
    }

    /// The next id that nobody bears.
    package func freeID() throws -> String {
        var number = try transaction.number(CorrectiveActionSQL.last) + 1
        while try transaction.number(CorrectiveActionSQL.count, [.text("A\(number)")]) > 0 { number += 1 }
        return "A\(number)"
    }
}

extension CorrectiveAction {
    fileprivate func values(_ calendar: CompanyCalendar) -> [Value] {
        var (stage, deal): (Stage.ID?, Deal.ID?) = (nil, nil)
        switch assignment.subject {
        case .sales: break
        case .stage(let id): stage = id
        case .deal(let id): deal = id
        }
        return [
            Value(assignment.origin), Value(assignment.scope.parts.department), Value(assignment.scope.parts.employee),
            Value(assignment.pipeline), Value(stage),
            Value(deal), Value(assignment.assignee), .text(assignment.what), Value(assignment.due),
            Value(assignment.expected), Value(made), Value(by),
            .text(assignment.baseline.period.name(in: calendar)), .int(assignment.baseline.mean),
            .int(assignment.baseline.low), .int(assignment.baseline.high),
            Value(assignment.baseline.stage?.conversion), Value(assignment.baseline.stage?.error),
            Value(assignment.baseline.stage?.days.map { Int64($0) }), Value(assignment.baseline.deal),
            .text(end?.kind.rawValue ?? "open"),
            Value(end?.at), Value(end?.by), Value(end?.note),
        ]
    }
}

extension Row {
    /// Nil when the calendar cannot read its period.
    fileprivate func action(_ calendar: CompanyCalendar) -> CorrectiveAction? {
        guard let period = Period(name: text(14), in: calendar) else { return nil }
        let (stage, deal): (Stage.ID?, Deal.ID?) = (maybeKey(6), maybeKey(7))
        let rate = maybeDouble(18).map {
            CorrectiveAction.StageRate(conversion: $0, error: double(19), days: maybeInt(20).map { Int($0) })
        }
        return CorrectiveAction(
            externalID: text(1), origin: name(2), subject: stage.map { .stage($0) } ?? deal.map { .deal($0) } ?? .sales,
            scope: Scope(department: maybeKey(3), employee: maybeKey(4)), pipeline: maybeKey(5), assignee: key(8),
            what: text(9), due: day(10), expected: maybeInt(11), made: instant(12), by: maybeKey(13),
            baseline: .init(
                period: period, mean: int(15), low: int(16), high: int(17), stage: rate, deal: maybeInt(21)),
            end: CorrectiveAction.End.Kind(rawValue: text(22)).map {
                .init(kind: $0, at: instant(23), by: maybeKey(24), note: maybeText(25))
            })
    }
}

extension Transaction {
    package var correctiveActions: CorrectiveActions { CorrectiveActions(transaction: self) }
}

private enum CorrectiveActionSQL {
    static let add: SQL = """
        INSERT INTO corrective_actions (external_id, origin, department, employee, pipeline, stage, deal, assignee, what,
            due_day, expected, made_at, made_by, period, mean, low, high, conversion, conversion_error, stage_days,
            deal_money, state, ended_at, ended_by, note)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
            $24, $25) RETURNING id
        """
    static let change: SQL = """
        UPDATE corrective_actions SET origin = $2, department = $3, employee = $4, pipeline = $5, stage = $6, deal = $7,
            assignee = $8, what = $9, due_day = $10, expected = $11, made_at = $12, made_by = $13, period = $14,
            mean = $15, low = $16, high = $17, conversion = $18, conversion_error = $19, stage_days = $20,
            deal_money = $21, state = $22, ended_at = $23, ended_by = $24, note = $25
        WHERE id = $1
        """
    static let find: SQL = """
        SELECT id, external_id, origin, department, employee, pipeline, stage, deal, assignee, what, due_day, expected,
            made_at, made_by, period, mean, low, high, conversion, conversion_error, stage_days, deal_money, state,
            ended_at, ended_by, note
        FROM corrective_actions WHERE external_id = $1
        """
    static let all: SQL = """
        SELECT id, external_id, origin, department, employee, pipeline, stage, deal, assignee, what, due_day, expected,
            made_at, made_by, period, mean, low, high, conversion, conversion_error, stage_days, deal_money, state,
            ended_at, ended_by, note
        FROM corrective_actions ORDER BY id
        """
    static let last: SQL = "SELECT COALESCE(MAX(id), 0) FROM corrective_actions"
    static let count: SQL = "SELECT count(*) FROM corrective_actions WHERE external_id = $1"
}
