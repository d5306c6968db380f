extension English {
    /// Two of one report side by side.
    static let compare: KeyValuePairs<String, String> = [
        "compare.chip": "Compare with",
        "compare.nothing": "—",
        "compare.off": "without comparison",
        "compare.on": "{name}, as of {day}",
        "compare.difference": "Difference",
        "compare.this": "A",
        "compare.that": "B",
        "compare.title": "A: {this} · B: {other}",
        "compare.note":
            "A as of {this}, B as of {other}: another period is seen from the same place of it. Difference: A less B, of shares in points.",
        "compare.count": "Deals",
        "compare.amount": "Open",
        "compare.in_period_amount": "May be won",
        "compare.expected": "Expected",
        "compare.overdue_amount": "Standing too long",
        "compare.open_amount": "Open",
        "compare.model": "Model",
        "compare.fact_entered": "Came",
        "compare.conversion": "Conversion",
        "compare.days": "Days",
        "compare.money": "With the reference",
    ]
}
