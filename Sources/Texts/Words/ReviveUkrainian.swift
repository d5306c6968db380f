extension Ukrainian {
    static let revive: KeyValuePairs<String, String> = [
        "page.report.revive": "Оживити продажі",
        "revive.sentence.fall":
            "{subject}продажі за {to} — {is}, на *{share}* менше, ніж за {from} ({was}).",
        "revive.sentence.rise":
            "{subject}продажі за {to} — {is}, на *{share}* більше, ніж за {from} ({was}).",
        "revive.first": "перші {days|# день|# дні|# днів|# дня} {period}",
        "revive.sentence.same": "{subject}продажі за {to} — {is}, за {from} — {was}.",
        "revive.sentence.cause": "«{cause}» {money}",
        "revive.sentence.sure": "Найбільше важать: {causes}.",
        "revive.sentence.maybe": "Найбільше важать: {causes}; така зміна може бути й випадковою.",
        "revive.sentence.back":
            "За {days|# день|# дні|# днів|# дня} може дати близько *{money}* те, за що варто взятися: {parts}.",
        "revive.part.sleeping":
            "{all|# клієнт, що давно не купував|# клієнти, що давно не купували|# клієнтів, що давно не купували|# клієнта, що давно не купували}",
        "revive.part.lost": "{all|# програна угода|# програні угоди|# програних угод|# програної угоди}",
        "revive.part.stuck": "{all|# застрягла угода|# застряглі угоди|# застряглих угод|# застряглої угоди}",
        "revive.compared":
            "Період ще триває: порівняно перші {days|# день|# дні|# днів|# дня} обох",
        "revive.year": "Проти того самого періоду рік тому",
        "revive.title": "З чого складається зміна",
        "revive.said": "Зміна продажів між двома періодами за причинами. Ті самі числа — у таблиці поруч.",
        "revive.cause": "Причина",
        "revive.money": "Гроші",
        "revive.range": "Діапазон 80 %",
        "revive.from_to": "від {low} до {high}",
        "revive.note":
            "Причини в сумі дають зміну до копійки. Діапазон — наскільки таке число коливається випадково: коли в ньому є нуль, причини може й не бути.",
        "revive.cause.inflow": "Приплив",
        "revive.cause.conversion": "Конверсія",
        "revive.cause.size": "Розмір угод",
        "revive.cause.duration": "Тривалість",
        "revive.cause.mix": "Склад",
        "revive.cause.rate": "Курс валют",
        "revive.means.inflow": "скільки угод почато",
        "revive.means.conversion": "яку частку завершених виграно",
        "revive.means.size": "скільки приносить виграна угода",
        "revive.means.duration": "скільки угод завершено на кожну почату",
        "revive.means.mix": "яких продуктів і воронок стало більше",
        "revive.means.rate": "скільки в основній валюті дала та сама сума",
        "revive.kind.sleeping": "Клієнти, що давно не купували",
        "revive.kind.lost": "Програні угоди, до яких варто повернутися",
        "revive.kind.stuck": "Застряглі угоди",
        "revive.why.sleeping":
            "Мовчать удвічі довше, ніж зазвичай між покупками, і довше, ніж будь-коли; угод у роботі немає. Імовірність — скільки таких клієнтів у минулому купило за 90 днів.",
        "revive.why.lost":
            "Програно за останній рік, клієнт відтоді не купував. Імовірність — на скільки повернення її збільшує: частка виграних за 90 днів серед угод, до яких поверталися, мінус те, що клієнт купив би й сам (під нею).",
        "revive.why.stuck":
            "Стоять на етапі довше, ніж дев’ять із десяти виграних. Імовірність виграти цього кварталу — за моделлю.",
        "revive.sum": "{all|# запис|# записи|# записів|# запису}, очікуємо {money}",
        "revive.deal": "Угода або клієнт",
        "revive.owner": "Менеджер",
        "revive.days": "Днів",
        "revive.usual": "Зазвичай",
        "revive.whisker": "куди може відхилити випадковість, у 8 випадках з 10",
        "revive.anyway": "і так — {chance}",
        "revive.chance": "Імовірність",
        "revive.expected": "Очікуємо",
    ]
}
