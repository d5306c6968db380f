extension English {
    static let record: KeyValuePairs<String, String> = [
        "record.title": "What was really forecast",
        "record.nothing":
            "Nothing is recorded yet: the server writes the forecast down once a day after midnight, and liyka forecast --record at any time.",
        "record.begun": "The record began on {day}: {days|# day|# days}.",
        "record.unscored":
            "Scores come when a period ends of whose beginning, third or two thirds there is a record.",
        "record.moment": "When it was forecast",
        "record.won": "Won by that day",
        "record.said":
            "The forecast of the period with its range, what was won and the plan, by the days on which it was said. The same figures are in the table below.",
        "cli.changes.backwards": "--from lies after --to: name the earlier moment first.",
        "cli.record.alone":
            "--record writes down what is forecast now, of everybody and every level; it goes without {option}.",
        "cli.record.taken": "{day}: {figures|# forecast|# forecasts} written down.",
        "cli.record.already": "{day}: this day's forecast is written down already.",
        "cli.record.nothing": "There is nothing to write down: there are no deals.",
    ]
}
