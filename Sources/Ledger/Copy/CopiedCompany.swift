extension CopiedTable {
    /// What a company is and works by.
    static let company: [CopiedTable] = [
        CopiedTable(
            "sources", columns: 2, count: "SELECT count(*) FROM sources",
            read: "SELECT id, name FROM sources ORDER BY id",
            write: "INSERT INTO sources (id, name) VALUES ($1, $2)"),
        CopiedTable(
            "imports", columns: 8, count: "SELECT count(*) FROM imports",
            read: """
                SELECT id, source, path, layout, recorded_at, finished_at, withdrawn_at, told_at FROM imports ORDER BY id
                """,
            write: """
                INSERT INTO imports (id, source, path, layout, recorded_at, finished_at,
                    withdrawn_at, told_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """),
        CopiedTable(
            "batches", columns: 5, count: "SELECT count(*) FROM batches",
            read: "SELECT id, import, deed, recorded_at, position FROM batches ORDER BY id",
            write: "INSERT INTO batches (id, import, deed, recorded_at, position) VALUES ($1, $2, $3, $4, $5)"),
        CopiedTable(
            "words", columns: 2, count: "SELECT count(*) FROM words",
            read: "SELECT id, text FROM words ORDER BY id",
            write: "INSERT INTO words (id, text) VALUES ($1, $2)"),
        CopiedTable(
            "settings", columns: 3, count: "SELECT count(*) FROM settings",
            read: "SELECT key, value, told_at FROM settings ORDER BY key",
            write: "INSERT INTO settings (key, value, told_at) VALUES ($1, $2, $3)"),
        CopiedTable(
            "calendar_days", columns: 3, count: "SELECT count(*) FROM calendar_days",
            read: "SELECT day, working, name FROM calendar_days ORDER BY day",
            write: "INSERT INTO calendar_days (day, working, name) VALUES ($1, $2, $3)"),
        CopiedTable(
            "rates", columns: 4, count: "SELECT count(*) FROM rates",
            read: "SELECT day, currency, source, rate FROM rates ORDER BY day, currency, source",
            write: "INSERT INTO rates (day, currency, source, rate) VALUES ($1, $2, $3, $4)"),
        CopiedTable(
            "departments", columns: 4, count: "SELECT count(*) FROM departments",
            read: "SELECT id, name, sort_key, told_at FROM departments ORDER BY id",
            write: "INSERT INTO departments (id, name, sort_key, told_at) VALUES ($1, $2, $3, $4)"),
        // A department may come before the one above it.
        CopiedTable(
            "departments (parent)", columns: 2, count: "SELECT count(*) FROM departments WHERE parent IS NOT NULL",
            read: "SELECT id, parent FROM departments WHERE parent IS NOT NULL ORDER BY id",
            write: "UPDATE departments SET parent = $2 WHERE id = $1"),
        CopiedTable(
            "employees", columns: 11, count: "SELECT count(*) FROM employees",
            read: """
                SELECT id, source, external_id, name, folded, sort_key, email, department, role,
                    active, told_at FROM employees ORDER BY id
                """,
            write: """
                INSERT INTO employees (id, source, external_id, name, folded, sort_key, email,
                    department, role, active, told_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """),
        CopiedTable(
            "memberships", columns: 7, count: "SELECT count(*) FROM memberships",
            read: "SELECT id, employee, department, role, head, from_day, to_day FROM memberships ORDER BY id",
            write: """
                INSERT INTO memberships (id, employee, department, role, head, from_day, to_day)
                    VALUES ($1, $2, $3, $4, $5, $6, $7)
                """),
        CopiedTable(
            "absences", columns: 5, count: "SELECT count(*) FROM absences",
            read: "SELECT id, employee, from_day, to_day, kind FROM absences ORDER BY id",
            write: "INSERT INTO absences (id, employee, from_day, to_day, kind) VALUES ($1, $2, $3, $4, $5)"),
        CopiedTable(
            "pipelines", columns: 4, count: "SELECT count(*) FROM pipelines",
            read: "SELECT id, name, kind, told_at FROM pipelines ORDER BY id",
            write: "INSERT INTO pipelines (id, name, kind, told_at) VALUES ($1, $2, $3, $4)"),
        CopiedTable(
            "stages", columns: 6, count: "SELECT count(*) FROM stages",
            read: "SELECT id, pipeline, name, position, probability, outcome FROM stages ORDER BY id",
            write: """
                INSERT INTO stages (id, pipeline, name, position, probability, outcome) VALUES ($1,
                    $2, $3, $4, $5, $6)
                """),
        CopiedTable(
            "stage_versions", columns: 4, count: "SELECT count(*) FROM stage_versions",
            read: "SELECT stage, from_day, position, probability FROM stage_versions ORDER BY stage, from_day",
            write: "INSERT INTO stage_versions (stage, from_day, position, probability) VALUES ($1, $2, $3, $4)"),
        CopiedTable(
            "products", columns: 7, count: "SELECT count(*) FROM products",
            read: "SELECT id, name, sort_key, price, cost, currency, told_at FROM products ORDER BY id",
            write: """
                INSERT INTO products (id, name, sort_key, price, cost, currency, told_at)
                    VALUES ($1, $2, $3, $4, $5, $6, $7)
                """),
        CopiedTable(
            "company_log", columns: 10, count: "SELECT count(*) FROM company_log",
            read: """
                SELECT id, batch, recorded_at, field, department, employee, product, stage, old, new
                    FROM company_log ORDER BY id
                """,
            write: """
                INSERT INTO company_log (id, batch, recorded_at, field, department, employee, product, stage,
                    old, new) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """),
        CopiedTable(
            "accounts", columns: 9, count: "SELECT count(*) FROM accounts",
            read: """
                SELECT id, name, folded, sort_key, industry, country, owner, tax_id, phone FROM
                    accounts ORDER BY id
                """,
            write: """
                INSERT INTO accounts (id, name, folded, sort_key, industry, country, owner, tax_id,
                    phone) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """),
        CopiedTable(
            "contacts", columns: 10, count: "SELECT count(*) FROM contacts",
            read: """
                SELECT id, source, external_id, account, name, folded, sort_key, email, phone, job
                    FROM contacts ORDER BY id
                """,
            write: """
                INSERT INTO contacts (id, source, external_id, account, name, folded, sort_key,
                    email, phone, job) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """),
    ]
}
