enum DealSQL {
    static let add: SQL = """
        INSERT INTO deals (
            source, external_id, batch, recorded_at, title, folded,
            pipeline, created_at, stage, status, closed_at, owner, amount, currency, expected_close, product, account,
            origin, cost, vat_rate, lost_reason, lead, category, next_step, split)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
            $23, $24, $25)
        RETURNING id
        """
    static let find: SQL = "SELECT id FROM deals WHERE source = $1 AND external_id = $2"
    static let row: SQL = """
        SELECT source, external_id, batch, recorded_at, title,
            pipeline, created_at, stage, status, closed_at, owner, amount, currency, expected_close, product, account,
            origin, cost, vat_rate, lost_reason, lead, category, next_step, split
        FROM deals WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM deals_retold WHERE deal = $1)
        UNION ALL
        SELECT d.source, d.external_id, d.batch, r.recorded_at, d.title,
            r.pipeline, r.created_at, r.stage, r.status, r.closed_at, r.owner, r.amount, r.currency,
            r.expected_close, r.product, r.account, r.origin, r.cost, r.vat_rate, r.lost_reason, r.lead,
            r.category, r.next_step, r.split
        FROM deals_retold r JOIN deals d ON d.id = r.deal
        WHERE r.deal = $1 AND r.batch = (SELECT MAX(batch) FROM deals_retold WHERE deal = $1)
        """
    static let each: SQL = """
        SELECT source, external_id, batch, recorded_at, title,
            pipeline, created_at, stage, status, closed_at, owner, amount, currency, expected_close, product, account,
            origin, cost, vat_rate, lost_reason, lead, category, next_step, split, id
        FROM deals ORDER BY id
        """
    static let rows: SQL = """
        SELECT source, external_id, batch, recorded_at, title,
            pipeline, created_at, stage, status, closed_at, owner, amount, currency, expected_close, product, account,
            origin, cost, vat_rate, lost_reason, lead, category, next_step, split, id
        FROM deals WHERE id > $1 ORDER BY id LIMIT $2
        """
    static let called: SQL = """
        SELECT d.id FROM deals d JOIN deal_now n ON n.deal = d.id LEFT JOIN words w ON w.id = n.title
        WHERE (d.external_id = $1 OR d.folded = $2 OR w.text = $1) AND n.removed IS NULL ORDER BY d.id LIMIT 200
        """
    static let name: SQL = """
        SELECT d.external_id, COALESCE(w.text, d.title), d.source
        FROM deals d JOIN deal_now n ON n.deal = d.id LEFT JOIN words w ON w.id = n.title
        WHERE d.id = $1
        """
    static let eachNow: SQL = """
        SELECT d.source, d.external_id, d.batch, d.recorded_at, COALESCE(w.text, d.title), n.deal,
            n.pipeline, n.created_at, n.stage, n.status, n.closed_at, n.owner, n.amount, n.currency, n.expected_close,
            n.product, n.account, n.origin, n.cost, n.vat_rate, n.lost_reason, n.lead, n.category, n.next_step, n.split,
            n.title, n.merged, n.removed
        FROM deal_now n JOIN deals d ON d.id = n.deal LEFT JOIN words w ON w.id = n.title
        ORDER BY n.deal
        """
    static let count: SQL = "SELECT count(*) FROM deals"
}

enum DealNowSQL {
    static let add: SQL = """
        INSERT INTO deal_now (
            deal, entries,
            pipeline, created_at, stage, status, closed_at, owner, amount, currency, expected_close, product, account,
            origin, cost, vat_rate, lost_reason, lead, category, next_step, split, title, merged, removed)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
            $23, $24)
        """
    /// Changes nothing when somebody else has written to the deal since `$25` entries were read.
    static let change: SQL = """
        UPDATE deal_now SET entries = $2,
            pipeline = $3, created_at = $4, stage = $5, status = $6, closed_at = $7, owner = $8, amount = $9,
            currency = $10, expected_close = $11, product = $12, account = $13, origin = $14, cost = $15,
            vat_rate = $16, lost_reason = $17, lead = $18, category = $19, next_step = $20, split = $21, title = $22,
            merged = $23, removed = $24
        WHERE deal = $1 AND entries = $25
        """
    static let of: SQL = """
        SELECT entries,
            pipeline, created_at, stage, status, closed_at, owner, amount, currency, expected_close, product, account,
            origin, cost, vat_rate, lost_reason, lead, category, next_step, split, title, merged, removed
        FROM deal_now WHERE deal = $1
        """
}

enum DealLogSQL {
    static let add: SQL = """
        INSERT INTO deal_log (deal, ordinal, changed_at, recorded_at, field, old, new, employee, batch, made)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        """
    static let ofDeal: SQL = """
        SELECT changed_at, recorded_at, field, old, new, employee, batch, deal, ordinal, made
        FROM deal_log
        WHERE deal = $1 AND ordinal > COALESCE((SELECT MAX(entries) FROM deals_retold WHERE deal = $1), 0)
        ORDER BY ordinal
        """
    static let each: SQL = """
        SELECT changed_at, recorded_at, field, old, new, employee, batch, deal, ordinal, made
        FROM deal_log ORDER BY deal, ordinal
        """
    static let batchesSince: SQL = "SELECT id FROM batches WHERE position > $1 ORDER BY position"
    static let begunIn: SQL = "SELECT id FROM deals WHERE batch = $1"
    static let changedIn: SQL = "SELECT DISTINCT deal FROM deal_log WHERE batch = $1"
    static let retoldIn: SQL = "SELECT deal FROM deals_retold WHERE batch = $1"
}
