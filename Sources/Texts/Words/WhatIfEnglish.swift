extension English {
    static let whatIf: KeyValuePairs<String, String> = [
        "what_if.title": "What if…",
        "what_if.open": "What if…",
        "what_if.close": "As it really is",
        "what_if.share": "Link to this",
        "what_if.remove": "Remove",
        "what_if.none":
            "Suppose something: a lost deal, another date or amount, a stage at its reference. The page says what would change.",
        "what_if.sentence.plan":
            "Then the forecast is *{after}* instead of {before}, and the probability of the plan *{then}* instead of {now}.",
        "what_if.sentence.no_plan": "Then the forecast is *{after}* instead of {before}.",
        "what_if.said.lost": "The deal [{deal}](href) is lost.",
        "what_if.said.won": "The deal [{deal}](href) is won within this period.",
        "what_if.said.close": "The deal [{deal}](href) is expected to close on {day}.",
        "what_if.said.amount": "The amount of the deal [{deal}](href) is {amount}.",
        "what_if.said.reference": "The stage “{stage}” is passed as often as by the reference.",
        "what_if.standing.counts": "counted",
        "what_if.standing.closed": "the deal is closed already",
        "what_if.standing.elsewhere": "does not concern this page",
        "what_if.standing.no_reference": "no reference is known for the stage yet",
        "what_if.hidden":
            "{hidden|# supposition concerns|# suppositions concern} what you may not see, and is left out.",
        "what_if.reference":
            "The stage’s reference is made of deals of the year before the period: {scope}. Whoever sees another part of the company measures the stage by that part and gets another number.",
        "what_if.dates":
            "The model does not look at the expected day of closing: only the forecast by the template changes.",
        "what_if.parts": "Whose forecast changes",
        "what_if.now": "Now",
        "what_if.then": "If so",
        "what_if.change": "Change",
        "what_if.row.mean": "Forecast",
        "what_if.row.range": "In 8 cases of 10",
        "what_if.row.probability": "Probability of the plan",
        "what_if.row.bonus": "Expected bonus",
        "what_if.row.template": "By the template",
        "what_if.row.statistical": "By statistics",
        "what_if.form.lost": "Lose a deal",
        "what_if.form.won": "Win a deal",
        "what_if.form.close": "Move a date",
        "what_if.form.amount": "Change an amount",
        "what_if.form.reference": "A stage at its reference",
        "what_if.deal": "Title or number",
        "what_if.wrong.unknown": "There is no such deal here: type its title or number, as on the page of deals.",
        "what_if.wrong.several": "Several deals are called so: type a number, {numbers}.",
        "what_if.wrong.value": "This could not be read: a date or an amount is needed, such as 50 000.",
        "what_if.wrong.contrary.lost":
            "“{deal}” is supposed lost already: a deal cannot be both lost and won. Remove that first, or",
        "what_if.wrong.contrary.won":
            "“{deal}” is supposed won already: a deal cannot be both lost and won. Remove that first, or",
        "what_if.turn.lost": "suppose it lost instead",
        "what_if.turn.won": "suppose it won instead",
        "problem.contrary": "A deal cannot be supposed both lost and won: {first} and {second}. Leave one of them out.",
        "cli.if.contrary":
            "--if: a deal cannot be both lost and won: {first} and {second}. Leave one of them out.",
        "what_if.of.deal": "Deal",
        "what_if.of.stage": "Stage",
        "what_if.day": "Day",
        "what_if.amount": "Amount in the deal’s currency",
        "what_if.suppose": "Suppose",
        "what_if.foot":
            "Nothing is stored: suppositions stand in the page's address alone. Whoever opens the link sees only their own part.",
        "what_if.figure": "Figure",
    ]
}
