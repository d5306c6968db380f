extension Migration {
    /// The day on which a token was used last, on the company's clock: one that nobody uses is to be seen.
    static let usesOfTokens = Migration(
        number: 11, name: "uses of tokens",
        statements: [
            .both("ALTER TABLE tokens ADD COLUMN used_day {int}"),
            .both("CREATE INDEX tokens_of_account ON tokens (account)"),
        ])
}
