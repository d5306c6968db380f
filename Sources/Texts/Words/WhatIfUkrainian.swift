extension Ukrainian {
    static let whatIf: KeyValuePairs<String, String> = [
        "what_if.title": "Що, якщо…",
        "what_if.open": "Що, якщо…",
        "what_if.close": "Як є насправді",
        "what_if.share": "Посилання на це припущення",
        "what_if.remove": "Прибрати",
        "what_if.none":
            "Припустіть щось: програну угоду, іншу дату чи суму, етап за еталоном. Сторінка покаже, що зміниться.",
        "what_if.sentence.plan":
            "Тоді прогноз — *{after}* замість {before}, імовірність виконати план — *{then}* замість {now}.",
        "what_if.sentence.no_plan": "Тоді прогноз — *{after}* замість {before}.",
        "what_if.said.lost": "Угоду [{deal}](href) програно.",
        "what_if.said.won": "Угоду [{deal}](href) виграно за цей період.",
        "what_if.said.close": "Очікувану дату закриття угоди [{deal}](href) змінено на {day}.",
        "what_if.said.amount": "Сума угоди [{deal}](href) — {amount}.",
        "what_if.said.reference": "Етап «{stage}» завершують так само часто, як за еталоном.",
        "what_if.standing.counts": "враховано",
        "what_if.standing.closed": "угоду вже закрито",
        "what_if.standing.elsewhere": "не стосується цієї сторінки",
        "what_if.standing.no_reference": "еталону для етапу ще немає",
        "what_if.hidden":
            "{hidden|# припущення стосується|# припущення стосуються|# припущень стосуються|# припущення стосуються} того, що вам не видно; їх не враховано.",
        "what_if.reference":
            "Еталон етапу — угоди за рік до періоду: {scope}. Хто бачить іншу частину компанії, міряє етап нею й дістане інше число.",
        "what_if.dates": "Модель не зважає на очікувану дату закриття: від неї змінюється лише прогноз за шаблоном.",
        "what_if.parts": "Чий прогноз зміниться",
        "what_if.now": "Зараз",
        "what_if.then": "Якщо так",
        "what_if.change": "Зміна",
        "what_if.row.mean": "Прогноз",
        "what_if.row.range": "У 8 випадках з 10",
        "what_if.row.probability": "Імовірність виконати план",
        "what_if.row.bonus": "Очікуваний бонус",
        "what_if.row.template": "За шаблоном",
        "what_if.row.statistical": "За статистикою",
        "what_if.form.lost": "Програти угоду",
        "what_if.form.won": "Виграти угоду",
        "what_if.form.close": "Перенести дату",
        "what_if.form.amount": "Змінити суму",
        "what_if.form.reference": "Етап за еталоном",
        "what_if.deal": "Назва або номер",
        "what_if.wrong.unknown": "Такої угоди тут немає: введіть її назву або номер, як на сторінці угод.",
        "what_if.wrong.several": "Так називаються кілька угод: введіть номер — {numbers}.",
        "what_if.wrong.value": "Цього не вдалося прочитати: потрібна дата або сума, наприклад 50 000.",
        "what_if.wrong.contrary.lost":
            "Угоду «{deal}» вже припущено програною: вона не може бути і програною, і виграною. Спершу приберіть те припущення або",
        "what_if.wrong.contrary.won":
            "Угоду «{deal}» вже припущено виграною: вона не може бути і програною, і виграною. Спершу приберіть те припущення або",
        "what_if.turn.lost": "припустіть натомість, що її програно",
        "what_if.turn.won": "припустіть натомість, що її виграно",
        "problem.contrary":
            "Угоду не можна припустити і програною, і виграною: {first} і {second}. Лишіть одне з двох.",
        "cli.if.contrary":
            "--if: угода не може бути і програною, і виграною: {first} і {second}. Лишіть одне з двох.",
        "what_if.of.deal": "Угода",
        "what_if.of.stage": "Етап",
        "what_if.day": "Дата",
        "what_if.amount": "Сума у валюті угоди",
        "what_if.suppose": "Припустити",
        "what_if.foot":
            "Ніщо не зберігається: припущення є лише в адресі сторінки. Хто відкриє посилання, побачить тільки свою частину.",
        "what_if.figure": "Показник",
    ]
}
