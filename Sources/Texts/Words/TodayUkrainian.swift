extension Ukrainian {
    static let today: KeyValuePairs<String, String> = [
        "page.report.today": "Сьогодні",
        "today.sentence":
            "{subject}Сьогодні: *{due|# справа|# справи|# справ|# справи}*{late}, *{calls|# пропущений дзвінок|# пропущені дзвінки|# пропущених дзвінків|# пропущеного дзвінка}* без зворотного дзвінка, *{deals|# угода|# угоди|# угод|# угоди}*, {deals|від якої|від яких|від яких|від яких} залежить план.",
        "today.late":
            " ({late|# прострочена|# прострочені|# прострочених|# прострочених})",
        "today.due": "Справи",
        "today.no_due": "На сьогодні справ не заплановано.",
        "today.by": "До",
        "today.what": "Що зробити",
        "today.calls": "Передзвонити",
        "today.no_calls": "За тиждень немає пропущених дзвінків, на які не передзвонили.",
        "today.kind.call": "Дзвінок",
        "today.kind.email": "Лист",
        "today.kind.meeting": "Зустріч",
        "today.kind.message": "Повідомлення",
        "today.kind.task": "Завдання",
    ]
}
