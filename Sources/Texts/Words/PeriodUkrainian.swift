extension Ukrainian {
    static let period: KeyValuePairs<String, String> = [
        "page.report.period": "Мій план",
        "period.sentence.plan":
            "Уже продано на *{won}* — {share} плану, бракує {missing}. До кінця {period} очікуємо *{forecast}* (у 8 випадках з 10 — від {low} до {high}); імовірність виконати план {plan} — *{probability}*.",
        "period.sentence.reached":
            "Уже продано на *{won}* — {share} плану: план {plan} *виконано*. До кінця {period} очікуємо *{forecast}* (у 8 випадках з 10 — від {low} до {high}).",
        "period.sentence.no_plan":
            "Уже продано на *{won}*. До кінця {period} очікуємо *{forecast}* (у 8 випадках з 10 — від {low} до {high}); плану не задано.",
        "period.future.plan":
            "Період ще не почався. Очікуємо *{forecast}* (у 8 випадках з 10 — від {low} до {high}); імовірність виконати план {plan} — *{probability}*.",
        "period.future.no_plan":
            "Період ще не почався. Очікуємо *{forecast}* (у 8 випадках з 10 — від {low} до {high}); плану не задано.",
        "period.past.plan":
            "На {day} було продано на *{won}* — {share} плану, бракувало {missing}. До кінця {period} очікували *{forecast}* (у 8 випадках з 10 — від {low} до {high}); імовірність виконати план {plan} — *{probability}*.",
        "period.past.reached":
            "На {day} було продано на *{won}* — {share} плану: план {plan} *виконано*. До кінця {period} очікували *{forecast}* (у 8 випадках з 10 — від {low} до {high}).",
        "period.past.no_plan":
            "На {day} було продано на *{won}*. До кінця {period} очікували *{forecast}* (у 8 випадках з 10 — від {low} до {high}); плану не було.",
        "period.closed.plan": "Продано на *{won}* — *{share}* плану ({plan}).",
        "period.closed.no_plan": "Продано на *{won}*; плану не було.",
        "period.bonus.sentence":
            "Бонус: зароблено {earned}, очікується *{expected}* (у 8 випадках з 10 — від {low} до {high}).",
        "period.bonus.sentence.sure": "Бонус: зароблено {earned}, очікується *{expected}*.",
        "period.bonus.sentence.one":
            "Бонус: зароблено {earned}, очікується в середньому *{expected}*, але у 8 випадках з 10 — {low}.",
        "period.bonus.closed": "Бонус: *{earned}*.",
        "period.bonus.beyond": "Бонус за {period}: зароблено {earned}, очікується *{expected}*.",
        "period.hanging": "Найбільше залежить від [{deals|# угоди|# угод|# угод|# угоди}](href).",
        "period.counted":
            "{won|# угоду виграно|# угоди виграно|# угод виграно|# угоди виграно}, {open|# у роботі|# у роботі|# у роботі|# у роботі}",
        "period.won_deals": "Виграні угоди",
        "period.questions": "Запитання дня",
        "period.minute": "близько хвилини",
        "period.questions_note": "Ці відповіді змінять прогноз найбільше.",
        "period.no_questions": "Сьогодні запитань немає: про угоди відомо все, що помітно змінює прогноз.",
        "period.moves.stage": "якщо втрачено, прогноз зміниться на {amount}",
        "period.moves.amount": "кожні 10 % суми змінюють прогноз на {amount}",
        "period.moves.close": "якщо не в цьому періоді, прогноз зміниться на {amount}",
        "period.moves.narrows": ", діапазон звузиться на {amount}",
        "period.no_amount": "суми немає",
        "period.ask.stage":
            "Угода ще жива? На етапі «{stage}» вона вже {days|# день|# дні|# днів|# дня}",
        "period.ask.stage_usual":
            "Угода ще жива? На етапі «{stage}» вона вже {days|# день|# дні|# днів|# дня}, зазвичай — {usual|# день|# дні|# днів|# дня}",
        "period.ask.amount": "Сума {amount} — остаточна?",
        "period.ask.no_amount": "Яка сума угоди?",
        "period.ask.close": "Клієнт підтвердив закриття {day}?",
        "period.ask.close_past": "Очікували закриття {day}, день минув. Коли тепер?",
        "period.ask.no_close": "Коли очікуєте закриття?",
        "period.answer.stage": "Працюємо",
        "period.answer.amount": "Так",
        "period.answer.close": "Так",
        "period.answer.other_day": "Інший день",
        "period.answer.other_amount": "Інша сума",
        "period.answer.lost": "Програно",
        "period.answer.day": "Новий день закриття",
        "period.answer.sum": "Нова сума",
        "period.answer.reason": "Причина (не обов’язково)",
        "period.answer.save": "Записати",
        "period.answer.lost_save": "Закрити як програну",
        "period.deciding_title": "Угоди, від яких залежить план",
        "period.deciding.note":
            "Імовірність виконати план, якщо угоду буде виграно за цей період (●) і якщо ні (○); риска — зараз, {now}. Якщо виграти — скільки зазвичай лишається від суми угоди.",
        "period.deciding.no_plan": "Плану не задано, тож і залежати від угод нема чому.",
        "period.deciding.reached": "План уже виконано: жодна угода його не змінить.",
        "period.deciding.none": "Жодна угода в роботі помітно не змінює імовірності виконати план.",
        "period.fork.said": "Якщо не виграти — {if_not}, якщо виграти — {if_won}",
        "period.deal": "Угода",
        "period.value": "Якщо виграти",
        "period.chance": "Виграти за період",
        "period.if_not": "план, якщо ні",
        "period.if_won": "план, якщо так",
        "period.fork": "Імовірність виконати план",
        "period.days": "{days|# день|# дні|# днів|# дня}",
        "period.days_usual": "{days|# день|# дні|# днів|# дня}, зазвичай\u{00A0}{usual|#|#|#|#}",
        "period.bonus_title": "Бонус",
        "period.bonus.earned": "Зароблено",
        "period.bonus.expected": "Очікується",
        "period.cli.what": "Показник",
        "period.cli.value": "Значення",
        "strip.label": "План і бонус",
        "strip.plan": "План",
        "strip.probability": "імовірність",
        "strip.won": "Уже продано",
        "strip.no_plan": "плану не задано",
        "strip.bonus": "Бонус",
        "strip.expected": "очікується",
        "strip.made": "пораховано о {time}",
        "strip.said": "Виконано {share} плану",
    ]
}
