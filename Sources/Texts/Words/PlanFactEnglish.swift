extension English {
    static let planfact: KeyValuePairs<String, String> = [
        "planfact.sentence.plan": "{subject}plan {plan}, forecast {period} *{forecast}* ({share}).",
        "planfact.sentence.over.plan": "{subject}plan {plan}, fact {period} *{forecast}* ({share}).",
        "planfact.sentence.over.no_plan": "{subject}fact {period} *{forecast}*; no plan was set.",
        "planfact.sentence.no_plan": "{subject}forecast {period} *{forecast}*; no plan is set.",
        "planfact.sentence.stage":
            "Stage [“{stage}”](href): *{conversion}* of deals pass it instead of {reference} (since {since} {counts}; hardly chance: {confidence} sure). That has cost about *{missed}*; at the reference {money} more would still come in the period.",
        "planfact.sentence.stage.late":
            "Stage [“{stage}”](href): *{conversion}* of deals pass it instead of {reference} (since {since} {counts}; hardly chance: {confidence} sure). That has cost about *{missed}*; only {money} of it can still come in the period.",
        "planfact.sentence.stage.over":
            "Stage [“{stage}”](href): *{conversion}* of deals pass it instead of {reference} (since {since} {counts}; hardly chance: {confidence} sure). That has cost about *{missed}*.",
        "planfact.sentence.person":
            "Stage [“{stage}”](href), {who}: *{conversion}* of deals pass it instead of {reference} (since {since} {counts}; hardly chance: {confidence} sure). That has cost about *{missed}*; at the reference {money} more would still come in the period.",
        "planfact.sentence.person.late":
            "Stage [“{stage}”](href), {who}: *{conversion}* of deals pass it instead of {reference} (since {since} {counts}; hardly chance: {confidence} sure). That has cost about *{missed}*; only {money} of it can still come in the period.",
        "planfact.sentence.person.over":
            "Stage [“{stage}”](href), {who}: *{conversion}* of deals pass it instead of {reference} (since {since} {counts}; hardly chance: {confidence} sure). That has cost about *{missed}*.",
        "planfact.sentence.no_signal": "No stage’s conversion is off the reference by more than chance explains.",
        "planfact.sentence.no_signal.own":
            "Compared with one’s own year before alone: no stage’s conversion is off it by more than chance explains.",
        "planfact.sentence.potential":
            "With the conversions of the reference the whole period could bring {potential} (8 cases in 10: {low} to {high}).",
        "planfact.sentence.over.potential":
            "With the conversions of the reference the period could have brought {potential} (8 cases in 10: {low} to {high}).",
        "planfact.whose.missed": "{missed} missed",
        "planfact.sentence.verdict.low":
            "With the conversions of the reference the whole period could bring {potential} (8 cases in 10: {low} to {high}): *the plan is too low by {gap}*.",
        "planfact.sentence.over.low":
            "With the conversions of the reference the period could have brought {potential} (8 cases in 10: {low} to {high}): *the plan was too low by {gap}*.",
        "planfact.sentence.over.right":
            "With the conversions of the reference the period could have brought {potential} (8 cases in 10: {low} to {high}); the plan was within that.",
        "planfact.sentence.over.high":
            "With the conversions of the reference the period could have brought {potential} (8 cases in 10: {low} to {high}): *the plan was too high by {gap}*.",
        "planfact.sentence.verdict.right":
            "With the conversions of the reference the whole period could bring {potential} (8 cases in 10: {low} to {high}); the plan is within that.",
        "planfact.sentence.verdict.high":
            "With the conversions of the reference the whole period could bring {potential} (8 cases in 10: {low} to {high}): *the plan is too high by {gap}*.",
        "planfact.sentence.beyond": "The forecast is already higher: there are more deals than usual.",
        "planfact.sentence.small": "Too few deals ({deals|# deal|# deals}) to judge stages or the plan.",
        "planfact.reference": "Reference: {scope}, {days}, {deals|# deal|# deals}",
        "planfact.reference.own": "By one’s own reference: {scope}, {days}, {deals|# deal|# deals}",
        "planfact.references": "Reference",
        "planfact.reference.trailing": "The year before",
        "planfact.reference.best": "Best quarter of sellers",
        "planfact.title": "Of 100 deals, how many come to each stage",
        "planfact.said":
            "Of a hundred deals that begin, how many come to each stage now and in the reference. Figures are in the table below.",
        "planfact.no_picture": "Too few deals have left their stages: there is no reference to draw yet.",
        "planfact.picture.reference": "reference {value}",
        "planfact.legend.now": "now, with the range of 8 cases in 10",
        "planfact.legend.reference": "reference",
        "planfact.legend.forecast": "forecast, 8 cases of 10",
        "planfact.legend.potential": "potential, 8 cases of 10",
        "planfact.alarms": "Other alarms",
        "planfact.won": "Won",
        "planfact.verdict.title": "Verdict on the plan",
        "planfact.verdict.low": "Plan too low",
        "planfact.verdict.right": "Plan is right",
        "planfact.verdict.high": "Plan too high",
        "planfact.verdict.how":
            "Potential: what the whole period would bring with the conversions of the reference, by the deals open at its start and the usual inflow of new ones; how many days are left changes nothing. A plan is right within its 80% range: {low} to {high}.",
        "planfact.verdict.label.forecast": "forecast {amount}",
        "planfact.verdict.label.plan": "plan {amount}",
        "planfact.verdict.label.potential": "potential {amount}",
        "planfact.verdict.said": "Forecast with its range, the plan, and the potential with its range.",
        "planfact.open": "Open",
        "planfact.expected": "Expected in the period",
        "planfact.template": "Template",
        "planfact.statistical": "Statistics",
        "planfact.model": "Model",
        "planfact.flow": "Deals that come to the stage",
        "planfact.plan": "Plan",
        "planfact.fact": "Fact",
        "planfact.forecast": "Forecast",
        "planfact.deviation": "Deviation",
        "planfact.card.open": "Open, deals",
        "planfact.card.plan": "Plan, deals",
        "planfact.card.fact": "Came so far",
        "planfact.card.forecast": "Will come",
        "planfact.card.conversion": "Conversion, fact / reference",
        "planfact.card.won": "Won so far",
        "planfact.card.to_win": "Will be won",
        "planfact.cohort": "Conversion of those who came in the period",
        "planfact.conversion": "Fact / reference",
        "planfact.range": "80% range",
        "planfact.points": "Points",
        "planfact.of": "{moved} of {entered}",
        "planfact.of.all": "{moved} moved on, {lost} left, {open} still there",
        "planfact.days": "Days; mean amount",
        "planfact.money": "With the reference",
        "planfact.advice.nothing": "nobody came to compare",
        "planfact.advice.too_few": "too few to raise an alarm",
        "planfact.advice.usual": "within what chance explains",
        "planfact.advice.look_into": "look into the last deals here, first of {who}",
        "planfact.advice.better": "better than the reference: see what can be learned",
        "planfact.advice.slow": "deals stand here longer than usual: ask for the next step",
        "planfact.advice.too_few_begin": "fewer begin than the plan needs: look for new ones",
        "planfact.advice.too_few_come": "fewer come here than the plan needs: bring more from the stage before",
        "planfact.note":
            "Plan: the quota run back through the reference. Conversion: those still at the stage go on as the reference does. An alarm is raised over all comparisons together, so that of twenty companies in which nothing is wrong one shows any. With the reference: the forecast with that stage at its reference from today on, less the forecast: only what can still be won in the period, so late in it there is little. A stage without advice is within what chance explains.",
        "planfact.pin.title": "Pin a reference under a name",
        "planfact.pin.of": "Of: {scope}. Choose another scope above.",
        "planfact.pin.name": "Name",
        "planfact.pin.from": "From",
        "planfact.pin.to": "To, included",
        "planfact.pin.best": "the best quarter of sellers alone",
        "planfact.pin.do": "Pin",
        "planfact.pin.down": "Take down “{name}”",
    ]
}
