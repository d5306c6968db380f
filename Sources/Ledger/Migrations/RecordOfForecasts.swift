extension Migration {
    /// What was forecast, day by day. A day is recorded once; nothing in it is changed afterwards.
    static let forecastRecord = Migration(
        number: 4, name: "forecast record",
        statements: [
            .both(
                """
                CREATE TABLE forecast_record (
                    id {id},
                    day {int} NOT NULL,
                    period TEXT NOT NULL,
                    department {int} REFERENCES departments (id),
                    employee {int} REFERENCES employees (id),
                    recorded_at {int} NOT NULL,
                    currency TEXT NOT NULL,
                    won {int} NOT NULL,
                    mean {int} NOT NULL,
                    p10 {int} NOT NULL,
                    p50 {int} NOT NULL,
                    p90 {int} NOT NULL,
                    template {int},
                    statistical {int} NOT NULL,
                    quota {int},
                    CHECK (department IS NULL OR employee IS NULL)
                ) {kept}
                """),
            .both(
                """
                CREATE UNIQUE INDEX forecast_record_once ON forecast_record (
                    day, period, COALESCE(department, 0), COALESCE(employee, 0)
                )
                """),
        ])
}
