extension Migration {
    /// The first schema: every record of the exchange format, the append-only deal log, the journal, people.
    ///
    /// Days are days since 1970-01-01, instants are microseconds since then (UTC), money is minor units beside a currency.
    /// Order and case never come from SQL: `folded` is for searching, `sort_key` for ordering. What hangs on a batch is
    /// followed through the batch's journal position.
    static let foundation = Migration(
        number: 1, name: "foundation",
        statements: journal + company + organisation + market + deals + around + plans + people)
}

private let journal: [Migration.Statement] = [
    .both("CREATE TABLE migrations (number {int} PRIMARY KEY, name TEXT NOT NULL) {kept}"),
    .both(
        "CREATE TABLE journal (id {int} PRIMARY KEY CHECK (id = 1), position {int} NOT NULL CHECK (position >= 0)) {kept}"
    ),
    .both("INSERT INTO journal (id, position) VALUES (1, 0)"),
    .both("CREATE TABLE sources (id {id}, name TEXT NOT NULL UNIQUE) {kept}"),
    .both(
        """
        CREATE TABLE imports (
            id {id},
            source {int} NOT NULL REFERENCES sources (id),
            path TEXT NOT NULL,
            layout TEXT NOT NULL,
            recorded_at {int} NOT NULL,
            finished_at {int},
            withdrawn_at {int}
        ) {kept}
        """),
    // A batch is what one transaction wrote. `position` is null only inside that transaction.
    .both(
        """
        CREATE TABLE batches (
            id {id},
            import {int} REFERENCES imports (id),
            deed TEXT NOT NULL,
            recorded_at {int} NOT NULL,
            position {int} UNIQUE
        ) {kept}
        """),
    .both("CREATE INDEX batches_of_import ON batches (import)"),
    .both("CREATE TABLE words (id {id}, text TEXT NOT NULL UNIQUE) {kept}"),
]

private let company: [Migration.Statement] = [
    .both("CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) {clustered}"),
    .both(
        """
        CREATE TABLE calendar_days (
            day {int} PRIMARY KEY, working {int} NOT NULL CHECK (working IN (0, 1)), name TEXT
        ) {kept}
        """),
    .both(
        """
        CREATE TABLE rates (
            day {int} NOT NULL,
            currency TEXT NOT NULL CHECK (length(currency) = 3),
            source TEXT NOT NULL CHECK (source IN ('bank', 'company')),
            rate {real} NOT NULL CHECK (rate > 0),
            PRIMARY KEY (day, currency, source)
        ) {clustered}
        """),
]

private let organisation: [Migration.Statement] = [
    .both(
        """
        CREATE TABLE departments (
            id {id},
            name TEXT NOT NULL UNIQUE,
            sort_key {bytes} NOT NULL,
            parent {int} REFERENCES departments (id) CHECK (parent <> id)
        ) {kept}
        """),
    .both(
        """
        CREATE TABLE employees (
            id {id},
            source {int} NOT NULL REFERENCES sources (id),
            external_id TEXT NOT NULL,
            name TEXT NOT NULL,
            folded TEXT NOT NULL,
            sort_key {bytes} NOT NULL,
            email TEXT,
            department {int} REFERENCES departments (id),
            role TEXT NOT NULL CHECK (role IN ('seller', 'head', 'director', 'accountant', 'analyst', 'admin')),
            active {int} NOT NULL CHECK (active IN (0, 1)),
            UNIQUE (source, external_id)
        ) {kept}
        """),
    .both(
        """
        CREATE TABLE memberships (
            id {id},
            employee {int} NOT NULL REFERENCES employees (id),
            department {int} NOT NULL REFERENCES departments (id),
            role TEXT CHECK (role IN ('seller', 'head', 'director', 'accountant', 'analyst', 'admin')),
            head {int} NOT NULL CHECK (head IN (0, 1)),
            from_day {int},
            to_day {int},
            CHECK (to_day >= from_day)
        ) {kept}
        """),
    .both(
        """
        CREATE UNIQUE INDEX memberships_once
        ON memberships (employee, department, COALESCE(from_day, -2147483648))
        """),
    .both(
        """
        CREATE TABLE absences (
            id {id},
            employee {int} NOT NULL REFERENCES employees (id),
            from_day {int} NOT NULL,
            to_day {int},
            kind TEXT,
            CHECK (to_day >= from_day)
        ) {kept}
        """),
    .both("CREATE UNIQUE INDEX absences_once ON absences (employee, from_day, COALESCE(kind, ''))"),
]

private let market: [Migration.Statement] = [
    .both(
        """
        CREATE TABLE pipelines (
            id {id},
            name TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL CHECK (kind IN ('sales', 'marketing', 'service', 'other'))
        ) {kept}
        """),
    .both(
        """
        CREATE TABLE stages (
            id {id},
            pipeline {int} NOT NULL REFERENCES pipelines (id),
            name TEXT NOT NULL,
            position {int} NOT NULL,
            probability {real} CHECK (probability BETWEEN 0 AND 1),
            outcome TEXT NOT NULL CHECK (outcome IN ('open', 'won', 'lost')),
            UNIQUE (pipeline, name)
        ) {kept}
        """),
    .both(
        """
        CREATE TABLE stage_versions (
            stage {int} NOT NULL REFERENCES stages (id),
            from_day {int} NOT NULL,
            position {int},
            probability {real} CHECK (probability BETWEEN 0 AND 1),
            PRIMARY KEY (stage, from_day)
        ) {clustered}
        """),
    .both(
        """
        CREATE TABLE products (
            id {id},
            name TEXT NOT NULL UNIQUE,
            sort_key {bytes} NOT NULL,
            price {int},
            cost {int},
            currency TEXT CHECK (length(currency) = 3),
            CHECK (currency IS NOT NULL OR (price IS NULL AND cost IS NULL))
        ) {kept}
        """),
    .both(
        """
        CREATE TABLE accounts (
            id {id},
            name TEXT NOT NULL UNIQUE,
            folded TEXT NOT NULL,
            sort_key {bytes} NOT NULL,
            industry TEXT,
            country TEXT,
            owner {int} REFERENCES employees (id),
            tax_id TEXT,
            phone TEXT
        ) {kept}
        """),
    .both(
        """
        CREATE TABLE contacts (
            id {id},
            source {int} NOT NULL REFERENCES sources (id),
            external_id TEXT NOT NULL,
            account {int} REFERENCES accounts (id),
            name TEXT,
            folded TEXT NOT NULL,
            sort_key {bytes} NOT NULL,
            email TEXT,
            phone TEXT,
            job TEXT,
            UNIQUE (source, external_id)
        ) {kept}
        """),
    .both("CREATE INDEX contacts_of_account ON contacts (account)"),
]
