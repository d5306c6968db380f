extension English {
    static let funnel: KeyValuePairs<String, String> = [
        "funnel.sentence":
            "{subject}potential sales {period}: *{potential}* ({deals|# deal|# deals}), of which *{expected}* is expected. All that is open: {all} ({open|# deal|# deals}).",
        "funnel.sentence.problem":
            "At the stage [“{stage}”](href) {amount} is stuck: {deals|# deal stands|# deals stand} there longer than nine of ten deals that were won.",
        "funnel.sentence.no_problem": "No stage is stuck.",
        "funnel.tip.deals": "{deals|# deal|# deals}",
        "funnel.title": "Money at each stage",
        "funnel.said": "Open money at each stage. The same figures are in the table below.",
        "funnel.fresh": "stands no longer than usual",
        "funnel.late": "stands longer than nine of ten deals that were won",
        "funnel.due_deals": "Deals expected in the period",
        "funnel.open": "Open",
        "funnel.in_period": "May be won in the period",
        "funnel.expected": "Expected",
        "funnel.expected_all": "Expected of all",
        "funnel.card.due": "Due, deals",
        "funnel.card.late": "Too long, deals",
        "funnel.days": "Days at the stage",
        "funnel.now": "Now",
        "funnel.usual": "Usual",
        "funnel.limit": "Limit",
        "funnel.too_long": "Standing too long",
        "funnel.rule":
            "May be won in the period: the expected date lies in it, or the model gives at least {chance}. Too long: beyond the limit, longer than nine of ten deals that were won stood there. A stage is marked when over {share} of its money, in at least {deals|# deal|# deals}, stands too long.",
        "funnel.dead.title": "Dead deals: close them, or take them up again",
        "funnel.dead.why":
            "{deals|# deal stands|# deals stand} at a stage for longer than any that was won in the end: {amount}. The forecast hardly counts on them, but while they are open the funnel looks larger than it is.",
        "funnel.deals.title": "Deals that stand too long",
        "funnel.deals.shown": "{shown} of {all}, the most money first",
        "funnel.deals.deal": "Deal",
        "funnel.deals.owner": "Seller",
        "funnel.deals.days": "Days at the stage",
        "funnel.deals.close": "Expected",
        "funnel.deals.chance": "Probability in the period",
    ]
}
