extension Ukrainian {
    static let planfact: KeyValuePairs<String, String> = [
        "planfact.sentence.plan": "{subject}план {plan}, прогноз {period} — *{forecast}* ({share}).",
        "planfact.sentence.over.plan": "{subject}план {plan}, факт {period} — *{forecast}* ({share}).",
        "planfact.sentence.over.no_plan": "{subject}факт {period} — *{forecast}*; плану не було.",
        "planfact.sentence.no_plan": "{subject}прогноз {period} — *{forecast}*; плану не задано.",
        "planfact.sentence.stage":
            "Етап [«{stage}»](href) успішно завершують *{conversion}* угод замість {reference} за еталоном (від {since}: {counts}; навряд чи випадковість: упевненість {confidence}). Відтоді це коштувало близько *{missed}*; за еталонної конверсії до кінця періоду ще встигне надійти {money}.",
        "planfact.sentence.stage.late":
            "Етап [«{stage}»](href) успішно завершують *{conversion}* угод замість {reference} за еталоном (від {since}: {counts}; навряд чи випадковість: упевненість {confidence}). Відтоді це коштувало близько *{missed}*; до кінця періоду ще встигне надійти лише {money}.",
        "planfact.sentence.stage.over":
            "Етап [«{stage}»](href) успішно завершують *{conversion}* угод замість {reference} за еталоном (від {since}: {counts}; навряд чи випадковість: упевненість {confidence}). Відтоді це коштувало близько *{missed}*.",
        "planfact.sentence.person":
            "Етап [«{stage}»](href), {who}: успішно завершують *{conversion}* угод замість {reference} за еталоном (від {since}: {counts}; навряд чи випадковість: упевненість {confidence}). Відтоді це коштувало близько *{missed}*; за еталонної конверсії до кінця періоду ще встигне надійти {money}.",
        "planfact.sentence.person.late":
            "Етап [«{stage}»](href), {who}: успішно завершують *{conversion}* угод замість {reference} за еталоном (від {since}: {counts}; навряд чи випадковість: упевненість {confidence}). Відтоді це коштувало близько *{missed}*; до кінця періоду ще встигне надійти лише {money}.",
        "planfact.sentence.person.over":
            "Етап [«{stage}»](href), {who}: успішно завершують *{conversion}* угод замість {reference} за еталоном (від {since}: {counts}; навряд чи випадковість: упевненість {confidence}). Відтоді це коштувало близько *{missed}*.",
        "planfact.sentence.no_signal":
            "Конверсія жодного етапу не відхиляється від еталону більше, ніж пояснює випадковість.",
        "planfact.sentence.no_signal.own":
            "Порівняно лише з власним минулим роком: від нього конверсія жодного етапу не відхиляється більше, ніж пояснює випадковість.",
        "planfact.sentence.potential":
            "За еталонних конверсій за весь період можливо {potential} (у 8 випадках з 10 — від {low} до {high}).",
        "planfact.sentence.over.potential":
            "За еталонних конверсій за період було можливо {potential} (у 8 випадках з 10 — від {low} до {high}).",
        "planfact.sentence.verdict.low":
            "За еталонних конверсій за весь період можливо {potential} (у 8 випадках з 10 — від {low} до {high}): *план занижено на {gap}*.",
        "planfact.sentence.over.low":
            "За еталонних конверсій за період було можливо {potential} (у 8 випадках з 10 — від {low} до {high}): *план було занижено на {gap}*.",
        "planfact.sentence.over.right":
            "За еталонних конверсій за період було можливо {potential} (у 8 випадках з 10 — від {low} до {high}); план був у цих межах.",
        "planfact.sentence.over.high":
            "За еталонних конверсій за період було можливо {potential} (у 8 випадках з 10 — від {low} до {high}): *план було завищено на {gap}*.",
        "planfact.sentence.verdict.right":
            "За еталонних конверсій за весь період можливо {potential} (у 8 випадках з 10 — від {low} до {high}); план у цих межах.",
        "planfact.sentence.verdict.high":
            "За еталонних конверсій за весь період можливо {potential} (у 8 випадках з 10 — від {low} до {high}): *план завищено на {gap}*.",
        "planfact.sentence.beyond": "Прогноз уже вищий: угод тепер більше, ніж звичайно.",
        "planfact.sentence.small":
            "Замало угод ({deals|# угода|# угоди|# угод|# угоди}), щоб судити про етапи чи план.",
        "planfact.whose.missed": "недоотримано {missed}",
        "planfact.reference": "Еталонна лійка: {scope}, {days}, {deals|# угода|# угоди|# угод|# угоди}",
        "planfact.reference.own": "За власним еталоном: {scope}, {days}, {deals|# угода|# угоди|# угод|# угоди}",
        "planfact.references": "Еталон",
        "planfact.reference.trailing": "Рік до періоду",
        "planfact.reference.best": "Найкраща чверть менеджерів",
        "planfact.title": "Скільки зі 100 угод доходить до етапу",
        "planfact.said":
            "Скільки зі ста розпочатих угод доходить до кожного етапу тепер і за еталоном. Числа — у таблиці нижче.",
        "planfact.no_picture": "Замало угод залишило свої етапи: еталону ще немає.",
        "planfact.picture.reference": "еталон {value}",
        "planfact.legend.now": "тепер, у 8 випадках з 10",
        "planfact.legend.reference": "еталон",
        "planfact.legend.forecast": "прогноз, у 8 випадках з 10",
        "planfact.legend.potential": "потенціал, у 8 випадках з 10",
        "planfact.alarms": "Інші тривоги",
        "planfact.won": "Виграно",
        "planfact.verdict.title": "Висновок щодо плану",
        "planfact.verdict.low": "План занижено",
        "planfact.verdict.right": "План відповідає можливостям",
        "planfact.verdict.high": "План завищено",
        "planfact.verdict.how":
            "Потенціал — що приніс би весь період за еталонних конверсій: угоди, відкриті на його початок, і звичайний приплив нових. Скільки днів лишилося, на нього не впливає. План відповідає можливостям, коли лежить у діапазоні 80 %: від {low} до {high}.",
        "planfact.verdict.label.forecast": "прогноз {amount}",
        "planfact.verdict.label.plan": "план {amount}",
        "planfact.verdict.label.potential": "потенціал {amount}",
        "planfact.verdict.said": "Прогноз із діапазоном, план і потенціал із діапазоном.",
        "planfact.open": "У роботі",
        "planfact.expected": "Очікуємо в періоді",
        "planfact.template": "Шаблон",
        "planfact.statistical": "Статист.",
        "planfact.model": "Модель",
        "planfact.flow": "Угод приходить на етап",
        "planfact.plan": "План",
        "planfact.fact": "Факт",
        "planfact.forecast": "Прогноз",
        "planfact.deviation": "Відхилення",
        "planfact.card.open": "У роботі, угод",
        "planfact.card.plan": "План, угод",
        "planfact.card.fact": "Дійшло",
        "planfact.card.forecast": "Дійде",
        "planfact.card.conversion": "Конверсія, факт / еталон",
        "planfact.card.won": "Виграно",
        "planfact.card.to_win": "Буде виграно",
        "planfact.cohort": "Конверсія тих, що прийшли за період",
        "planfact.conversion": "Факт / еталон",
        "planfact.range": "Діапазон 80 %",
        "planfact.points": "В.\u{00A0}п.",
        "planfact.of": "{moved} з {entered}",
        "planfact.of.all":
            "{moved|# пройшла|# пройшли|# пройшли|# пройшли}, {lost|# вибула|# вибули|# вибули|# вибули}, {open} ще на етапі",
        "planfact.days": "Днів; сума угоди",
        "planfact.money": "За еталону",
        "planfact.advice.nothing": "порівнювати немає кого",
        "planfact.advice.too_few": "замало даних: тривоги немає",
        "planfact.advice.usual": "у межах випадковості",
        "planfact.advice.look_into": "розібрати останні угоди на цьому етапі, найперше: {who}",
        "planfact.advice.better": "краще за еталон: подивитися, чого варто навчитися",
        "planfact.advice.slow": "угоди стоять тут довше, ніж зазвичай: призначити наступний крок",
        "planfact.advice.too_few_come":
            "доходить менше угод, ніж треба за планом: привести більше з попереднього етапу",
        "planfact.advice.too_few_begin": "починається менше угод, ніж треба за планом: шукати нові",
        "planfact.note":
            "План — план продажів, перерахований назад за еталонною лійкою. Конверсія: ті, що ще на етапі, підуть далі так, як за еталоном. Тривогу оголошено за всіма порівняннями разом: з двадцяти компаній, де все гаразд, її покаже одна. За еталону — прогноз із цим етапом за еталоном від сьогодні мінус прогноз: лише те, що ще встигне закритися, тож під кінець періоду мало. Етап без поради — у межах випадковості.",
        "planfact.pin.title": "Закріпити еталон під назвою",
        "planfact.pin.of": "Чий: {scope}. Інший вибір — угорі.",
        "planfact.pin.name": "Назва",
        "planfact.pin.from": "Від",
        "planfact.pin.to": "До, включно",
        "planfact.pin.best": "лише найкраща чверть менеджерів",
        "planfact.pin.do": "Закріпити",
        "planfact.pin.down": "Зняти «{name}»",
    ]
}
