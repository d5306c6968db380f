extension Ukrainian {
    /// What pages say of money that is counted otherwise than by wins: under the basis, the key of the usual words.
    static let bases: KeyValuePairs<String, String> = [
        "paid.company.closed.plan": "{subject}: сплачено *{won}* — *{share}* плану ({plan}).",
        "paid.company.closed.no_plan": "{subject}: сплачено *{won}*; плану не задано.",
        "paid.company.part.won": "уже сплачено",
        "paid.company.part.open": "з виграних і відкритих угод",
        "paid.company.key.won": "Уже сплачено",
        "paid.company.table.won": "Уже сплачено",
        "paid.company.table.bullet": "Уже сплачено {won}, прогноз {mean}",
        "paid.fan.title": "Оплати наростаючим підсумком",
        "paid.fan.legend.won": "уже сплачено",
        "paid.fan.end.won": "сплачено {value}",
        "paid.fan.tip.won": "уже сплачено {value}",
        "paid.fan.said":
            "Оплати наростаючим підсумком, {period}: уже сплачено, прогноз і темп плану. Ті самі числа — у таблиці нижче.",
        "paid.fan.table.won": "Уже сплачено",
        "paid.period.sentence.plan":
            "Уже сплачено *{won}* — {share} плану, бракує {missing}. До кінця {period} очікуємо *{forecast}* (у 8 випадках з 10 — від {low} до {high}); імовірність виконати план {plan} — *{probability}*.",
        "paid.period.sentence.reached":
            "Уже сплачено *{won}* — {share} плану: план {plan} *виконано*. До кінця {period} очікуємо *{forecast}* (у 8 випадках з 10 — від {low} до {high}).",
        "paid.period.sentence.no_plan":
            "Уже сплачено *{won}*. До кінця {period} очікуємо *{forecast}* (у 8 випадках з 10 — від {low} до {high}); плану не задано.",
        "paid.period.past.plan":
            "На {day} було сплачено *{won}* — {share} плану, бракувало {missing}. До кінця {period} очікували *{forecast}* (у 8 випадках з 10 — від {low} до {high}); імовірність виконати план {plan} — *{probability}*.",
        "paid.period.past.reached":
            "На {day} було сплачено *{won}* — {share} плану: план {plan} *виконано*. До кінця {period} очікували *{forecast}* (у 8 випадках з 10 — від {low} до {high}).",
        "paid.period.past.no_plan":
            "На {day} було сплачено *{won}*. До кінця {period} очікували *{forecast}* (у 8 випадках з 10 — від {low} до {high}); плану не було.",
        "paid.period.closed.plan": "Сплачено *{won}* — *{share}* плану ({plan}).",
        "paid.period.closed.no_plan": "Сплачено *{won}*; плану не було.",
        "shipped.company.closed.plan": "{subject}: відвантажено на *{won}* — *{share}* плану ({plan}).",
        "shipped.company.closed.no_plan": "{subject}: відвантажено на *{won}*; плану не задано.",
        "shipped.company.part.won": "уже відвантажено",
        "shipped.company.part.open": "з виграних і відкритих угод",
        "shipped.company.key.won": "Уже відвантажено",
        "shipped.company.table.won": "Уже відвантажено",
        "shipped.company.table.bullet": "Уже відвантажено {won}, прогноз {mean}",
        "shipped.fan.title": "Відвантаження наростаючим підсумком",
        "shipped.fan.legend.won": "уже відвантажено",
        "shipped.fan.end.won": "відвантажено {value}",
        "shipped.fan.tip.won": "уже відвантажено {value}",
        "shipped.fan.said":
            "Відвантаження наростаючим підсумком, {period}: уже відвантажено, прогноз і темп плану. Ті самі числа — у таблиці нижче.",
        "shipped.fan.table.won": "Уже відвантажено",
        "shipped.period.sentence.plan":
            "Уже відвантажено на *{won}* — {share} плану, бракує {missing}. До кінця {period} очікуємо *{forecast}* (у 8 випадках з 10 — від {low} до {high}); імовірність виконати план {plan} — *{probability}*.",
        "shipped.period.sentence.reached":
            "Уже відвантажено на *{won}* — {share} плану: план {plan} *виконано*. До кінця {period} очікуємо *{forecast}* (у 8 випадках з 10 — від {low} до {high}).",
        "shipped.period.sentence.no_plan":
            "Уже відвантажено на *{won}*. До кінця {period} очікуємо *{forecast}* (у 8 випадках з 10 — від {low} до {high}); плану не задано.",
        "shipped.period.past.plan":
            "На {day} було відвантажено на *{won}* — {share} плану, бракувало {missing}. До кінця {period} очікували *{forecast}* (у 8 випадках з 10 — від {low} до {high}); імовірність виконати план {plan} — *{probability}*.",
        "shipped.period.past.reached":
            "На {day} було відвантажено на *{won}* — {share} плану: план {plan} *виконано*. До кінця {period} очікували *{forecast}* (у 8 випадках з 10 — від {low} до {high}).",
        "shipped.period.past.no_plan":
            "На {day} було відвантажено на *{won}*. До кінця {period} очікували *{forecast}* (у 8 випадках з 10 — від {low} до {high}); плану не було.",
        "shipped.period.closed.plan": "Відвантажено на *{won}* — *{share}* плану ({plan}).",
        "shipped.period.closed.no_plan": "Відвантажено на *{won}*; плану не було.",
        "margin.company.closed.plan": "{subject}: зароблено *{won}* — *{share}* плану ({plan}).",
        "margin.company.closed.no_plan": "{subject}: зароблено *{won}*; плану не задано.",
        "margin.company.part.won": "уже зароблено",
        "margin.company.part.open": "з угод у роботі",
        "margin.company.key.won": "Уже зароблено",
        "margin.company.table.won": "Уже зароблено",
        "margin.company.table.bullet": "Уже зароблено {won}, прогноз {mean}",
        "margin.fan.title": "Маржа наростаючим підсумком",
        "margin.fan.legend.won": "уже зароблено",
        "margin.fan.end.won": "зароблено {value}",
        "margin.fan.tip.won": "уже зароблено {value}",
        "margin.fan.said":
            "Маржа наростаючим підсумком, {period}: уже зароблено, прогноз і темп плану. Ті самі числа — у таблиці нижче.",
        "margin.fan.table.won": "Уже зароблено",
        "margin.period.sentence.plan":
            "Уже зароблено *{won}* — {share} плану, бракує {missing}. До кінця {period} очікуємо *{forecast}* (у 8 випадках з 10 — від {low} до {high}); імовірність виконати план {plan} — *{probability}*.",
        "margin.period.sentence.reached":
            "Уже зароблено *{won}* — {share} плану: план {plan} *виконано*. До кінця {period} очікуємо *{forecast}* (у 8 випадках з 10 — від {low} до {high}).",
        "margin.period.sentence.no_plan":
            "Уже зароблено *{won}*. До кінця {period} очікуємо *{forecast}* (у 8 випадках з 10 — від {low} до {high}); плану не задано.",
        "margin.period.past.plan":
            "На {day} було зароблено *{won}* — {share} плану, бракувало {missing}. До кінця {period} очікували *{forecast}* (у 8 випадках з 10 — від {low} до {high}); імовірність виконати план {plan} — *{probability}*.",
        "margin.period.past.reached":
            "На {day} було зароблено *{won}* — {share} плану: план {plan} *виконано*. До кінця {period} очікували *{forecast}* (у 8 випадках з 10 — від {low} до {high}).",
        "margin.period.past.no_plan":
            "На {day} було зароблено *{won}*. До кінця {period} очікували *{forecast}* (у 8 випадках з 10 — від {low} до {high}); плану не було.",
        "margin.period.closed.plan": "Зароблено *{won}* — *{share}* плану ({plan}).",
        "margin.period.closed.no_plan": "Зароблено *{won}*; плану не було.",
        "paid.estimate.sentence":
            "{subject}оплати {period}: за шаблоном — {template}, за статистикою — {statistical}, за моделлю — *{model}*.",
        "paid.estimate.sentence.no_template":
            "{subject}оплати {period}: за статистикою — {statistical}, за моделлю — *{model}*; про етапи без імовірності шаблон нічого не каже.",
        "paid.estimate.sentence.over": "{subject}оплати {period} — *{model}*.",
        "paid.estimate.sentence.over.late":
            "{subject}оплати {period} — *{model}*. Шаблон тримає тут ще {late}: те, що мало надійти в цьому періоді, а досі не надійшло.",
        "paid.estimate.sentence.chance":
            "Найбільша розбіжність — етап [«{stage}»](href), {gap}: з того, що має там надійти, за шаблоном колись виграють {template}, а до кінця періоду за моделлю сплатять {model}.",
        "paid.estimate.sentence.dates":
            "Найбільша розбіжність — етап [«{stage}»](href), {gap}: за моделлю сплатять {amount} за угодами, яких шаблон на цей період не рахує.",
        "paid.estimate.sums": "За весь період; ліва частина — уже оплачено",
        "paid.estimate.won": "Уже оплачено",
        "paid.estimate.note":
            "Шаблон бере угоди, чия очікувана дата закриття разом зі звичайним часом після виграшу припадає на період. Імовірність: ті самі угоди приносять більше чи менше, ніж каже шаблон. Дати: угоди, яких шаблон на період не рахує, теж щось приносять.",
        "paid.planfact.sentence.plan": "{subject}план оплат {plan}, прогноз {period} — *{forecast}* ({share}).",
        "paid.planfact.sentence.over.plan": "{subject}план оплат {plan}, факт {period} — *{forecast}* ({share}).",
        "paid.planfact.sentence.over.no_plan": "{subject}оплачено {period} — *{forecast}*; плану оплат не було.",
        "paid.planfact.sentence.no_plan": "{subject}прогноз оплат {period} — *{forecast}*; плану оплат не задано.",
        "paid.planfact.note":
            "Очікування, план і факт підсумку — за оплатами; етапи, конверсії й тривоги — про угоди до виграшу, як і на кожній базі. Те, що надійде за період, приносять і виграші інших днів, тож такий план не перераховано назад на етапи й висновку щодо нього немає: дивіться план-факт за виграшами. За еталону — що додав би за оплатами за період цей етап за еталоном від сьогодні.",
        "shipped.estimate.sentence":
            "{subject}відвантаження {period}: за шаблоном — {template}, за статистикою — {statistical}, за моделлю — *{model}*.",
        "shipped.estimate.sentence.no_template":
            "{subject}відвантаження {period}: за статистикою — {statistical}, за моделлю — *{model}*; про етапи без імовірності шаблон нічого не каже.",
        "shipped.estimate.sentence.over": "{subject}відвантаження {period} — *{model}*.",
        "shipped.estimate.sentence.over.late":
            "{subject}відвантаження {period} — *{model}*. Шаблон тримає тут ще {late}: те, що мало надійти в цьому періоді, а досі не надійшло.",
        "shipped.estimate.sentence.chance":
            "Найбільша розбіжність — етап [«{stage}»](href), {gap}: з того, що має там надійти, за шаблоном колись виграють {template}, а до кінця періоду за моделлю відвантажать {model}.",
        "shipped.estimate.sentence.dates":
            "Найбільша розбіжність — етап [«{stage}»](href), {gap}: за моделлю відвантажать {amount} за угодами, яких шаблон на цей період не рахує.",
        "shipped.estimate.sums": "За весь період; ліва частина — уже відвантажено",
        "shipped.estimate.won": "Уже відвантажено",
        "shipped.estimate.note":
            "Шаблон бере угоди, чия очікувана дата закриття разом зі звичайним часом після виграшу припадає на період. Імовірність: ті самі угоди приносять більше чи менше, ніж каже шаблон. Дати: угоди, яких шаблон на період не рахує, теж щось приносять.",
        "shipped.planfact.sentence.plan":
            "{subject}план відвантажень {plan}, прогноз {period} — *{forecast}* ({share}).",
        "shipped.planfact.sentence.over.plan":
            "{subject}план відвантажень {plan}, факт {period} — *{forecast}* ({share}).",
        "shipped.planfact.sentence.over.no_plan":
            "{subject}відвантажено {period} — *{forecast}*; плану відвантажень не було.",
        "shipped.planfact.sentence.no_plan":
            "{subject}прогноз відвантажень {period} — *{forecast}*; плану відвантажень не задано.",
        "shipped.planfact.note":
            "Очікування, план і факт підсумку — за відвантаженнями; етапи, конверсії й тривоги — про угоди до виграшу, як і на кожній базі. Те, що надійде за період, приносять і виграші інших днів, тож такий план не перераховано назад на етапи й висновку щодо нього немає: дивіться план-факт за виграшами. За еталону — що додав би за відвантаженнями за період цей етап за еталоном від сьогодні.",
        "margin.estimate.sentence":
            "{subject}маржа {period}: за шаблоном — {template}, за статистикою — {statistical}, за моделлю — *{model}*.",
        "margin.estimate.sentence.no_template":
            "{subject}маржа {period}: за статистикою — {statistical}, за моделлю — *{model}*; про етапи без імовірності шаблон нічого не каже.",
        "margin.estimate.sentence.over": "{subject}маржа {period} — *{model}*.",
        "margin.estimate.sentence.over.late":
            "{subject}маржа {period} — *{model}*. Шаблон тримає тут ще {late}: те, що мало надійти в цьому періоді, а досі не надійшло.",
        "margin.estimate.sums": "За весь період; ліва частина — уже зароблено",
        "margin.estimate.won": "Уже зароблено",
        "margin.planfact.sentence.plan": "{subject}план маржі {plan}, прогноз {period} — *{forecast}* ({share}).",
        "margin.planfact.sentence.over.plan": "{subject}план маржі {plan}, факт {period} — *{forecast}* ({share}).",
        "margin.planfact.sentence.over.no_plan": "{subject}зароблено {period} — *{forecast}*; плану маржі не було.",
        "margin.planfact.sentence.no_plan": "{subject}прогноз маржі {period} — *{forecast}*; плану маржі не задано.",
        "basis.switch": "База обліку",
        "basis.note.paid":
            "Половина оплат надходить за {days|# день|# дні|# днів|# дня} після виграшу; {share} виграного не сплачують ніколи.",
        "basis.note.shipped":
            "Половину відвантажують за {days|# день|# дні|# днів|# дня} після виграшу; {share} виграного не відвантажують ніколи.",
        "basis.parts.scheduled": "Обіцяно на дату",
        "basis.parts.unscheduled": "Виграно, дати не обіцяно",
        "basis.parts.open": "Угоди в роботі",
        "basis.parts.new": "Майбутні угоди",
        "basis.parts.back": "Повернення",
        "basis.parts.correction": "Поправка за минулими періодами",
        "cli.basis.nothing.paid": "оплат не записано: імпортуйте payments.csv.",
        "cli.basis.nothing.shipped": "відвантажень не записано: імпортуйте payments.csv з рядками виду shipped.",
        "cli.basis.nothing.margin":
            "собівартості не записано: імпортуйте її з deals.csv, deal_lines.csv або products.csv.",
        "cli.if.basis": "--if — про угоди до виграшу. Приберіть --basis {basis} або --if.",
        "cli.basis.not_here":
            "--basis {basis}: цей звіт — про угоди до виграшу. На цій базі запитуйте forecast, backtest або report period, estimate чи planfact.",
        "cli.basis.by_deal":
            "--by deal: угоди простежуємо до виграшу. Приберіть --basis або пишіть department, employee, product чи pipeline.",
    ]
}
