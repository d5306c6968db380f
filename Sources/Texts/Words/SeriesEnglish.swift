extension English {
    static let series: KeyValuePairs<String, String> = [
        "page.report.series": "Series",
        "series.what": "What is counted",
        "series.grain": "Period",
        "series.grain.day": "Days",
        "series.grain.week": "Weeks",
        "series.grain.month": "Months",
        "series.kind.deals": "New deals",
        "series.kind.won": "Deals won",
        "series.kind.calls": "Calls",
        "series.kind.calls_inbound": "Inbound calls",
        "series.kind.calls_outbound": "Outbound calls",
        "series.kind.emails": "Letters",
        "series.kind.meetings": "Meetings",
        "series.kind.messages": "Messages",
        "series.kind.tasks": "Tasks",
        "series.sentence.day":
            "{what}: *{mean}* expected today (in 8 cases of 10 from {low} to {high}), {to_date} so far. In the next {periods|# day|# days}: {later}.",
        "series.sentence.week":
            "{what}: *{mean}* expected this week (in 8 cases of 10 from {low} to {high}), {to_date} so far. In the next {periods|# week|# weeks}: {later}.",
        "series.sentence.month":
            "{what}: *{mean}* expected this month (in 8 cases of 10 from {low} to {high}), {to_date} so far. In the next {periods|# month|# months}: {later}.",
        "series.sentence.none": "{what}: nothing has been counted yet.",
        "series.nothing":
            "A series is counted from recorded deals and activities, or comes in numbers from an imported file. Choose another above, or import.",
        "series.accuracy":
            "Accuracy at the start of the period over {periods|# past period|# past periods}: *{model}*; as last time {last}, mean of three {mean3}. What came lay within the 80% range in {coverage} of cases.",
        "series.method.mean": "By the mean of the last days",
        "series.method.weekly": "By the weekly level and days of the week",
        "series.method.series": "By a time series with its season",
        "series.method.none": "No data",
        "series.said": "How many came and how many are expected, by period. The same figures are in the tables below.",
        "series.legend.past": "came",
        "series.legend.to_date": "so far",
        "series.legend.mean": "forecast",
        "series.legend.band": "in 8 cases of 10",
        "series.coming": "What is to come",
        "series.past": "What came, and what was forecast at the start",
        "series.days": "Period",
        "series.to_date": "So far",
        "series.mean": "Expected",
        "series.range": "80% range",
        "series.actual": "Came",
        "series.forecast": "Forecast",
        "series.note": "Expected: of the whole period, with what has come already. ▲ what came lies outside the range.",
    ]
}
