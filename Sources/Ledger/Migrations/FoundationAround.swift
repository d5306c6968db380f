/// What stands around a deal.
let around: [Migration.Statement] = [
    .both(
        """
        CREATE TABLE deal_lines (
            deal {int} NOT NULL REFERENCES deals (id),
            line {int} NOT NULL CHECK (line > 0),
            product {int} REFERENCES products (id),
            quantity {real},
            price {int},
            cost {int},
            batch {int} NOT NULL REFERENCES batches (id),
            PRIMARY KEY (deal, line)
        ) {clustered}
        """),
    // An edition is one whole way of sharing a deal; the log says which one holds when.
    .both(
        """
        CREATE TABLE splits (
            deal {int} NOT NULL REFERENCES deals (id),
            edition {int} NOT NULL CHECK (edition > 0),
            employee {int} NOT NULL REFERENCES employees (id),
            share {real} NOT NULL,
            batch {int} NOT NULL REFERENCES batches (id),
            PRIMARY KEY (deal, edition, employee)
        ) {clustered}
        """),
    .both(
        """
        CREATE TABLE payments (
            id {id},
            source {int} NOT NULL REFERENCES sources (id),
            external_id TEXT NOT NULL,
            deal {int} REFERENCES deals (id),
            day {int} NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('expected', 'paid', 'shipped', 'refund')),
            amount {int} NOT NULL,
            currency TEXT NOT NULL CHECK (length(currency) = 3),
            recorded_at {int} NOT NULL,
            batch {int} NOT NULL REFERENCES batches (id),
            UNIQUE (source, external_id)
        ) {kept}
        """),
    .both("CREATE INDEX payments_of_deal ON payments (deal)"),
    .both(
        """
        CREATE TABLE activities (
            id {id},
            source {int} NOT NULL REFERENCES sources (id),
            external_id TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('call', 'email', 'meeting', 'message', 'task')),
            direction TEXT CHECK (direction IN ('inbound', 'outbound')),
            employee {int} REFERENCES employees (id),
            deal {int} REFERENCES deals (id),
            account {int} REFERENCES accounts (id),
            contact {int} REFERENCES contacts (id),
            started_at {int},
            duration_s {int} CHECK (duration_s >= 0),
            result {int} REFERENCES words (id),
            due_at {int},
            done_at {int},
            note TEXT,
            recorded_at {int} NOT NULL,
            batch {int} NOT NULL REFERENCES batches (id),
            UNIQUE (source, external_id)
        ) {kept}
        """),
    .both("CREATE INDEX activities_of_deal ON activities (deal)"),
    .both("CREATE INDEX activities_of_batch ON activities (batch)"),
]

let plans: [Migration.Statement] = [
    .both(
        """
        CREATE TABLE quotas (
            id {id},
            period TEXT NOT NULL,
            department {int} REFERENCES departments (id),
            employee {int} REFERENCES employees (id),
            pipeline {int} REFERENCES pipelines (id),
            measure TEXT NOT NULL CHECK (measure IN ('won', 'paid', 'shipped', 'margin', 'deals', 'new_accounts',
                'calls', 'calls_outbound', 'meetings')),
            value {int} NOT NULL,
            currency TEXT CHECK (length(currency) = 3),
            from_day {int},
            batch {int} NOT NULL REFERENCES batches (id)
        ) {kept}
        """),
    .both(
        """
        CREATE UNIQUE INDEX quotas_once ON quotas (
            period, COALESCE(department, 0), COALESCE(employee, 0), COALESCE(pipeline, 0), measure,
            COALESCE(from_day, -2147483648)
        )
        """),
    .both("CREATE TABLE series (id {id}, name TEXT NOT NULL UNIQUE) {kept}"),
    .both(
        """
        CREATE TABLE series_points (
            series {int} NOT NULL REFERENCES series (id),
            day {int} NOT NULL,
            value {real} NOT NULL,
            PRIMARY KEY (series, day)
        ) {clustered}
        """),
    // Rows of a file that must wait for another file, as they were read; empty between imports.
    .both(
        """
        CREATE TABLE staged_log (
            import {int} NOT NULL REFERENCES imports (id),
            deal TEXT NOT NULL,
            line {int} NOT NULL,
            changed_at TEXT NOT NULL,
            recorded_at TEXT NOT NULL,
            field TEXT NOT NULL,
            old TEXT NOT NULL,
            new TEXT NOT NULL,
            employee TEXT NOT NULL,
            PRIMARY KEY (import, deal, line)
        ) {clustered}
        """),
]

let people: [Migration.Statement] = [
    // Secrets are kept only as what proves them: a derived key for a password, a digest for a token.
    .both(
        """
        CREATE TABLE users (
            id {id},
            name TEXT NOT NULL,
            folded TEXT NOT NULL UNIQUE,
            salt {bytes} NOT NULL,
            hash {bytes} NOT NULL,
            rounds {int} NOT NULL,
            block_size {int} NOT NULL,
            parallelism {int} NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('seller', 'head', 'director', 'accountant', 'analyst', 'admin')),
            employee {int} REFERENCES employees (id),
            called TEXT,
            language TEXT CHECK (language IN ('uk', 'en')),
            active {int} NOT NULL CHECK (active IN (0, 1)),
            created_at {int} NOT NULL
        ) {kept}
        """),
    .both(
        """
        CREATE TABLE sessions (
            digest {bytes} PRIMARY KEY,
            account {int} NOT NULL REFERENCES users (id),
            created_at {int} NOT NULL,
            expires_at {int} NOT NULL
        ) {clustered}
        """),
    .both("CREATE INDEX sessions_of_user ON sessions (account)"),
    .both(
        """
        CREATE TABLE tokens (
            id {id},
            digest {bytes} NOT NULL UNIQUE,
            account {int} NOT NULL REFERENCES users (id),
            name TEXT NOT NULL,
            created_at {int} NOT NULL,
            expires_at {int},
            revoked_at {int}
        ) {kept}
        """),
    .both(
        """
        CREATE TABLE setup_codes (
            id {int} PRIMARY KEY CHECK (id = 1), digest {bytes} NOT NULL, created_at {int} NOT NULL
        ) {kept}
        """),
    // Who did what and when. `subject` is a kind and a number (`user:3`), never a person's words.
    .both(
        """
        CREATE TABLE deeds (
            id {id},
            done_at {int} NOT NULL,
            account {int} REFERENCES users (id),
            deed TEXT NOT NULL,
            subject TEXT NOT NULL,
            batch {int} REFERENCES batches (id)
        ) {kept}
        """),
]
