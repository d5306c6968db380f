extension English {
    static let revive: KeyValuePairs<String, String> = [
        "page.report.revive": "Revive sales",
        "revive.sentence.fall": "{subject}sales of {to} are {is}, *{share}* less than those of {from} ({was}).",
        "revive.sentence.rise": "{subject}sales of {to} are {is}, *{share}* more than those of {from} ({was}).",
        "revive.sentence.same": "{subject}sales of {to} are {is}, those of {from} {was}.",
        "revive.sentence.cause": "“{cause}” {money}",
        "revive.sentence.sure": "What weighs most: {causes}.",
        "revive.sentence.maybe": "What weighs most: {causes}; such a change may also be chance.",
        "revive.sentence.back":
            "Within {days|# day|# days} about *{money}* may be brought back: {sleeping|# customer who has|# customers who have} not bought for long, {lost|# lost deal|# lost deals}, {stuck|# stuck deal|# stuck deals}.",
        "revive.compared": "The period is not over: the first {days|# day|# days} of both are compared",
        "revive.year": "Against the same time a year before",
        "revive.title": "What the change consists of",
        "revive.said":
            "The change of sales between two periods, by cause. The same figures are in the table beside it.",
        "revive.cause": "Cause",
        "revive.money": "Money",
        "revive.range": "80% range",
        "revive.from_to": "{low} to {high}",
        "revive.note":
            "The causes add up to the change, to the last minor unit. The range says how much such a figure moves by chance: with zero in it there may be no cause at all.",
        "revive.cause.inflow": "Inflow",
        "revive.cause.conversion": "Conversion",
        "revive.cause.size": "Size of deals",
        "revive.cause.duration": "Duration",
        "revive.cause.mix": "Mix",
        "revive.cause.rate": "Exchange rates",
        "revive.means.inflow": "how many deals began",
        "revive.means.conversion": "what share of those decided was won",
        "revive.means.size": "how much a won deal brings",
        "revive.means.duration": "how many were decided for each that began",
        "revive.means.mix": "of which products and pipelines there is more",
        "revive.means.rate": "what the same sum in foreign money was worth",
        "revive.kind.sleeping": "Customers who have not bought for long",
        "revive.kind.lost": "Lost deals worth returning to",
        "revive.kind.stuck": "Stuck deals",
        "revive.why.sleeping":
            "Silent twice as long as they usually are between purchases, and longer than ever; nothing in hand. The probability: how many such customers bought within 90 days in the past.",
        "revive.why.lost":
            "Lost within a year, and the customer has not bought since. The probability is what a return adds: the share won within 90 days of those that were taken up, less what the customer would have bought anyway (below it).",
        "revive.why.stuck":
            "At their stage for longer than nine of ten won deals were. The probability of a win this quarter is the model’s.",
        "revive.sum": "{all|# entry|# entries}, {money} expected",
        "revive.deal": "Deal or customer",
        "revive.owner": "Seller",
        "revive.days": "Days",
        "revive.usual": "Usually",
        "revive.whisker": "where chance may move it, in 8 cases of 10",
        "revive.anyway": "anyway {chance}",
        "revive.chance": "Probability",
        "revive.expected": "Expected",
    ]
}
