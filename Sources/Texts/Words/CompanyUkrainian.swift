extension Ukrainian {
    static let company: KeyValuePairs<String, String> = [
        "company.sentence.plan":
            "{subject}: прогноз *{forecast}* (у 8 випадках з 10 — від {low} до {high}), план {plan}, імовірність виконати — *{probability}*.",
        "company.sentence.no_plan":
            "{subject}: прогноз *{forecast}* (у 8 випадках з 10 — від {low} до {high}); плану не задано.",
        "company.past.plan":
            "На {day} прогноз на {period} був *{forecast}* (у 8 випадках з 10 — від {low} до {high}), план {plan}, імовірність виконати — *{probability}*.",
        "company.past.no_plan":
            "На {day} прогноз на {period} був *{forecast}* (у 8 випадках з 10 — від {low} до {high}); плану не задано.",
        "company.closed.plan": "{subject}: продано на *{won}* — *{share}* плану ({plan}).",
        "company.closed.no_plan": "{subject}: продано на *{won}*; плану не задано.",
        "company.before": "Факт {period} — {amount}.",
        "company.before.running": "Факт {period} поки що — {amount}.",
        "company.other.over.plan": "[{subject}](other): продано на {won} — {share} плану ({plan}).",
        "company.other.over.no_plan": "[{subject}](other): продано на {won}.",
        "company.other.plan":
            "[{subject}](other): прогноз {forecast} (від {low} до {high}), план {plan}, імовірність виконати — {probability}.",
        "company.other.no_plan": "[{subject}](other): прогноз {forecast} (у 8 випадках з 10 — від {low} до {high}).",
        "company.made": "Пораховано за записами до {moment}",
        "company.open_deals": "Угоди в роботі",
        "company.composition": "З чого складається прогноз",
        "company.part.won": "уже продано",
        "company.part.open": "з угод у роботі",
        "company.part.new": "з майбутніх угод (ще не заведених)",
        "company.part.mean": "прогноз",
        "company.part.plan": "план",
        "company.methods": "Як рахують інші способи",
        "company.methods_note":
            "Сума за весь період; риска — план. Що точніше на ваших даних, показує «Точність прогнозу».",
        "company.notes": "Що варто знати",
        "company.note.template":
            "Закритих угод ще немає, тому прогноз зроблено за шаблоном; діапазон широкий.",
        "company.note.little":
            "Замало даних ({deals|# закрита угода|# закриті угоди|# закритих угод|# закритої угоди}): діапазон широкий.",
        "company.note.learned":
            "Модель навчено на {deals|# закритій угоді|# закритих угодах|# закритих угодах|# закритої угоди} вашої компанії.",
        "company.note.plan_sum": "Власного плану тут не задано: показано суму планів частин.",
        "company.note.plan_part":
            "План тут — сума планів лише {planned} з {all|# менеджера|# менеджерів|# менеджерів|# менеджера}: решта плану на цей період не має.",
        "company.note.changing":
            "Процес змінюється: останні прогнози відхилялися понад 25 %, тож більшу вагу мають останні тижні.",
        "company.note.stage_slower":
            "«{stage}»: приблизно від {day} угоди йдуть із цього етапу далі на {change} повільніше, ніж раніше; прогноз це враховує.",
        "company.note.stage_faster":
            "«{stage}»: приблизно від {day} угоди йдуть із цього етапу далі на {change} швидше, ніж раніше; прогноз це враховує.",
        "company.note.stage_loses_more":
            "«{stage}»: приблизно від {day} на цьому етапі втрачають угоди на {change} частіше, ніж раніше; прогноз це враховує.",
        "company.note.stage_loses_less":
            "«{stage}»: приблизно від {day} на цьому етапі втрачають угоди на {change} рідше, ніж раніше; прогноз це враховує.",
        "company.note.baseline": "Досі на ваших даних точнішим був спосіб «{method}».",
        "company.note.without_rate":
            "{deals|# угоду|# угоди|# угод|# угоди} без курсу валюти або із завеликою сумою не враховано в підсумках.",
        "company.note.won_without_amount":
            "{deals|# угоду|# угоди|# угод|# угоди} виграно без суми: у сумах їх тут немає.",
        "company.note.valued":
            "{deals|# угоду|# угоди|# угод|# угоди} у роботі без суми оцінено за ціною продукту або за середньою.",
        "company.note.no_template": "Прогнозу за шаблоном немає: без імовірності стоять етапи {stages}.",
        "company.note.stage": "«{stage}»",
        "company.counts.running":
            "{subject}: очікуємо виграних угод: *{mean}* (у 8 випадках з 10 — від {low} до {high}); уже виграно {won}.",
        "company.counts.over": "{subject}: виграно угод — *{won}*.",
        "company.counts.unit": "угод",
        "company.note.silent":
            "Від {day} із жодною угодою нічого не сталося: схоже, дані давно не оновлювали, і прогноз рахує те, чого ніхто не записав. Завантажте свіжі дані або подивіться станом на той день.",
        "company.note.no_amounts": "У жодній угоді немає суми, а в продуктах — ціни, тож суми невідомі: рахуємо угоди.",
        "company.key.won": "Уже продано",
        "company.key.missing": "Бракує до плану",
        "company.key.probability": "Імовірність",
        "company.table.name": "Підрозділ",
        "company.table.won": "Уже продано",
        "company.table.mean": "Прогноз",
        "company.table.range": "Діапазон 80 %",
        "company.table.plan": "План",
        "company.table.since": "Від {day}",
        "company.plan.met": "виконано",
        "company.plan.missed": "не виконано",
        "company.table.plan_mark": "план",
        "company.table.probability": "Імовірність",
        "company.accuracy":
            "Точність на цей час місяця за {periods|# місяць|# місяці|# місяців|# місяця} — {accuracy}",
        "company.table.attainment": "Виконання",
        "company.table.signal": "Сигнал",
        "company.table.weak_stage": "{stage} {amount} від {day}",
        "company.table.few_calls": "активних дзвінків {outbound} з {norm}",
        "company.table.deals": "Виграно, угод",
        "company.table.bullet": "Уже продано {won}, прогноз {mean}",
        "company.legend.band": "прогноз: у 8 випадках з 10",
        "company.legend.forecast": "прогноз",
        "company.legend.plan": "план",
        "company.legend.endangered": "▲ план під загрозою: імовірність менша за 10 %",
        "company.legend.sums": "Прогнози частин дають у сумі прогноз цілого; діапазони не додаються.",
        "period.kind.month": "Місяць",
        "period.kind.quarter": "Квартал",
        "period.kind.year": "Рік",
        "period.kind.custom": "Період",
        "method.model": "Модель",
        "method.statistical": "За статистикою",
        "method.template": "За шаблоном",
        "method.naive_last": "Як минулого разу",
        "method.naive_mean3": "Середнє за 3 періоди",
        "fan.title": "Продажі наростаючим підсумком",
        "fan.legend.won": "уже продано",
        "fan.legend.forecast": "прогноз: у 8 і в 5 випадках з 10",
        "fan.legend.plan": "темп плану за робочими днями",
        "fan.today": "сьогодні, {day}",
        "fan.as_of": "станом на {day}",
        "fan.now": "сьогодні",
        "fan.start": "Початок періоду",
        "fan.end.won": "продано {value}",
        "fan.end.high": "до {value}",
        "fan.end.low": "від {value}",
        "fan.end.forecast": "прогноз {value}",
        "fan.end.plan": "план {value}",
        "fan.tip.won": "уже продано {value}",
        "fan.tip.forecast": "прогноз {value}",
        "fan.tip.range": "у 8 випадках з 10: {low} – {high}",
        "fan.tip.plan": "темп плану {value}",
        "fan.said":
            "Продажі наростаючим підсумком, {period}: уже продано, прогноз і темп плану. Ті самі числа — у таблиці нижче.",
        "fan.table.day": "На кінець дня",
        "fan.table.won": "Уже продано",
        "fan.table.mean": "Прогноз",
        "fan.table.range": "Діапазон 80 %",
        "fan.table.pace": "Темп плану",
        "company.headline.template": "{subject}: за шаблоном — *{amount}*.",
        "company.headline.statistical": "{subject}: за статистикою — *{amount}*.",
    ]
}
