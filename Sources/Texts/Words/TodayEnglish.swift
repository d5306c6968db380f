extension English {
    static let today: KeyValuePairs<String, String> = [
        "page.report.today": "Today",
        "today.sentence":
            "{subject}Today: *{due|# thing to do|# things to do}*{late}, *{calls|# missed call|# missed calls}* to return, *{deals|# deal|# deals}* on which the plan hangs.",
        "today.late": " ({late|# is overdue|# are overdue})",
        "today.due": "To do",
        "today.no_due": "Nothing is planned for today.",
        "today.by": "By",
        "today.what": "What",
        "today.calls": "To call back",
        "today.no_calls": "No missed call of the week waits for an answer.",
        "today.kind.call": "Call",
        "today.kind.email": "E-mail",
        "today.kind.meeting": "Meeting",
        "today.kind.message": "Message",
        "today.kind.task": "Task",
    ]
}
