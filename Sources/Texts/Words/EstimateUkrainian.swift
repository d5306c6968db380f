extension Ukrainian {
    static let estimate: KeyValuePairs<String, String> = [
        "estimate.sentence":
            "{subject}дохід {period}: за шаблоном — {template}, за статистикою — {statistical}, за моделлю — *{model}*.",
        "estimate.sentence.over": "{subject}продажі {period} — *{model}*.",
        "estimate.sentence.over.late":
            "{subject}продажі {period} — *{model}*. Шаблон тримає тут ще {late}: угоди, що мали закритися в цьому періоді, а й досі в роботі.",
        "estimate.sentence.no_template":
            "{subject}дохід {period}: за статистикою — {statistical}, за моделлю — *{model}*; про етапи без імовірності шаблон нічого не каже.",
        "estimate.sentence.chance":
            "Найбільша розбіжність — етап [«{stage}»](href), {gap}: з того, що має там закритися, за шаблоном колись виграють {template}, а до кінця періоду за моделлю — {model}.",
        "estimate.sentence.dates":
            "Найбільша розбіжність — етап [«{stage}»](href), {gap}: модель очікує {amount} з угод, яких шаблон на цей період не рахує.",
        "estimate.sums": "За весь період; ліва частина — уже продано",
        "estimate.sums.accuracy": "точність {accuracy}",
        "estimate.title": "Скільки очікуємо з кожного етапу",
        "estimate.said": "Три оцінки для кожного етапу. Ті самі числа — у таблиці нижче.",
        "estimate.new": "З майбутніх угод",
        "estimate.from_won": "З уже виграних угод",
        "estimate.won": "Уже продано",
        "estimate.probability": "Шаблон",
        "estimate.due": "Очікується в періоді",
        "estimate.gap": "Модель − шаблон",
        "estimate.why_title": "З чого складається розбіжність",
        "estimate.why": "імовірність {chance}, дати {dates}",
        "estimate.accuracy":
            "Точність за {periods|# минулий період|# минулі періоди|# минулих періодів|# минулого періоду} від такої самої їх частини",
        "estimate.measuring":
            "Точність трьох методів саме вимірюється на минулих періодах і невдовзі буде тут.",
        "estimate.note":
            "Імовірність: ті самі угоди виграють частіше чи рідше, ніж каже шаблон. Дати: угоди, яких шаблон на період не рахує, теж виграють.",
        "estimate.headline": "Основна оцінка компанії: {method}.",
    ]
}
