extension Ukrainian {
    static let funnel: KeyValuePairs<String, String> = [
        "funnel.sentence":
            "{subject}потенційні продажі {period} — *{potential}* ({deals|# угода|# угоди|# угод|# угоди}), очікуємо з них *{expected}*. Усього в роботі — {all} ({open|# угода|# угоди|# угод|# угоди}).",
        "funnel.sentence.problem":
            "На етапі [«{stage}»](href) застрягло {amount}: {deals|# угода стоїть|# угоди стоять|# угод стоять|# угоди стоять} там довше, ніж дев’ять із десяти виграних.",
        "funnel.sentence.no_problem": "Жоден етап не застряг.",
        "funnel.tip.deals": "{deals|# угода|# угоди|# угод|# угоди}",
        "funnel.title": "Гроші на кожному етапі",
        "funnel.said": "Сума угод у роботі на кожному етапі. Ті самі числа — у таблиці нижче.",
        "funnel.fresh": "стоїть не довше, ніж зазвичай",
        "funnel.late": "стоїть довше, ніж дев’ять із десяти виграних",
        "funnel.due_deals": "Угоди, очікувані в періоді",
        "funnel.open": "У роботі",
        "funnel.in_period": "Можна виграти за період",
        "funnel.expected": "Очікуємо",
        "funnel.expected_all": "Очікуємо з усіх",
        "funnel.card.due": "За період, угод",
        "funnel.card.late": "Задовго, угод",
        "funnel.days": "Днів на етапі",
        "funnel.now": "Тепер",
        "funnel.usual": "Зазвичай",
        "funnel.limit": "Межа",
        "funnel.too_long": "Стоять задовго",
        "funnel.rule":
            "Можна виграти за період: очікувана дата припадає на нього або модель дає щонайменше {chance}. Задовго: понад межу, тобто довше, ніж стояли дев’ять із десяти виграних. Етап позначено, коли задовго стоїть понад {share} його суми, щонайменше {deals|# угода|# угоди|# угод|# угоди}.",
        "funnel.dead.title": "Мертві угоди: закрити або повернути в роботу",
        "funnel.dead.why":
            "{deals|# угода стоїть|# угоди стоять|# угод стоять|# угоди стоять} на етапі довше, ніж будь-яка, яку тут зрештою виграли: {amount}. Прогноз від цього майже не залежить, але доки {deals|її|їх|їх|їх} не закрито, воронка здається більшою.",
        "funnel.deals.title": "Угоди, що стоять задовго",
        "funnel.deals.shown": "{shown} з {all}, найбільші суми спершу",
        "funnel.deals.deal": "Угода",
        "funnel.deals.owner": "Менеджер",
        "funnel.deals.days": "Днів на етапі",
        "funnel.deals.close": "Очікується",
        "funnel.deals.chance": "Імовірність у періоді",
    ]
}
