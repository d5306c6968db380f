extension Migration {
    /// What people are to do about what was found, and which alerts they have put off. Of an action only its end is added.
    static let correctiveActions = Migration(
        number: 5, name: "corrective actions",
        statements: [
            .both(
                """
                CREATE TABLE corrective_actions (
                    id {id},
                    external_id TEXT NOT NULL UNIQUE,
                    origin TEXT NOT NULL CHECK (origin IN ('deviation', 'alert', 'deal', 'none')),
                    department {int} REFERENCES departments (id),
                    employee {int} REFERENCES employees (id),
                    pipeline {int} REFERENCES pipelines (id),
                    stage {int} REFERENCES stages (id),
                    deal {int} REFERENCES deals (id),
                    assignee {int} NOT NULL REFERENCES employees (id),
                    what TEXT NOT NULL,
                    due_day {int} NOT NULL,
                    expected {int} CHECK (expected >= 0),
                    made_at {int} NOT NULL,
                    made_by {int} REFERENCES employees (id),
                    period TEXT NOT NULL,
                    mean {int} NOT NULL,
                    low {int} NOT NULL,
                    high {int} NOT NULL,
                    conversion {real},
                    conversion_error {real},
                    stage_days {int},
                    deal_money {int},
                    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
                    ended_at {int},
                    ended_by {int} REFERENCES employees (id),
                    note TEXT,
                    CHECK (department IS NULL OR employee IS NULL),
                    CHECK (stage IS NULL OR deal IS NULL),
                    CHECK ((conversion IS NULL) = (conversion_error IS NULL)),
                    CHECK ((state = 'open') = (ended_at IS NULL)),
                    CHECK (ended_at >= made_at)
                ) {kept}
                """),
            .both(
                """
                CREATE TABLE alert_snoozes (
                    id {id},
                    employee {int} NOT NULL REFERENCES employees (id),
                    kind TEXT NOT NULL
                        CHECK (kind IN ('plan_dropped', 'stage_off', 'stuck', 'no_next_step', 'silent')),
                    department {int} REFERENCES departments (id),
                    person {int} REFERENCES employees (id),
                    stage {int} REFERENCES stages (id),
                    deal {int} REFERENCES deals (id),
                    until_day {int} NOT NULL,
                    made_at {int} NOT NULL,
                    CHECK (department IS NULL OR person IS NULL)
                ) {kept}
                """),
            .both(
                """
                CREATE UNIQUE INDEX alert_snoozes_once ON alert_snoozes (
                    employee, made_at, kind, COALESCE(department, 0), COALESCE(person, 0), COALESCE(stage, 0),
                    COALESCE(deal, 0)
                )
                """),
            // What is to be done is a handful among millions of calls.
            .both("CREATE INDEX activities_due ON activities (due_at) WHERE due_at IS NOT NULL AND done_at IS NULL"),
            .both("CREATE INDEX activities_ticked ON activities (done_at) WHERE due_at IS NOT NULL"),
        ])
}
