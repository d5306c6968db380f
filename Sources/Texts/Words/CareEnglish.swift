extension English {
    static let carings: KeyValuePairs<String, String> = [
        "cli.user.has_account":
            "{person} ({id}) has an account already: {name}. Set a new password with `liyka user password {name}`; a closed account is opened again on the page of settings.",
        "cli.user.others_email":
            "{name} is the e-mail of {person} ({id}). Say --employee {id}, or choose another sign-in name.",
        "cli.if.deal":
            "--if {value}: there is no such deal. Name it by its id in the company’s own data, as deals.csv has it.",
        "cli.instant.ahead": "--{option} {value} has not come yet. Name a day or an instant that has.",
        "cli.server.read_only":
            "{path}: the database server takes no writes ({cause}): it copies another one, or is set so. Name the server that is written to, or have it set otherwise. Nothing was half-written.",
        "cli.serve.lost": "Pages say so, and go on by themselves as soon as it can be reached.",
        "cli.serve.back": "{path} can be reached again.",
        "cli.check.leftover":
            "{path} was left behind by a restoration that was cut short. If none is running, delete it; `liyka db restore` clears it too.",
        "cli.check.leftover.schema":
            "The schema {path} was left behind by a restoration that was cut short. If none is running, take it away with `DROP SCHEMA \"{path}\" CASCADE`; `liyka db restore` clears it too.",
        "cli.database.not_empty.schema":
            "{path} already holds a company. `liyka demo` fills an empty schema only: name another with --database (?schema=…). If filling it was cut short, take the schema away with `DROP SCHEMA \"{schema}\" CASCADE` and begin again.",
        "cli.database.foreign.schema":
            "{path}: this schema holds what belongs to another application, and was left untouched. Name another with ?schema=… in --database.",
        "cli.address.file":
            "{path} is the address of a database, and a file or folder is meant here. To copy a company from one database into another: `liyka db move-to TARGET --database SOURCE`.",
        "cli.explain.asking": "Asking what a server asks: the books are loaded and each page is made once.",
        "cli.explain.nobody": "Nobody can sign in yet, so no page was made: only loading is explained.",
        "cli.explain.table": "table",
        "cli.explain.rows": "rows",
        "cli.explain.size": "KiB",
        "cli.explain.all": "all of {table} is read, because all of it is asked for",
        "cli.explain.small": "all of {table} is read for a part of it; it is small",
        "cli.explain.fault": "all of {table} is read for a part of it, and it is large: no index leads there",
        "cli.explain.summary":
            "{questions|# question|# questions} asked; {whole|# of them reads a whole table|# of them read a whole table} because it is small or all of it is wanted.",
        "cli.explain.fine": "None reads a large table whole for a part of it.",
        "cli.explain.faults":
            "{count|# question reads a large table|# questions read a large table} whole for a part of it. Please report it with the output of this command.",
        "cli.count.departments": "departments",
        "cli.count.employees": "employees",
        "cli.count.memberships": "places in departments",
        "cli.count.absences": "absences",
        "cli.count.calendar_days": "days of the calendar",
        "cli.count.pipelines": "pipelines",
        "cli.count.stages": "stages",
        "cli.count.products": "products",
        "cli.count.accounts": "accounts",
        "cli.count.contacts": "contacts",
        "cli.count.deals": "deals",
        "cli.count.deal_lines": "lines of deals",
        "cli.count.splits": "divisions of deals",
        "cli.count.deal_log": "entries of the deal log",
        "cli.count.payments": "payments",
        "cli.count.activities": "activities",
        "cli.count.quotas": "plans",
        "cli.count.rates": "exchange rates",
        "cli.count.company_log": "changes of the company's own records",
        "cli.count.series_points": "values of series",
        "cli.count.commission_plans": "bonus plans",
        "cli.count.commission_rules": "bonus rules",
        "cli.count.commission_members": "members of bonus plans",
        "cli.count.commission_statements": "bonus statements",
        "cli.count.commission_lines": "lines of statements",
        "cli.count.grants": "grants",
        "cli.count.reference_funnels": "reference funnels",
        "cli.count.headlines": "choices of the headline",
        "cli.count.submissions": "submissions",
        "cli.count.forecast_record": "forecasts on record",
        "cli.count.corrective_actions": "corrective actions",
        "cli.count.alert_snoozes": "alerts put off",
        "cli.count.imports": "imports",
        "cli.count.users": "users",
        "cli.level.company": "company",
        "cli.level.department": "department",
        "cli.level.employee": "employee",
        "cli.level.product": "product",
        "cli.level.pipeline": "pipeline",
        "cli.backtest.by_deal":
            "--by deal: accuracy is not measured deal by deal. Write department, employee, product or pipeline.",
        "cli.backtest.too_long":
            "that is more than {most|# period|# periods} at once: name a later --from or an earlier --to.",
        "cli.backtest.reversed": "--from {from} is later than --to {to}: turn them round.",
        "cli.plan.met": "met",
        "cli.plan.missed": "not met",
        "cli.forecast.correction":
            "By these figures open deals bring {deals}; the correction for how far forecasts have been off so far is {correction}; together from open deals {open}.",
    ]
}
