extension Migration {
    /// What is said of the company's own records and was said otherwise before stands in a log: a past day is told by what was
    /// known on it. `told_at` is when the file was made that told of a record last; null: it was only named somewhere, and what
    /// tells of it first is known since ever. Of records from before this step nobody knows when.
    static let changesOfTheCompany = Migration(
        number: 13, name: "changes of the company",
        statements: [
            .both("ALTER TABLE settings ADD COLUMN told_at {int}"),
            .both("ALTER TABLE departments ADD COLUMN told_at {int}"),
            .both("ALTER TABLE employees ADD COLUMN told_at {int}"),
            .both("ALTER TABLE pipelines ADD COLUMN told_at {int}"),
            .both("ALTER TABLE products ADD COLUMN told_at {int}"),
            .both("UPDATE settings SET told_at = 0"),
            .both("UPDATE departments SET told_at = 0"),
            .both(
                """
                UPDATE employees SET told_at = 0
                WHERE name <> external_id OR email IS NOT NULL OR department IS NOT NULL OR active = 0
                """),
            .both("UPDATE pipelines SET told_at = 0"),
            .both(
                "UPDATE products SET told_at = 0 WHERE price IS NOT NULL OR cost IS NOT NULL OR currency IS NOT NULL"),
            .both(
                """
                CREATE TABLE company_log (
                    id {id},
                    batch {int} NOT NULL REFERENCES batches (id),
                    recorded_at {int} NOT NULL,
                    field TEXT NOT NULL CHECK (field IN ('basis', 'parent', 'active', 'price', 'cost', 'stage')),
                    department {int} REFERENCES departments (id),
                    employee {int} REFERENCES employees (id),
                    product {int} REFERENCES products (id),
                    stage {int} REFERENCES stages (id),
                    old TEXT,
                    new TEXT,
                    CHECK ((field = 'parent') = (department IS NOT NULL)),
                    CHECK ((field = 'active') = (employee IS NOT NULL)),
                    CHECK ((field IN ('price', 'cost')) = (product IS NOT NULL)),
                    CHECK ((field = 'stage') = (stage IS NOT NULL))
                ) {kept}
                """),
            .both("CREATE INDEX company_log_of_batch ON company_log (batch)"),
            .only(
                .sqlite,
                """
                CREATE TRIGGER company_log_is_not_edited BEFORE UPDATE ON company_log
                BEGIN SELECT RAISE(ABORT, 'the log is never edited'); END
                """),
            .only(
                .sqlite,
                """
                CREATE TRIGGER company_log_is_not_cut BEFORE DELETE ON company_log
                BEGIN SELECT RAISE(ABORT, 'the log is never edited'); END
                """),
            .only(
                .postgres,
                """
                CREATE TRIGGER company_log_is_not_edited BEFORE UPDATE OR DELETE ON company_log
                FOR EACH ROW EXECUTE FUNCTION refuse_edit()
                """),
        ])
}
