extension Ukrainian {
    static let series: KeyValuePairs<String, String> = [
        "page.report.series": "Показники",
        "series.what": "Що рахуємо",
        "series.grain": "Період",
        "series.grain.day": "Дні",
        "series.grain.week": "Тижні",
        "series.grain.month": "Місяці",
        "series.kind.deals": "Нові угоди",
        "series.kind.won": "Виграні угоди",
        "series.kind.calls": "Дзвінки",
        "series.kind.calls_inbound": "Вхідні дзвінки",
        "series.kind.calls_outbound": "Вихідні дзвінки",
        "series.kind.emails": "Листи",
        "series.kind.meetings": "Зустрічі",
        "series.kind.messages": "Повідомлення",
        "series.kind.tasks": "Завдання",
        "series.sentence.day":
            "{what}: сьогодні очікуємо *{mean}* (у 8 випадках з 10 — від {low} до {high}), уже є {to_date}. За {periods|наступний # день|наступні # дні|наступні # днів|наступні # дня} — {later}.",
        "series.sentence.week":
            "{what}: цього тижня очікуємо *{mean}* (у 8 випадках з 10 — від {low} до {high}), уже є {to_date}. За {periods|наступний # тиждень|наступні # тижні|наступні # тижнів|наступні # тижня} — {later}.",
        "series.sentence.month":
            "{what}: цього місяця очікуємо *{mean}* (у 8 випадках з 10 — від {low} до {high}), уже є {to_date}. За {periods|наступний # місяць|наступні # місяці|наступні # місяців|наступні # місяця} — {later}.",
        "series.sentence.none": "{what}: ще нічого не пораховано.",
        "series.nothing":
            "Показник рахують із записаних угод і подій або беруть числами з імпортованого файлу. Оберіть інший показник угорі чи імпортуйте дані.",
        "series.accuracy":
            "Точність на початку періоду за {periods|# минулий період|# минулі періоди|# минулих періодів|# минулого періоду} — *{model}*; як минулого разу — {last}, середнє за 3 — {mean3}. Факт потрапив у діапазон 80 % у {coverage} випадків.",
        "series.method.mean": "За середнім останніх днів",
        "series.method.weekly": "За тижневим рівнем і днями тижня",
        "series.method.series": "За часовим рядом із сезонністю",
        "series.method.none": "Даних немає",
        "series.said": "Скільки було і скільки очікуємо за періодами. Ті самі числа — в таблицях нижче.",
        "series.legend.past": "факт",
        "series.legend.to_date": "уже є",
        "series.legend.mean": "прогноз",
        "series.legend.band": "у 8 випадках з 10",
        "series.coming": "Що буде",
        "series.past": "Що було і що прогнозували на початку",
        "series.days": "Період",
        "series.to_date": "Уже є",
        "series.mean": "Очікуємо",
        "series.range": "Діапазон 80 %",
        "series.actual": "Факт",
        "series.forecast": "Прогноз",
        "series.note": "Очікуємо — за весь період, разом із тим, що вже є. ▲ — факт поза діапазоном.",
    ]
}
