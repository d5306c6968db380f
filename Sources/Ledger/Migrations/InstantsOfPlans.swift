extension Migration {
    /// A plan is known from the instant at which it was set: each version of a day stands beside the others. What was set on
    /// a page is known by the batch that wrote it; what came from files, from its day on.
    static let instantsOfPlans = Migration(
        number: 10, name: "instants of plans",
        statements: [
            .both("ALTER TABLE quotas ADD COLUMN recorded_at {int}"),
            .both(
                """
                UPDATE quotas SET recorded_at = (
                    SELECT batches.recorded_at FROM batches
                    WHERE batches.id = quotas.batch AND batches.deed IN ('set_quota', 'withdraw_quota')
                )
                """),
            .both("DROP INDEX quotas_once"),
            .both(
                """
                CREATE UNIQUE INDEX quotas_once ON quotas (
                    period, COALESCE(department, 0), COALESCE(employee, 0), COALESCE(pipeline, 0), measure,
                    COALESCE(from_day, -2147483648), COALESCE(recorded_at, -9007199254740992)
                )
                """),
        ])
}
