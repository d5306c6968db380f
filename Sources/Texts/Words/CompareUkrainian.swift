extension Ukrainian {
    /// Two of one report side by side.
    static let compare: KeyValuePairs<String, String> = [
        "compare.chip": "Порівняти з",
        "compare.nothing": "—",
        "compare.off": "без порівняння",
        "compare.on": "{name}, станом на {day}",
        "compare.difference": "Різниця",
        "compare.this": "А",
        "compare.that": "Б",
        "compare.title": "А: {this} · Б: {other}",
        "compare.note":
            "А — станом на {this}, Б — станом на {other}: інший період видно з того самого його місця. Різниця: А мінус Б, для часток — у відсоткових пунктах.",
        "compare.count": "Угод",
        "compare.amount": "У роботі",
        "compare.in_period_amount": "Можна виграти",
        "compare.expected": "Очікуємо",
        "compare.overdue_amount": "Стоять задовго",
        "compare.open_amount": "У роботі",
        "compare.model": "Модель",
        "compare.fact_entered": "Прийшло",
        "compare.conversion": "Конверсія",
        "compare.days": "Днів",
        "compare.money": "За еталону",
    ]
}
