/// A deal is three things: `deals`, how it began; `deal_log`, what happened since; `deal_now`, the fold of both, kept so
/// that a page need not fold. Values of the log and of both states are integers: ids, minor units, days, microseconds,
/// words, packed currency codes, millionths (`vat_rate`), editions of a split.
let deals: [Migration.Statement] =
    [
        .both(
            """
            CREATE TABLE deals (
                id {id},
                source {int} NOT NULL REFERENCES sources (id),
                external_id TEXT NOT NULL,
                batch {int} NOT NULL REFERENCES batches (id),
                recorded_at {int} NOT NULL,
                title TEXT,
                folded TEXT,
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
                UNIQUE (source, external_id)
            ) {kept}
            """),
        .both("CREATE INDEX deals_of_batch ON deals (batch)"),
        .both(
            """
            CREATE TABLE deal_log (
                deal {int} NOT NULL REFERENCES deals (id),
                ordinal {int} NOT NULL CHECK (ordinal > 0),
                changed_at {int} NOT NULL,
                recorded_at {int} NOT NULL,
                field {int} NOT NULL CHECK (field BETWEEN 0 AND 63),
                old {int},
                new {int},
                employee {int} REFERENCES employees (id),
                batch {int} NOT NULL REFERENCES batches (id),
                PRIMARY KEY (deal, ordinal)
            ) {clustered}
            """),
        .both("CREATE INDEX deal_log_of_batch ON deal_log (batch)"),
        .both(
            """
            CREATE TABLE deal_now (
                deal {int} PRIMARY KEY REFERENCES deals (id),
                entries {int} NOT NULL CHECK (entries >= 0),
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
                title {int} REFERENCES words (id),
                merged {int} REFERENCES deals (id),
                removed {int},
                CHECK (currency IS NOT NULL OR (amount IS NULL AND cost IS NULL)),
                CHECK ((status = 0) = (closed_at IS NULL))
            ) {kept}
            """),
    ] + kept(sqliteUpdate: logUpdate, sqliteDelete: logDelete, postgres: logOnPostgres)
    + kept(sqliteUpdate: dealUpdate, sqliteDelete: dealDelete, postgres: dealOnPostgres)

private func kept(sqliteUpdate: SQL, sqliteDelete: SQL, postgres: [SQL]) -> [Migration.Statement] {
    [.only(.sqlite, sqliteUpdate), .only(.sqlite, sqliteDelete)] + postgres.map { .only(.postgres, $0) }
}

private let logUpdate: SQL = """
    CREATE TRIGGER deal_log_is_not_edited BEFORE UPDATE ON deal_log
    BEGIN SELECT RAISE(ABORT, 'the deal log is never edited'); END
    """
private let logDelete: SQL = """
    CREATE TRIGGER deal_log_is_not_cut BEFORE DELETE ON deal_log
    BEGIN SELECT RAISE(ABORT, 'the deal log is never cut'); END
    """
/// Names may be forgotten; what a forecast depends on may not.
private let dealUpdate: SQL = """
    CREATE TRIGGER deals_are_not_edited BEFORE UPDATE OF
        id, source, batch, recorded_at, pipeline, created_at, stage, status, closed_at, owner, amount, currency,
        expected_close, product, account, origin, cost, vat_rate, lost_reason, lead, category, next_step, split
    ON deals
    BEGIN SELECT RAISE(ABORT, 'how a deal began is never edited'); END
    """
private let dealDelete: SQL = """
    CREATE TRIGGER deals_are_not_deleted BEFORE DELETE ON deals
    BEGIN SELECT RAISE(ABORT, 'a deal is removed by its log'); END
    """
private let logOnPostgres: [SQL] = [
    """
    CREATE FUNCTION refuse_edit() RETURNS trigger LANGUAGE plpgsql
    AS 'BEGIN RAISE EXCEPTION ''% is never edited'', TG_TABLE_NAME; END'
    """,
    """
    CREATE TRIGGER deal_log_is_not_edited BEFORE UPDATE OR DELETE ON deal_log
    FOR EACH ROW EXECUTE FUNCTION refuse_edit()
    """,
]
private let dealOnPostgres: [SQL] = [
    """
    CREATE TRIGGER deals_are_not_edited BEFORE DELETE OR UPDATE OF
        id, source, batch, recorded_at, pipeline, created_at, stage, status, closed_at, owner, amount, currency,
        expected_close, product, account, origin, cost, vat_rate, lost_reason, lead, category, next_step, split
    ON deals FOR EACH ROW EXECUTE FUNCTION refuse_edit()
    """
]
