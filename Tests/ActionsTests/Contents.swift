import Ledger

/// What a database holds, as text without our own numbers: two databases with the same contents are the same company.
enum Contents {
    static func of(_ ledger: any Transaction) throws -> [String] {
        try questions.flatMap { name, question in
            var rows: [String] = []
            try ledger.each(question.sql) { row in
                rows.append(name + ": " + (0..<question.columns).map { cell(row, $0) }.joined(separator: " | "))
            }
            return rows.sorted()
        }
    }

    private static func cell(_ row: Row, _ column: Int) -> String { row.maybeText(column) ?? "-" }

    private static let questions: [(String, (sql: SQL, columns: Int))] = [
        ("setting", ("SELECT key, value FROM settings", 2)),
        ("calendar", ("SELECT CAST(day AS TEXT), CAST(working AS TEXT), name FROM calendar_days", 3)),
        ("rate", ("SELECT CAST(day AS TEXT), currency, source, CAST(rate AS TEXT) FROM rates", 4)),
        ("department", ("SELECT d.name, p.name FROM departments d LEFT JOIN departments p ON p.id = d.parent", 2)),
        (
            "employee",
            (
                """
                SELECT e.external_id, e.name, e.email, d.name, e.role, CAST(e.active AS TEXT)
                FROM employees e LEFT JOIN departments d ON d.id = e.department
                """, 6
            )
        ),
        (
            "membership",
            (
                """
                SELECT e.external_id, d.name, m.role, CAST(m.head AS TEXT), CAST(m.from_day AS TEXT), CAST(m.to_day AS TEXT)
                FROM memberships m JOIN employees e ON e.id = m.employee JOIN departments d ON d.id = m.department
                """, 6
            )
        ),
        (
            "absence",
            (
                """
                SELECT e.external_id, CAST(a.from_day AS TEXT), CAST(a.to_day AS TEXT), a.kind
                FROM absences a JOIN employees e ON e.id = a.employee
                """, 4
            )
        ),
        (
            "stage",
            (
                """
                SELECT p.name, p.kind, s.name, CAST(s.position AS TEXT), CAST(s.probability AS TEXT), s.outcome
                FROM stages s JOIN pipelines p ON p.id = s.pipeline
                """, 6
            )
        ),
        (
            "stage version",
            (
                """
                SELECT s.name, CAST(v.from_day AS TEXT), CAST(v.position AS TEXT), CAST(v.probability AS TEXT)
                FROM stage_versions v JOIN stages s ON s.id = v.stage
                """, 4
            )
        ),
        (
            "company log",
            (
                """
                SELECT l.field, d.name, e.external_id, p.name, s.name, CAST(l.recorded_at AS TEXT)
                FROM company_log l LEFT JOIN departments d ON d.id = l.department
                    LEFT JOIN employees e ON e.id = l.employee LEFT JOIN products p ON p.id = l.product
                    LEFT JOIN stages s ON s.id = l.stage
                """, 6
            )
        ),
        ("product", ("SELECT name, CAST(price AS TEXT), CAST(cost AS TEXT), currency FROM products", 4)),
        (
            "account",
            (
                """
                SELECT a.name, a.industry, a.country, e.external_id, a.tax_id, a.phone
                FROM accounts a LEFT JOIN employees e ON e.id = a.owner
                """, 6
            )
        ),
        (
            "contact",
            (
                """
                SELECT c.external_id, a.name, c.name, c.email, c.phone, c.job
                FROM contacts c LEFT JOIN accounts a ON a.id = c.account
                """, 6
            )
        ),
        ("deal", (deal, 19)),
        ("deal now", (dealNow, 20)),
        ("log", (log, 8)),
        (
            "line",
            (
                """
                SELECT d.external_id, CAST(l.line AS TEXT), p.name, CAST(l.quantity AS TEXT), CAST(l.price AS TEXT),
                    CAST(l.cost AS TEXT)
                FROM deal_lines l JOIN deals d ON d.id = l.deal LEFT JOIN products p ON p.id = l.product
                """, 6
            )
        ),
        (
            "split",
            (
                """
                SELECT d.external_id, CAST(s.edition AS TEXT), e.external_id, CAST(s.share AS TEXT)
                FROM splits s JOIN deals d ON d.id = s.deal JOIN employees e ON e.id = s.employee
                """, 4
            )
        ),
        (
            "payment",
            (
                """
                SELECT p.external_id, d.external_id, CAST(p.day AS TEXT), p.kind, CAST(p.amount AS TEXT), p.currency,
                    CAST(p.recorded_at AS TEXT)
                FROM payments p LEFT JOIN deals d ON d.id = p.deal
                """, 7
            )
        ),
        ("activity", (activity, 14)),
        (
            "quota",
            (
                """
                SELECT q.period, d.name, e.external_id, p.name, q.measure, CAST(q.value AS TEXT), q.currency,
                    CAST(q.from_day AS TEXT), CAST(q.withdrawn AS TEXT)
                FROM quotas q LEFT JOIN departments d ON d.id = q.department
                    LEFT JOIN employees e ON e.id = q.employee LEFT JOIN pipelines p ON p.id = q.pipeline
                """, 9
            )
        ),
        (
            "series",
            (
                """
                SELECT s.name, CAST(p.day AS TEXT), CAST(p.value AS TEXT)
                FROM series_points p JOIN series s ON s.id = p.series
                """, 3
            )
        ),
        ("staged", ("SELECT deal, field FROM staged_log", 2)),
        (
            "commission plan",
            (
                "SELECT name, every, CAST(cap AS TEXT), CAST(pro_rata AS TEXT), CAST(from_day AS TEXT), CAST(to_day AS TEXT) FROM commission_plans",
                6
            )
        ),
        ("commission rule", (rules, 16)),
        (
            "commission member",
            (
                """
                SELECT m.plan, e.external_id, d.name, m.role, CAST(m.from_day AS TEXT), CAST(m.to_day AS TEXT)
                FROM commission_members m LEFT JOIN employees e ON e.id = m.employee
                    LEFT JOIN departments d ON d.id = m.department
                """, 6
            )
        ),
        ("statement", (statements, 6)),
        ("statement line", (lines, 12)),
        (
            "grant",
            (
                """
                SELECT g.kind, CAST(g.from_day AS TEXT), CAST(g.to_day AS TEXT), e.external_id
                FROM grants g LEFT JOIN employees e ON e.id = g.given_by
                """, 4
            )
        ),
        (
            "reference",
            (
                """
                SELECT r.name, d.name, e.external_id, CAST(r.best AS TEXT), CAST(r.from_day AS TEXT),
                    CAST(r.to_day AS TEXT), CAST(r.pinned_at AS TEXT), b.external_id, CAST(r.ended_at AS TEXT)
                FROM reference_funnels r LEFT JOIN departments d ON d.id = r.department
                    LEFT JOIN employees e ON e.id = r.employee LEFT JOIN employees b ON b.id = r.pinned_by
                """, 9
            )
        ),
        (
            "headline",
            (
                """
                SELECT h.method, CAST(h.from_day AS TEXT), e.external_id
                FROM headlines h LEFT JOIN employees e ON e.id = h.chosen_by
                """, 3
            )
        ),
        (
            "forecast record",
            (
                """
                SELECT CAST(f.day AS TEXT), f.period, d.name, e.external_id, CAST(f.recorded_at AS TEXT), f.currency,
                    f.won || ' ' || f.mean || ' ' || f.p10 || ' ' || f.p50 || ' ' || f.p90, CAST(f.template AS TEXT),
                    CAST(f.statistical AS TEXT), CAST(f.quota AS TEXT)
                FROM forecast_record f LEFT JOIN departments d ON d.id = f.department
                    LEFT JOIN employees e ON e.id = f.employee
                """, 10
            )
        ),
        (
            "submission",
            (
                """
                SELECT e.external_id, s.period, s.kind, CAST(s.amount AS TEXT), s.note, CAST(s.model AS TEXT),
                    CAST(s.made_at AS TEXT), b.external_id
                FROM submissions s JOIN employees e ON e.id = s.employee LEFT JOIN employees b ON b.id = s.made_by
                """, 8
            )
        ),
        ("corrective action", (correctiveActions, 14)),
        (
            "alert snooze",
            (
                """
                SELECT b.external_id, CAST(s.made_at AS TEXT), s.kind, d.name, e.external_id, t.name, l.external_id,
                    CAST(s.until_day AS TEXT)
                FROM alert_snoozes s JOIN employees b ON b.id = s.employee LEFT JOIN departments d ON d.id = s.department
                    LEFT JOIN employees e ON e.id = s.person LEFT JOIN stages t ON t.id = s.stage
                    LEFT JOIN deals l ON l.id = s.deal
                """, 8
            )
        ),
    ]

    private static let correctiveActions: SQL = """
        SELECT c.external_id, c.origin, d.name, e.external_id, p.name, s.name, l.external_id, a.external_id, c.what,
            c.due_day || ' ' || COALESCE(CAST(c.expected AS TEXT), '-') || ' ' || c.made_at, b.external_id,
            c.period || ' ' || c.mean || ' ' || c.low || ' ' || c.high,
            COALESCE(CAST(c.conversion AS TEXT), '-') || ' ' || COALESCE(CAST(c.conversion_error AS TEXT), '-') || ' '
                || COALESCE(CAST(c.stage_days AS TEXT), '-') || ' ' || COALESCE(CAST(c.deal_money AS TEXT), '-'),
            c.state || ' ' || COALESCE(CAST(c.ended_at AS TEXT), '-') || ' ' || COALESCE(f.external_id, '-') || ' '
                || COALESCE(c.note, '-')
        FROM corrective_actions c LEFT JOIN departments d ON d.id = c.department
            LEFT JOIN employees e ON e.id = c.employee LEFT JOIN pipelines p ON p.id = c.pipeline
            LEFT JOIN stages s ON s.id = c.stage LEFT JOIN deals l ON l.id = c.deal
            JOIN employees a ON a.id = c.assignee LEFT JOIN employees b ON b.id = c.made_by
            LEFT JOIN employees f ON f.id = c.ended_by
        """

    private static let deal: SQL = """
        SELECT d.external_id, CAST(d.recorded_at AS TEXT), d.title, p.name, CAST(d.created_at AS TEXT), s.name,
            CAST(d.status AS TEXT), CAST(d.closed_at AS TEXT), e.external_id, CAST(d.amount AS TEXT),
            CAST(d.currency AS TEXT), CAST(d.expected_close AS TEXT), r.name, a.name, o.text, CAST(d.cost AS TEXT),
            CAST(d.vat_rate AS TEXT), l.text, CAST(d.split AS TEXT)
        FROM deals d JOIN pipelines p ON p.id = d.pipeline LEFT JOIN stages s ON s.id = d.stage
            LEFT JOIN employees e ON e.id = d.owner LEFT JOIN products r ON r.id = d.product
            LEFT JOIN accounts a ON a.id = d.account LEFT JOIN words o ON o.id = d.origin
            LEFT JOIN words l ON l.id = d.lost_reason
        """

    private static let dealNow: SQL = """
        SELECT d.external_id, CAST(n.entries AS TEXT), w.text, p.name, CAST(n.created_at AS TEXT), s.name,
            CAST(n.status AS TEXT), CAST(n.closed_at AS TEXT), e.external_id, CAST(n.amount AS TEXT),
            CAST(n.currency AS TEXT), CAST(n.expected_close AS TEXT), r.name, a.name, o.text, CAST(n.cost AS TEXT),
            CAST(n.vat_rate AS TEXT), l.text, CAST(n.split AS TEXT), CAST(n.removed AS TEXT)
        FROM deal_now n JOIN deals d ON d.id = n.deal JOIN pipelines p ON p.id = n.pipeline
            LEFT JOIN stages s ON s.id = n.stage LEFT JOIN employees e ON e.id = n.owner
            LEFT JOIN products r ON r.id = n.product LEFT JOIN accounts a ON a.id = n.account
            LEFT JOIN words o ON o.id = n.origin LEFT JOIN words l ON l.id = n.lost_reason
            LEFT JOIN words w ON w.id = n.title
        """

    /// A number of the log is read as what its field names: stage, owner, product, account, pipeline, words.
    private static let log: SQL = """
        SELECT d.external_id, CAST(l.ordinal AS TEXT), CAST(l.changed_at AS TEXT), CAST(l.recorded_at AS TEXT),
            CAST(l.field AS TEXT),
            CASE l.field WHEN 1 THEN (SELECT name FROM stages WHERE id = l.old)
                WHEN 3 THEN (SELECT external_id FROM employees WHERE id = l.old)
                WHEN 6 THEN (SELECT name FROM products WHERE id = l.old)
                WHEN 7 THEN (SELECT name FROM accounts WHERE id = l.old)
                WHEN 9 THEN (SELECT name FROM pipelines WHERE id = l.old)
                WHEN 8 THEN (SELECT text FROM words WHERE id = l.old)
                WHEN 10 THEN (SELECT text FROM words WHERE id = l.old)
                WHEN 13 THEN (SELECT text FROM words WHERE id = l.old)
                WHEN 14 THEN (SELECT text FROM words WHERE id = l.old) ELSE CAST(l.old AS TEXT) END,
            CASE l.field WHEN 1 THEN (SELECT name FROM stages WHERE id = l.new)
                WHEN 3 THEN (SELECT external_id FROM employees WHERE id = l.new)
                WHEN 6 THEN (SELECT name FROM products WHERE id = l.new)
                WHEN 7 THEN (SELECT name FROM accounts WHERE id = l.new)
                WHEN 9 THEN (SELECT name FROM pipelines WHERE id = l.new)
                WHEN 8 THEN (SELECT text FROM words WHERE id = l.new)
                WHEN 10 THEN (SELECT text FROM words WHERE id = l.new)
                WHEN 13 THEN (SELECT text FROM words WHERE id = l.new)
                WHEN 14 THEN (SELECT text FROM words WHERE id = l.new) ELSE CAST(l.new AS TEXT) END,
            e.external_id
        FROM deal_log l JOIN deals d ON d.id = l.deal LEFT JOIN employees e ON e.id = l.employee
        """

    private static let activity: SQL = """
        SELECT a.external_id, a.kind, a.direction, e.external_id, d.external_id, c.name, t.external_id,
            CAST(a.started_at AS TEXT), CAST(a.duration_s AS TEXT), w.text, CAST(a.due_at AS TEXT),
            CAST(a.done_at AS TEXT), a.note, CAST(a.recorded_at AS TEXT)
        FROM activities a LEFT JOIN employees e ON e.id = a.employee LEFT JOIN deals d ON d.id = a.deal
            LEFT JOIN accounts c ON c.id = a.account LEFT JOIN contacts t ON t.id = a.contact
            LEFT JOIN words w ON w.id = a.result
        """

    private static let rules: SQL = """
        SELECT p.name, CAST(p.from_day AS TEXT), CAST(r.position AS TEXT), r.name, r.measure, s.name, g.name, r.customer,
            CAST(r.team AS TEXT), CAST(r.target AS TEXT), CAST(r.weight AS TEXT), r.mode, r.unit,
            CAST(r.threshold AS TEXT), CAST(r.cap AS TEXT), r.tiers
        FROM commission_rules r JOIN commission_plans p ON p.id = r.plan LEFT JOIN pipelines s ON s.id = r.pipeline
            LEFT JOIN products g ON g.id = r.product
        """
    private static let statements: SQL = """
        SELECT s.plan, e.external_id, s.period, s.state, CAST(s.changed_at AS TEXT), b.external_id
        FROM commission_statements s JOIN employees e ON e.id = s.employee LEFT JOIN employees b ON b.id = s.changed_by
        """
    private static let lines: SQL = """
        SELECT s.plan, e.external_id, s.period, CAST(l.line AS TEXT), l.rule, l.measure, l.kind, d.external_id, l.period,
            CAST(l.base AS TEXT) || ' ' || COALESCE(CAST(l.rate AS TEXT), '-'), CAST(l.amount AS TEXT),
            CAST(l.day AS TEXT)
        FROM commission_lines l JOIN commission_statements s ON s.id = l.statement JOIN employees e ON e.id = s.employee
            LEFT JOIN deals d ON d.id = l.deal
        """
}
