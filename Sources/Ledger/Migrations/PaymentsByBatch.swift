extension Migration {
    /// Facts ask which payments a batch wrote, as they do of activities.
    static let paymentsByBatch = Migration(
        number: 7, name: "payments by batch",
        statements: [.both("CREATE INDEX payments_of_batch ON payments (batch)")])
}
