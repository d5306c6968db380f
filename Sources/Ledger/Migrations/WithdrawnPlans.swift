extension Migration {
    /// A plan can be withdrawn from a day on: the days before keep theirs.
    static let withdrawnPlans = Migration(
        number: 9, name: "withdrawn plans",
        statements: [
            .both(
                "ALTER TABLE quotas ADD COLUMN withdrawn {int} NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1))")
        ])
}
