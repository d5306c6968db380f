extension English {
    /// What pages say of money that is counted otherwise than by wins: under the basis, the key of the usual words.
    static let bases: KeyValuePairs<String, String> = [
        "paid.company.closed.plan": "{subject}: *{won}* paid, *{share}* of the plan ({plan}).",
        "paid.company.closed.no_plan": "{subject}: *{won}* paid; no plan is set.",
        "paid.company.part.won": "paid to date",
        "paid.company.part.open": "from deals won and open",
        "paid.company.key.won": "Paid to date",
        "paid.company.table.won": "Paid to date",
        "paid.company.table.bullet": "Paid to date {won}, forecast {mean}",
        "paid.fan.title": "Payments to date and to come",
        "paid.fan.legend.won": "paid to date",
        "paid.fan.end.won": "paid {value}",
        "paid.fan.tip.won": "paid to date {value}",
        "paid.fan.said":
            "Cumulative payments, {period}: paid to date, forecast and pace of the plan. The same figures are in the table below.",
        "paid.fan.table.won": "Paid to date",
        "paid.period.sentence.plan":
            "Paid so far: *{won}*, {share} of the plan; {missing} is missing. By the end of {period} we expect *{forecast}* (in 8 cases of 10 between {low} and {high}); the plan of {plan} is met with a probability of *{probability}*.",
        "paid.period.sentence.reached":
            "Paid so far: *{won}*, {share} of the plan: the plan of {plan} *is met*. By the end of {period} we expect *{forecast}* (in 8 cases of 10 between {low} and {high}).",
        "paid.period.sentence.no_plan":
            "Paid so far: *{won}*. By the end of {period} we expect *{forecast}* (in 8 cases of 10 between {low} and {high}); no plan is set.",
        "paid.period.past.plan":
            "On {day}, *{won}* was paid, {share} of the plan; {missing} was missing. By the end of {period} *{forecast}* was expected (in 8 cases of 10 between {low} and {high}), and the plan of {plan} to be met with a probability of *{probability}*.",
        "paid.period.past.reached":
            "On {day}, *{won}* was paid, {share} of the plan: the plan of {plan} *was met*. By the end of {period} *{forecast}* was expected (in 8 cases of 10 between {low} and {high}).",
        "paid.period.past.no_plan":
            "On {day}, *{won}* was paid. By the end of {period} *{forecast}* was expected (in 8 cases of 10 between {low} and {high}); there was no plan.",
        "paid.period.closed.plan": "Paid: *{won}*, *{share}* of the plan ({plan}).",
        "paid.period.closed.no_plan": "Paid: *{won}*; there was no plan.",
        "shipped.company.closed.plan": "{subject}: *{won}* shipped, *{share}* of the plan ({plan}).",
        "shipped.company.closed.no_plan": "{subject}: *{won}* shipped; no plan is set.",
        "shipped.company.part.won": "shipped to date",
        "shipped.company.part.open": "from deals won and open",
        "shipped.company.key.won": "Shipped to date",
        "shipped.company.table.won": "Shipped to date",
        "shipped.company.table.bullet": "Shipped to date {won}, forecast {mean}",
        "shipped.fan.title": "Shipments to date and to come",
        "shipped.fan.legend.won": "shipped to date",
        "shipped.fan.end.won": "shipped {value}",
        "shipped.fan.tip.won": "shipped to date {value}",
        "shipped.fan.said":
            "Cumulative shipments, {period}: shipped to date, forecast and pace of the plan. The same figures are in the table below.",
        "shipped.fan.table.won": "Shipped to date",
        "shipped.period.sentence.plan":
            "Shipped so far: *{won}*, {share} of the plan; {missing} is missing. By the end of {period} we expect *{forecast}* (in 8 cases of 10 between {low} and {high}); the plan of {plan} is met with a probability of *{probability}*.",
        "shipped.period.sentence.reached":
            "Shipped so far: *{won}*, {share} of the plan: the plan of {plan} *is met*. By the end of {period} we expect *{forecast}* (in 8 cases of 10 between {low} and {high}).",
        "shipped.period.sentence.no_plan":
            "Shipped so far: *{won}*. By the end of {period} we expect *{forecast}* (in 8 cases of 10 between {low} and {high}); no plan is set.",
        "shipped.period.past.plan":
            "On {day}, *{won}* was shipped, {share} of the plan; {missing} was missing. By the end of {period} *{forecast}* was expected (in 8 cases of 10 between {low} and {high}), and the plan of {plan} to be met with a probability of *{probability}*.",
        "shipped.period.past.reached":
            "On {day}, *{won}* was shipped, {share} of the plan: the plan of {plan} *was met*. By the end of {period} *{forecast}* was expected (in 8 cases of 10 between {low} and {high}).",
        "shipped.period.past.no_plan":
            "On {day}, *{won}* was shipped. By the end of {period} *{forecast}* was expected (in 8 cases of 10 between {low} and {high}); there was no plan.",
        "shipped.period.closed.plan": "Shipped: *{won}*, *{share}* of the plan ({plan}).",
        "shipped.period.closed.no_plan": "Shipped: *{won}*; there was no plan.",
        "margin.company.closed.plan": "{subject}: *{won}* earned, *{share}* of the plan ({plan}).",
        "margin.company.closed.no_plan": "{subject}: *{won}* earned; no plan is set.",
        "margin.company.part.won": "earned to date",
        "margin.company.part.open": "from open deals",
        "margin.company.key.won": "Earned to date",
        "margin.company.table.won": "Earned to date",
        "margin.company.table.bullet": "Earned to date {won}, forecast {mean}",
        "margin.fan.title": "Margin to date and to come",
        "margin.fan.legend.won": "earned to date",
        "margin.fan.end.won": "earned {value}",
        "margin.fan.tip.won": "earned to date {value}",
        "margin.fan.said":
            "Cumulative margin, {period}: earned to date, forecast and pace of the plan. The same figures are in the table below.",
        "margin.fan.table.won": "Earned to date",
        "margin.period.sentence.plan":
            "Earned so far: *{won}*, {share} of the plan; {missing} is missing. By the end of {period} we expect *{forecast}* (in 8 cases of 10 between {low} and {high}); the plan of {plan} is met with a probability of *{probability}*.",
        "margin.period.sentence.reached":
            "Earned so far: *{won}*, {share} of the plan: the plan of {plan} *is met*. By the end of {period} we expect *{forecast}* (in 8 cases of 10 between {low} and {high}).",
        "margin.period.sentence.no_plan":
            "Earned so far: *{won}*. By the end of {period} we expect *{forecast}* (in 8 cases of 10 between {low} and {high}); no plan is set.",
        "margin.period.past.plan":
            "On {day}, *{won}* was earned, {share} of the plan; {missing} was missing. By the end of {period} *{forecast}* was expected (in 8 cases of 10 between {low} and {high}), and the plan of {plan} to be met with a probability of *{probability}*.",
        "margin.period.past.reached":
            "On {day}, *{won}* was earned, {share} of the plan: the plan of {plan} *was met*. By the end of {period} *{forecast}* was expected (in 8 cases of 10 between {low} and {high}).",
        "margin.period.past.no_plan":
            "On {day}, *{won}* was earned. By the end of {period} *{forecast}* was expected (in 8 cases of 10 between {low} and {high}); there was no plan.",
        "margin.period.closed.plan": "Earned: *{won}*, *{share}* of the plan ({plan}).",
        "margin.period.closed.no_plan": "Earned: *{won}*; there was no plan.",
        "basis.switch": "Basis",
        "basis.note.paid":
            "Half of what will be paid comes within {days|# day|# days} of the win; {share} of what is won is never paid.",
        "basis.note.shipped":
            "Half of what will be shipped leaves within {days|# day|# days} of the win; {share} of what is won is never shipped.",
        "basis.parts.scheduled": "Promised by date",
        "basis.parts.unscheduled": "Won, no date promised",
        "basis.parts.open": "Open deals",
        "basis.parts.new": "New business",
        "basis.parts.back": "Refunds",
        "basis.parts.correction": "Correction by past periods",
        "cli.basis.nothing.paid": "no payments are recorded: import payments.csv.",
        "cli.basis.nothing.shipped": "no shipments are recorded: import payments.csv with rows of the kind shipped.",
        "cli.basis.nothing.margin":
            "no costs are recorded: import them with deals.csv, deal_lines.csv or products.csv.",
        "cli.if.basis": "--if is about deals until they are won. Leave --basis {basis} or --if out.",
        "cli.basis.not_here":
            "--basis {basis}: this report is about deals until they are won. Ask for forecast, backtest or report period on this basis.",
        "cli.basis.by_deal":
            "--by deal: deals are followed until they are won. Leave --basis out, or write department, employee, product or pipeline.",
    ]
}
