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
        "paid.estimate.sentence":
            "{subject}payments {period}: by template {template}, by statistics {statistical}, by the model *{model}*.",
        "paid.estimate.sentence.no_template":
            "{subject}payments {period}: by statistics {statistical}, by the model *{model}*; the template says nothing of stages without a probability.",
        "paid.estimate.sentence.over": "{subject}payments {period}: *{model}*.",
        "paid.estimate.sentence.over.late":
            "{subject}payments {period}: *{model}*. The template still holds {late} here: what was due in this period and has not come to this day.",
        "paid.estimate.sentence.chance":
            "The largest gap is at the stage [“{stage}”](href), {gap}: of what is due there, {template} are won some day by the template, and {model} paid by the period’s end by the model.",
        "paid.estimate.sentence.dates":
            "The largest gap is at the stage [“{stage}”](href), {gap}: by the model {amount} paid by deals that the template does not count for this period.",
        "paid.estimate.sums": "The whole period; the left part is paid already",
        "paid.estimate.won": "Paid to date",
        "paid.estimate.note":
            "The template takes deals whose expected close, with the usual time after the win, falls in the period. Probability: the same deals bring more or less than the template says. Dates: deals that the template does not count for the period bring something all the same.",
        "paid.planfact.sentence.plan": "{subject}plan of payments {plan}, forecast {period} *{forecast}* ({share}).",
        "paid.planfact.sentence.over.plan": "{subject}plan of payments {plan}, fact {period} *{forecast}* ({share}).",
        "paid.planfact.sentence.over.no_plan": "{subject}paid {period} *{forecast}*; no plan of payments was set.",
        "paid.planfact.sentence.no_plan":
            "{subject}forecast of payments {period} *{forecast}*; no plan of payments is set.",
        "paid.planfact.note":
            "Expected, plan and fact of the total are payments; stages, conversions and alarms are of deals until they are won, as on any basis. What is to be paid in a period comes from wins of other days too, so such a plan is not run back to the stages and has no verdict: see plan against fact by wins. With the reference: what that stage at its reference from today on would add to the payments of the period.",
        "shipped.estimate.sentence":
            "{subject}shipments {period}: by template {template}, by statistics {statistical}, by the model *{model}*.",
        "shipped.estimate.sentence.no_template":
            "{subject}shipments {period}: by statistics {statistical}, by the model *{model}*; the template says nothing of stages without a probability.",
        "shipped.estimate.sentence.over": "{subject}shipments {period}: *{model}*.",
        "shipped.estimate.sentence.over.late":
            "{subject}shipments {period}: *{model}*. The template still holds {late} here: what was due in this period and has not come to this day.",
        "shipped.estimate.sentence.chance":
            "The largest gap is at the stage [“{stage}”](href), {gap}: of what is due there, {template} are won some day by the template, and {model} shipped by the period’s end by the model.",
        "shipped.estimate.sentence.dates":
            "The largest gap is at the stage [“{stage}”](href), {gap}: by the model {amount} shipped by deals that the template does not count for this period.",
        "shipped.estimate.sums": "The whole period; the left part is shipped already",
        "shipped.estimate.won": "Shipped to date",
        "shipped.estimate.note":
            "The template takes deals whose expected close, with the usual time after the win, falls in the period. Probability: the same deals bring more or less than the template says. Dates: deals that the template does not count for the period bring something all the same.",
        "shipped.planfact.sentence.plan":
            "{subject}plan of shipments {plan}, forecast {period} *{forecast}* ({share}).",
        "shipped.planfact.sentence.over.plan":
            "{subject}plan of shipments {plan}, fact {period} *{forecast}* ({share}).",
        "shipped.planfact.sentence.over.no_plan":
            "{subject}shipped {period} *{forecast}*; no plan of shipments was set.",
        "shipped.planfact.sentence.no_plan":
            "{subject}forecast of shipments {period} *{forecast}*; no plan of shipments is set.",
        "shipped.planfact.note":
            "Expected, plan and fact of the total are shipments; stages, conversions and alarms are of deals until they are won, as on any basis. What is to be shipped in a period comes from wins of other days too, so such a plan is not run back to the stages and has no verdict: see plan against fact by wins. With the reference: what that stage at its reference from today on would add to the shipments of the period.",
        "margin.estimate.sentence":
            "{subject}margin {period}: by template {template}, by statistics {statistical}, by the model *{model}*.",
        "margin.estimate.sentence.no_template":
            "{subject}margin {period}: by statistics {statistical}, by the model *{model}*; the template says nothing of stages without a probability.",
        "margin.estimate.sentence.over": "{subject}margin {period}: *{model}*.",
        "margin.estimate.sentence.over.late":
            "{subject}margin {period}: *{model}*. The template still holds {late} here: what was due in this period and has not come to this day.",
        "margin.estimate.sums": "The whole period; the left part is earned already",
        "margin.estimate.won": "Earned to date",
        "margin.planfact.sentence.plan": "{subject}plan of margin {plan}, forecast {period} *{forecast}* ({share}).",
        "margin.planfact.sentence.over.plan": "{subject}plan of margin {plan}, fact {period} *{forecast}* ({share}).",
        "margin.planfact.sentence.over.no_plan": "{subject}earned {period} *{forecast}*; no plan of margin was set.",
        "margin.planfact.sentence.no_plan":
            "{subject}forecast of margin {period} *{forecast}*; no plan of margin is set.",
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
            "--basis {basis}: this report is about deals until they are won. On this basis ask for forecast, backtest or report period, estimate or planfact.",
        "cli.basis.by_deal":
            "--by deal: deals are followed until they are won. Leave --basis out, or write department, employee, product or pipeline.",
    ]
}
