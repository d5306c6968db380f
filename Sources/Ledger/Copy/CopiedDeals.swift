extension CopiedTable {
    /// Deals and what stands around them.
    static let deals: [CopiedTable] = [
        CopiedTable(
            "deals", columns: 26, count: "SELECT count(*) FROM deals",
            read: """
                SELECT id, source, external_id, batch, recorded_at, title, folded, pipeline,
                    created_at, stage, status, closed_at, owner, amount, currency, expected_close,
                    product, account, origin, cost, vat_rate, lost_reason, lead, category,
                    next_step, split FROM deals ORDER BY id
                """,
            write: """
                INSERT INTO deals (id, source, external_id, batch, recorded_at, title, folded,
                    pipeline, created_at, stage, status, closed_at, owner, amount, currency,
                    expected_close, product, account, origin, cost, vat_rate, lost_reason, lead,
                    category, next_step, split) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
                    $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26)
                """),
        CopiedTable(
            "deal_log", columns: 10, count: "SELECT count(*) FROM deal_log",
            read: """
                SELECT deal, ordinal, changed_at, recorded_at, field, old, new, employee, batch, made
                    FROM deal_log ORDER BY deal, ordinal
                """,
            write: """
                INSERT INTO deal_log (deal, ordinal, changed_at, recorded_at, field, old, new,
                    employee, batch, made) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """),
        CopiedTable(
            "deals_retold", columns: 23, count: "SELECT count(*) FROM deals_retold",
            read: """
                SELECT deal, batch, entries, recorded_at, pipeline, created_at, stage, status, closed_at,
                    owner, amount, currency, expected_close, product, account, origin, cost, vat_rate,
                    lost_reason, lead, category, next_step, split FROM deals_retold ORDER BY deal, batch
                """,
            write: """
                INSERT INTO deals_retold (deal, batch, entries, recorded_at, pipeline, created_at, stage,
                    status, closed_at, owner, amount, currency, expected_close, product, account, origin,
                    cost, vat_rate, lost_reason, lead, category, next_step, split) VALUES ($1, $2, $3,
                    $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
                    $22, $23)
                """),
        CopiedTable(
            "deal_now", columns: 24, count: "SELECT count(*) FROM deal_now",
            read: """
                SELECT deal, entries, pipeline, created_at, stage, status, closed_at, owner, amount,
                    currency, expected_close, product, account, origin, cost, vat_rate, lost_reason,
                    lead, category, next_step, split, title, merged, removed FROM deal_now ORDER BY
                    deal
                """,
            write: """
                INSERT INTO deal_now (deal, entries, pipeline, created_at, stage, status, closed_at,
                    owner, amount, currency, expected_close, product, account, origin, cost,
                    vat_rate, lost_reason, lead, category, next_step, split, title, merged, removed)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
                    $17, $18, $19, $20, $21, $22, $23, $24)
                """),
        CopiedTable(
            "deal_lines", columns: 7, count: "SELECT count(*) FROM deal_lines",
            read: "SELECT deal, line, product, quantity, price, cost, batch FROM deal_lines ORDER BY deal, line",
            write: """
                INSERT INTO deal_lines (deal, line, product, quantity, price, cost, batch) VALUES
                    ($1, $2, $3, $4, $5, $6, $7)
                """),
        CopiedTable(
            "splits", columns: 5, count: "SELECT count(*) FROM splits",
            read: "SELECT deal, edition, employee, share, batch FROM splits ORDER BY deal, edition, employee",
            write: "INSERT INTO splits (deal, edition, employee, share, batch) VALUES ($1, $2, $3, $4, $5)"),
        CopiedTable(
            "payments", columns: 10, count: "SELECT count(*) FROM payments",
            read: """
                SELECT id, source, external_id, deal, day, kind, amount, currency, recorded_at,
                    batch FROM payments ORDER BY id
                """,
            write: """
                INSERT INTO payments (id, source, external_id, deal, day, kind, amount, currency,
                    recorded_at, batch) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """),
        CopiedTable(
            "activities", columns: 17, count: "SELECT count(*) FROM activities",
            read: """
                SELECT id, source, external_id, kind, direction, employee, deal, account, contact,
                    started_at, duration_s, result, due_at, done_at, note, recorded_at, batch FROM
                    activities ORDER BY id
                """,
            write: """
                INSERT INTO activities (id, source, external_id, kind, direction, employee, deal,
                    account, contact, started_at, duration_s, result, due_at, done_at, note,
                    recorded_at, batch) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
                    $13, $14, $15, $16, $17)
                """),
        CopiedTable(
            "series", columns: 2, count: "SELECT count(*) FROM series",
            read: "SELECT id, name FROM series ORDER BY id",
            write: "INSERT INTO series (id, name) VALUES ($1, $2)"),
        CopiedTable(
            "series_points", columns: 3, count: "SELECT count(*) FROM series_points",
            read: "SELECT series, day, value FROM series_points ORDER BY series, day",
            write: "INSERT INTO series_points (series, day, value) VALUES ($1, $2, $3)"),
        CopiedTable(
            "staged_log", columns: 9, count: "SELECT count(*) FROM staged_log",
            read: """
                SELECT import, deal, line, changed_at, recorded_at, field, old, new, employee FROM
                    staged_log ORDER BY import, deal, line
                """,
            write: """
                INSERT INTO staged_log (import, deal, line, changed_at, recorded_at, field, old,
                    new, employee) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """),
    ]
}
