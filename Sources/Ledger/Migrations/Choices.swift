extension Migration {
    /// What a company chooses to measure by and to read first. Versions are kept: a past day has the choice of that day.
    static let choices = Migration(
        number: 3, name: "choices",
        statements: [
            .both(
                """
                CREATE TABLE reference_funnels (
                    id {id},
                    name TEXT NOT NULL,
                    department {int} REFERENCES departments (id),
                    employee {int} REFERENCES employees (id),
                    best {int} NOT NULL CHECK (best IN (0, 1)),
                    from_day {int} NOT NULL,
                    to_day {int} NOT NULL,
                    pinned_at {int} NOT NULL,
                    pinned_by {int} REFERENCES employees (id),
                    ended_at {int},
                    UNIQUE (name, pinned_at),
                    CHECK (to_day >= from_day),
                    CHECK (ended_at >= pinned_at),
                    CHECK (department IS NULL OR employee IS NULL)
                ) {kept}
                """),
            .both(
                """
                CREATE TABLE headlines (
                    id {id},
                    method TEXT NOT NULL CHECK (method IN ('template', 'statistical', 'model')),
                    from_day {int} NOT NULL UNIQUE,
                    chosen_by {int} REFERENCES employees (id)
                ) {kept}
                """),
        ])
}
