extension Ukrainian {
    static let today: KeyValuePairs<String, String> = [
        "page.report.today": "Сьогодні",
        "today.sentence": "{subject}Сьогодні:",
        "today.part.due": "*{due|# справа|# справи|# справ|# справи}*{late}",
        "today.part.calls":
            "*{calls|# пропущений дзвінок|# пропущені дзвінки|# пропущених дзвінків|# пропущеного дзвінка}* без зворотного дзвінка",
        "today.part.deals":
            "*{deals|# угода|# угоди|# угод|# угоди}*, {deals|від якої|від яких|від яких|від яких} залежить план",
        "today.part.decided": "жодна окрема угода вже не вирішує плану",
        "today.part.none": "нічого не заплановано",
        "today.shown": "Показано {shown} найцінніших із {all}.",
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
