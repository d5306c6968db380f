extension Migration {
    /// What people say that their periods will bring. Never changed: said again, it is another row.
    static let submissions = Migration(
        number: 6, name: "submissions",
        statements: [
            .both(
                """
                CREATE TABLE submissions (
                    id {id},
                    employee {int} NOT NULL REFERENCES employees (id),
                    period TEXT NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN ('submission', 'adjustment')),
                    amount {int} NOT NULL,
                    note TEXT,
                    model {int},
                    made_at {int} NOT NULL,
                    made_by {int} REFERENCES employees (id),
                    UNIQUE (employee, period, kind, made_at)
                ) {kept}
                """)
        ])
}
