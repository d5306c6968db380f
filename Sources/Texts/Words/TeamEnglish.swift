extension English {
    static let team: KeyValuePairs<String, String> = [
        "page.report.team": "Team",
        "company.coverage_title": "Pipeline coverage",
        "company.coverage":
            "Open deals that should close in the period come to {open}, the plan lacks {missing}: *{ratio}* to 1.",
        "company.coverage.past":
            "Where the plan was met in the end ({met|# period|# periods} of {periods}), coverage at the same point of the period was usually {enough} to 1.",
        "company.coverage.unknown": "Too few periods met their plan to say how much is enough.",
        "own.funnel": "My funnel",
        "own.more": "More",
        "own.sum":
            "{deals|# deal|# deals} worth {all}; {some|# deal|# deals} worth {in_period} may be won {period}.",
        "own.bar": "May be won in the period, of all",
        "own.part": "{some} of {all}",
        "own.late": "standing longer than nine of ten that were won",
        "own.no_funnel": "No deal is open.",
        "own.calls_title": "Calls in the period",
        "own.calls":
            "*{outbound|# outbound call|# outbound calls}* and {inbound|# inbound|# inbound}; {missed|# missed|# missed}, {lost} of them not called back.",
        "own.calls.norm":
            "*{outbound|# outbound call|# outbound calls}* where the norm is {norm}, and {inbound|# inbound|# inbound}; {missed|# missed|# missed}, {lost} of them not called back.",
        "own.next": "Next: {what}, {day}",
        "own.no_next": "no next step is planned",
        "team.page.danger": "{subject}the plan is in danger for *{off}* of {people|# seller|# sellers}.",
        "team.page.safe": "{subject}the plans of all {people|# person|# people} are within reach.",
        "team.page.over.danger": "{subject}*{off}* of {people|# person|# people} missed the plan.",
        "team.page.over.safe": "{subject}all {people|# person|# people} met the plan.",
        "team.page.no_plans": "{subject}nobody has a plan for this period.",
        "team.page.loss":
            "The largest loss since {since}: {name}, stage “{stage}”, [*−\u{2060}{missed}*](href); at the reference conversion {amount} more would still come by the end of {period}.",
        "team.page.loss.late":
            "The largest loss since {since}: {name}, stage “{stage}”, [*−\u{2060}{missed}*](href); only {amount} of it can still come by the end of {period}.",
        "team.page.calls": "{people|# person makes|# people make} less than {share} of the norm of outbound calls.",
        "team.page.who": "Person",
        "team.page.weak": "Weak stage",
        "team.page.no_weak": "–",
        "team.page.rates": "{conversion} instead of {reference}",
        "team.page.outbound": "Outbound calls",
        "team.page.inbound": "Inbound",
        "team.page.missed": "{calls} missed",
        "team.page.note":
            "▲ the probability of the plan is below 10%, or outbound calls are less than {share} of the norm (of at least {least} calls). A weak stage is one that falls behind the reference by more than chance.",
        "team.page.nobody": "There is nobody to show: nobody sells here.",
    ]
}
