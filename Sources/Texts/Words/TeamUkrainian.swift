extension Ukrainian {
    static let team: KeyValuePairs<String, String> = [
        "page.report.team": "Мій відділ",
        "team.page.danger":
            "{subject}план під загрозою у *{off}* з {people|# менеджера|# менеджерів|# менеджерів|# менеджера}.",
        "team.page.safe":
            "{subject}плани всіх {people|# менеджера|# менеджерів|# менеджерів|# менеджера} досяжні.",
        "team.page.over.danger":
            "{subject}план не виконано у *{off}* з {people|# менеджера|# менеджерів|# менеджерів|# менеджера}.",
        "team.page.over.safe":
            "{subject}плани всіх {people|# менеджера|# менеджерів|# менеджерів|# менеджера} виконано.",
        "team.page.no_plans": "{subject}планів на цей період ні для кого не задано.",
        "team.page.loss":
            "Найбільше за решту {period} можна повернути так: менеджер {name}, етап «{stage}» — [*+{amount}*](href).",
        "team.page.calls":
            "{people|# менеджер робить|# менеджери роблять|# менеджерів роблять|# менеджера роблять} активних дзвінків менше за норму.",
        "team.page.who": "Менеджер",
        "team.page.weak": "Слабкий етап",
        "team.page.no_weak": "нема",
        "team.page.rates": "{conversion} замість {reference}",
        "team.page.outbound": "Активні дзвінки",
        "team.page.inbound": "Вхідні",
        "team.page.missed": "{calls|# пропущений|# пропущені|# пропущених|# пропущеного}",
        "team.page.note":
            "▲ імовірність виконати план менша за 10 % або дзвінків менше за чотири п’ятих норми. Слабкий етап — лише той, що відстає від еталону не випадково.",
        "team.page.nobody": "Тут нема кого показати: у відділі ніхто не продає.",
    ]
}
