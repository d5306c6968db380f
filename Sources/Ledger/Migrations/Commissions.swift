extension Migration {
    /// Commission plans, what they came to, and the totals that a company shares.
    ///
    /// `tiers` is a list of bounds and rates as the exchange format has it. A line of a statement keeps the name of its
    /// rule: the rule may be changed later, the statement may not.
    static let commissions = Migration(
        number: 2, name: "commissions", statements: commissionPlans + commissionStatements + grants)
}

private let commissionPlans: [Migration.Statement] = [
    .both(
        """
        CREATE TABLE commission_plans (
            id {id},
            name TEXT NOT NULL,
            every TEXT NOT NULL CHECK (every IN ('month', 'quarter', 'year')),
            cap {int} CHECK (cap >= 0),
            pro_rata {int} NOT NULL CHECK (pro_rata IN (0, 1)),
            from_day {int},
            to_day {int},
            CHECK (to_day >= from_day)
        ) {kept}
        """),
    .both("CREATE UNIQUE INDEX commission_plans_once ON commission_plans (name, COALESCE(from_day, -2147483648))"),
    .both(
        """
        CREATE TABLE commission_rules (
            id {id},
            plan {int} NOT NULL REFERENCES commission_plans (id),
            position {int} NOT NULL,
            name TEXT NOT NULL,
            measure TEXT NOT NULL CHECK (measure IN ('won', 'paid', 'shipped', 'margin', 'deals', 'new_accounts',
                'calls', 'calls_outbound', 'meetings')),
            pipeline {int} REFERENCES pipelines (id),
            product {int} REFERENCES products (id),
            customer TEXT CHECK (customer IN ('new', 'existing')),
            team {int} NOT NULL CHECK (team IN (0, 1)),
            target {int} CHECK (target >= 0),
            weight {int} CHECK (weight >= 0),
            mode TEXT NOT NULL CHECK (mode IN ('marginal', 'retroactive', 'step')),
            unit TEXT NOT NULL CHECK (unit IN ('amount', 'attainment')),
            threshold {int},
            cap {int} CHECK (cap >= 0),
            tiers TEXT NOT NULL,
            UNIQUE (plan, name),
            CHECK ((target IS NULL) = (weight IS NULL))
        ) {kept}
        """),
    .both(
        """
        CREATE TABLE commission_members (
            id {id},
            plan TEXT NOT NULL,
            employee {int} REFERENCES employees (id),
            department {int} REFERENCES departments (id),
            role TEXT CHECK (role IN ('seller', 'head', 'director', 'accountant', 'analyst', 'admin')),
            from_day {int},
            to_day {int},
            CHECK (to_day >= from_day)
        ) {kept}
        """),
    .both(
        """
        CREATE UNIQUE INDEX commission_members_once ON commission_members (
            plan, COALESCE(employee, 0), COALESCE(department, 0), COALESCE(role, ''), COALESCE(from_day, -2147483648)
        )
        """),
]

private let commissionStatements: [Migration.Statement] = [
    .both(
        """
        CREATE TABLE commission_statements (
            id {id},
            plan TEXT NOT NULL,
            employee {int} NOT NULL REFERENCES employees (id),
            period TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('calculated', 'agreed', 'approved', 'paid')),
            changed_at {int} NOT NULL,
            changed_by {int} REFERENCES employees (id),
            UNIQUE (employee, period, plan)
        ) {kept}
        """),
    .both(
        """
        CREATE TABLE commission_lines (
            statement {int} NOT NULL REFERENCES commission_statements (id),
            line {int} NOT NULL CHECK (line > 0),
            rule TEXT NOT NULL,
            measure TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('accrual', 'correction', 'cap')),
            deal {int} REFERENCES deals (id),
            period TEXT,
            base {int} NOT NULL,
            rate {int},
            amount {int} NOT NULL,
            PRIMARY KEY (statement, line)
        ) {clustered}
        """),
]

private let grants: [Migration.Statement] = [
    .both(
        """
        CREATE TABLE grants (
            id {id},
            kind TEXT NOT NULL CHECK (kind IN ('team_bonus')),
            from_day {int} NOT NULL,
            to_day {int},
            given_by {int} REFERENCES employees (id),
            UNIQUE (kind, from_day),
            CHECK (to_day >= from_day)
        ) {kept}
        """)
]
