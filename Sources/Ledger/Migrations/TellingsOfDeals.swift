extension Migration {
    /// An entry says whether somebody told it or an import made it of a deal's row alone; a made one gives way to a told log:
    /// the deal is then retold, with another beginning and with entries of its own behind those that it had. An import says
    /// when its files were made.
    static let tellingsOfDeals = Migration(
        number: 12, name: "tellings of deals",
        statements: [
            .both("ALTER TABLE imports ADD COLUMN told_at {int}"),
            .both("ALTER TABLE deal_log ADD COLUMN made {int}"),
            .both(
                """
                CREATE TABLE deals_retold (
                    deal {int} NOT NULL REFERENCES deals (id),
                    batch {int} NOT NULL REFERENCES batches (id),
                    entries {int} NOT NULL CHECK (entries >= 0),
                    recorded_at {int} NOT NULL,
                    pipeline {int} NOT NULL REFERENCES pipelines (id),
                    created_at {int} NOT NULL,
                    stage {int} REFERENCES stages (id),
                    status {int} NOT NULL CHECK (status IN (0, 1, 2)),
                    closed_at {int},
                    owner {int} REFERENCES employees (id),
                    amount {int},
                    currency {int},
                    expected_close {int},
                    product {int} REFERENCES products (id),
                    account {int} REFERENCES accounts (id),
                    origin {int} REFERENCES words (id),
                    cost {int},
                    vat_rate {int},
                    lost_reason {int} REFERENCES words (id),
                    lead {int} REFERENCES words (id),
                    category {int} REFERENCES words (id),
                    next_step {int} REFERENCES words (id),
                    split {int},
                    CHECK (currency IS NOT NULL OR (amount IS NULL AND cost IS NULL)),
                    PRIMARY KEY (deal, batch)
                ) {clustered}
                """),
            .both("CREATE INDEX deals_retold_of_batch ON deals_retold (batch)"),
            .only(
                .sqlite,
                """
                CREATE TRIGGER deals_retold_is_not_edited BEFORE UPDATE ON deals_retold
                BEGIN SELECT RAISE(ABORT, 'how a deal began is never edited'); END
                """),
            .only(
                .sqlite,
                """
                CREATE TRIGGER deals_retold_is_not_cut BEFORE DELETE ON deals_retold
                BEGIN SELECT RAISE(ABORT, 'how a deal began is never edited'); END
                """),
            .only(
                .postgres,
                """
                CREATE TRIGGER deals_retold_is_not_edited BEFORE UPDATE OR DELETE ON deals_retold
                FOR EACH ROW EXECUTE FUNCTION refuse_edit()
                """),
        ])
}
