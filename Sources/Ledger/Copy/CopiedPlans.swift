extension CopiedTable {
    /// What was planned, paid, chosen, said and asked for.
    static let plans: [CopiedTable] = [
        CopiedTable(
            "quotas", columns: 12, count: "SELECT count(*) FROM quotas",
            read: """
                SELECT id, period, department, employee, pipeline, measure, value, currency,
                    from_day, batch, withdrawn, recorded_at FROM quotas ORDER BY id
                """,
            write: """
                INSERT INTO quotas (id, period, department, employee, pipeline, measure, value,
                    currency, from_day, batch, withdrawn, recorded_at) VALUES ($1, $2, $3, $4, $5,
                    $6, $7, $8, $9, $10, $11, $12)
                """),
        CopiedTable(
            "commission_plans", columns: 7, count: "SELECT count(*) FROM commission_plans",
            read: "SELECT id, name, every, cap, pro_rata, from_day, to_day FROM commission_plans ORDER BY id",
            write: """
                INSERT INTO commission_plans (id, name, every, cap, pro_rata, from_day, to_day)
                    VALUES ($1, $2, $3, $4, $5, $6, $7)
                """),
        CopiedTable(
            "commission_rules", columns: 16, count: "SELECT count(*) FROM commission_rules",
            read: """
                SELECT id, plan, position, name, measure, pipeline, product, customer, team, target,
                    weight, mode, unit, threshold, cap, tiers FROM commission_rules ORDER BY id
                """,
            write: """
                INSERT INTO commission_rules (id, plan, position, name, measure, pipeline, product,
                    customer, team, target, weight, mode, unit, threshold, cap, tiers) VALUES ($1,
                    $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
                """),
        CopiedTable(
            "commission_members", columns: 7, count: "SELECT count(*) FROM commission_members",
            read: "SELECT id, plan, employee, department, role, from_day, to_day FROM commission_members ORDER BY id",
            write: """
                INSERT INTO commission_members (id, plan, employee, department, role, from_day,
                    to_day) VALUES ($1, $2, $3, $4, $5, $6, $7)
                """),
        CopiedTable(
            "commission_statements", columns: 7, count: "SELECT count(*) FROM commission_statements",
            read: """
                SELECT id, plan, employee, period, state, changed_at, changed_by FROM
                    commission_statements ORDER BY id
                """,
            write: """
                INSERT INTO commission_statements (id, plan, employee, period, state, changed_at,
                    changed_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
                """),
        CopiedTable(
            "commission_lines", columns: 11, count: "SELECT count(*) FROM commission_lines",
            read: """
                SELECT statement, line, rule, measure, kind, deal, period, base, rate, amount, day
                    FROM commission_lines ORDER BY statement, line
                """,
            write: """
                INSERT INTO commission_lines (statement, line, rule, measure, kind, deal, period,
                    base, rate, amount, day) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """),
        CopiedTable(
            "grants", columns: 5, count: "SELECT count(*) FROM grants",
            read: "SELECT id, kind, from_day, to_day, given_by FROM grants ORDER BY id",
            write: "INSERT INTO grants (id, kind, from_day, to_day, given_by) VALUES ($1, $2, $3, $4, $5)"),
        CopiedTable(
            "reference_funnels", columns: 10, count: "SELECT count(*) FROM reference_funnels",
            read: """
                SELECT id, name, department, employee, best, from_day, to_day, pinned_at, pinned_by,
                    ended_at FROM reference_funnels ORDER BY id
                """,
            write: """
                INSERT INTO reference_funnels (id, name, department, employee, best, from_day,
                    to_day, pinned_at, pinned_by, ended_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8,
                    $9, $10)
                """),
        CopiedTable(
            "headlines", columns: 4, count: "SELECT count(*) FROM headlines",
            read: "SELECT id, method, from_day, chosen_by FROM headlines ORDER BY id",
            write: "INSERT INTO headlines (id, method, from_day, chosen_by) VALUES ($1, $2, $3, $4)"),
        CopiedTable(
            "forecast_record", columns: 15, count: "SELECT count(*) FROM forecast_record",
            read: """
                SELECT id, day, period, department, employee, recorded_at, currency, won, mean, p10,
                    p50, p90, template, statistical, quota FROM forecast_record ORDER BY id
                """,
            write: """
                INSERT INTO forecast_record (id, day, period, department, employee, recorded_at,
                    currency, won, mean, p10, p50, p90, template, statistical, quota) VALUES ($1,
                    $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
                """),
        CopiedTable(
            "corrective_actions", columns: 26, count: "SELECT count(*) FROM corrective_actions",
            read: """
                SELECT id, external_id, origin, department, employee, pipeline, stage, deal,
                    assignee, what, due_day, expected, made_at, made_by, period, mean, low, high,
                    conversion, conversion_error, stage_days, deal_money, state, ended_at, ended_by,
                    note FROM corrective_actions ORDER BY id
                """,
            write: """
                INSERT INTO corrective_actions (id, external_id, origin, department, employee,
                    pipeline, stage, deal, assignee, what, due_day, expected, made_at, made_by,
                    period, mean, low, high, conversion, conversion_error, stage_days, deal_money,
                    state, ended_at, ended_by, note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,
                    $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
                    $26)
                """),
        CopiedTable(
            "alert_snoozes", columns: 9, count: "SELECT count(*) FROM alert_snoozes",
            read: """
                SELECT id, employee, kind, department, person, stage, deal, until_day, made_at FROM
                    alert_snoozes ORDER BY id
                """,
            write: """
                INSERT INTO alert_snoozes (id, employee, kind, department, person, stage, deal,
                    until_day, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """),
        CopiedTable(
            "submissions", columns: 9, count: "SELECT count(*) FROM submissions",
            read: """
                SELECT id, employee, period, kind, amount, note, model, made_at, made_by FROM
                    submissions ORDER BY id
                """,
            write: """
                INSERT INTO submissions (id, employee, period, kind, amount, note, model, made_at,
                    made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """),
    ]
}
