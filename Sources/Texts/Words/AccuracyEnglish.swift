extension English {
    static let accuracy: KeyValuePairs<String, String> = [
        "accuracy.counted": "Deals have no amounts, so accuracy is that of the number of won deals.",
        "accuracy.sentence.none": "Accuracy is not measured yet: it takes at least one full period in the past.",
        "accuracy.sentence.month.start":
            "{subject}accuracy of the forecast made at the start of the month, over the last {periods|# month|# months}: *{accuracy}*.",
        "accuracy.sentence.month.third":
            "{subject}accuracy of the forecast made a third into the month, over the last {periods|# month|# months}: *{accuracy}*.",
        "accuracy.sentence.month.two_thirds":
            "{subject}accuracy of the forecast made two thirds into the month, over the last {periods|# month|# months}: *{accuracy}*.",
        "accuracy.sentence.quarter.start":
            "{subject}accuracy of the forecast made at the start of the quarter, over the last {periods|# quarter|# quarters}: *{accuracy}*.",
        "accuracy.sentence.quarter.third":
            "{subject}accuracy of the forecast made a third into the quarter, over the last {periods|# quarter|# quarters}: *{accuracy}*.",
        "accuracy.sentence.quarter.two_thirds":
            "{subject}accuracy of the forecast made two thirds into the quarter, over the last {periods|# quarter|# quarters}: *{accuracy}*.",
        "accuracy.sentence.luck.month":
            "Only {wins|# win|# wins} in {periods|# month|# months}: accuracy is still a matter of luck.",
        "accuracy.sentence.luck.quarter":
            "Only {wins|# win|# wins} in {periods|# quarter|# quarters}: accuracy is still a matter of luck.",
        "accuracy.sentence.ceiling": "The most that your data allow is {ceiling}.",
        "accuracy.sentence.ceiling.reached":
            "That is the most that your data allow ({ceiling} on average); what is above it was luck.",
        "accuracy.sentence.month.later": "A third into the month it is {third}, two thirds in {two_thirds}.",
        "accuracy.sentence.quarter.later": "A third into the quarter it is {third}, two thirds in {two_thirds}.",
        "accuracy.sentence.range": "The actual fell into the 80% range {held|# time|# times} out of {periods}.",
        "accuracy.below_zero": "< 0",
        "accuracy.honest": "Backtest: each forecast sees only what was recorded before its date",
        "accuracy.how": "How it is computed",
        "accuracy.moments": "Moment of the forecast",
        "accuracy.moment.start": "at the start",
        "accuracy.moment.third": "at ⅓",
        "accuracy.moment.two_thirds": "at ⅔",
        "accuracy.level.company": "company",
        "accuracy.level.department": "department",
        "accuracy.level.employee": "seller",
        "accuracy.level.product": "product",
        "accuracy.level.pipeline": "pipeline",
        "accuracy.bands.title": "Forecast and what came",
        "accuracy.bands.said": "Forecast ranges by period and actuals. The same figures are in the table below.",
        "accuracy.legend.actual": "actual",
        "accuracy.legend.outside": "actual outside the range",
        "accuracy.legend.miss": "% is forecast against actual",
        "accuracy.tip.actual": "actual {value}",
        "accuracy.tip.forecast": "forecast {value} ({miss})",
        "accuracy.lines.title": "The later, the more accurate",
        "accuracy.lines.sub": "Accuracy, %, by the moment of the period at which the forecast is made",
        "accuracy.lines.said":
            "Accuracy by the moment of the forecast: model, other methods and the ceiling. Figures are in the table.",
        "accuracy.line.ceiling": "ceiling",
        "accuracy.line.model": "model",
        "accuracy.line.statistical": "by statistics",
        "accuracy.line.naive_mean3": "mean of last 3",
        "accuracy.line.template": "by template",
        "accuracy.line.below": "↓ {line}",
        "accuracy.table.title": "Accuracy by method, level and moment, %",
        "accuracy.table.method": "Method",
        "accuracy.table.ceiling": "Noise ceiling",
        "accuracy.table.coverage": "Interval coverage",
        "accuracy.table.periods": "Periods",
        "accuracy.table.actual": "Actual",
        "accuracy.table.miss": "Deviation",
        "accuracy.table.wins": "Deals won",
        "accuracy.verdict.title": "Who is more accurate",
        "accuracy.verdict.model": "No simple method was better than the model by more than chance explains.",
        "accuracy.verdict.other": "{level}, {moment}: “{method}” was better, *{other}* against {model} of the model.",
        "accuracy.verdict.naive":
            "{level}, {moment}: the naive “{method}” beats the model, *{other}* against {model}. As long as it does, rely on it.",
        "accuracy.formula":
            "Accuracy is 100% less the sum of deviations of forecast from actual, divided by the sum of actuals. Deviations either way count without their sign, so they never cancel out. “< 0”: the deviations add up to more than the actuals.",
        "accuracy.ceiling":
            "Noise ceiling: even a perfect model does not know which deals will be won, so the fewer wins, the less accuracy is possible.",
        "accuracy.ceiling.wins":
            "Noise ceiling: even a perfect model does not know which deals will be won. {level}: about {wins|# win|# wins} in a period, so on average no more than {ceiling} is possible at its start; single years come out luckier or unluckier.",
        "accuracy.coverage":
            "Interval coverage is the share of periods whose actual fell into the 80% range; the closer to 80, the more honest the range.",
    ]
}
