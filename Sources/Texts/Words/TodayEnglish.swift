extension English {
    static let today: KeyValuePairs<String, String> = [
        "page.report.today": "Today",
        "today.sentence": "{subject}Today:",
        "today.part.due": "*{due|# thing to do|# things to do}*{late}",
        "today.part.calls": "*{calls|# missed call|# missed calls}* to return",
        "today.part.deals": "*{deals|# deal|# deals}* on which the plan hangs",
        "today.part.decided": "no single deal decides the plan any more",
        "today.part.none": "nothing is planned",
        "today.shown": "The {shown} most valuable of {all} are shown.",
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
