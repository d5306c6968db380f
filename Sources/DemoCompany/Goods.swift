import Foundation

/// What the company sells, and how its sellers title their deals.
struct Goods {
    let name: String
    let price: Int
    let cost: Int
    /// How often it is asked for.
    let share: Double
    let titles: [String]

    static let all: [Goods] = [
        Goods(
            name: "Сервери", price: 240_000, cost: 178_000, share: 0.10,
            titles: ["Сервери для складу", "Сервер для бухгалтерії", "Заміна серверів", "Резервний сервер"]),
        Goods(
            name: "Робочі станції", price: 96_000, cost: 74_000, share: 0.14,
            titles: ["Комп’ютери для нового офісу", "Оновлення робочих місць", "Ноутбуки для торгових представників"]),
        Goods(
            name: "Мережеве обладнання", price: 78_000, cost: 52_000, share: 0.12,
            titles: ["Мережа для складу", "Бездротова мережа в офісі", "Підключення філії", "Заміна комутаторів"]),
        Goods(
            name: "Відеоспостереження", price: 64_000, cost: 41_000, share: 0.12,
            titles: ["Відеонагляд для магазину", "Камери на виробництво", "Відеонагляд на паркінг"]),
        Goods(
            name: "Ліцензії", price: 52_000, cost: 39_000, share: 0.16,
            titles: ["Ліцензії на {рік} рік", "Поновлення ліцензій", "Ліцензії для філії", "Антивірус на {рік} рік"]),
        Goods(
            name: "Телефонія", price: 38_000, cost: 19_000, share: 0.10,
            titles: ["Телефонія для відділу продажів", "Багатоканальний номер", "Переїзд телефонії"]),
        Goods(
            name: "Впровадження", price: 160_000, cost: 96_000, share: 0.08,
            titles: ["Впровадження обліку", "Складський облік", "Електронний документообіг", "Перенесення даних"]),
        Goods(
            name: "Супровід", price: 45_000, cost: 24_000, share: 0.10,
            titles: ["Супровід на {рік} рік", "Річне обслуговування", "Підтримка користувачів"]),
        Goods(
            name: "Хмарне сховище", price: 33_000, cost: 20_000, share: 0.08,
            titles: ["Хмарне сховище для архіву", "Резервні копії в хмарі", "Розширення сховища"]),
    ]

    static var sheet: Sheet {
        var sheet = Sheet("products.csv", "product", "price", "currency", "cost")
        for goods in all { sheet.add(goods.name, "\(goods.price).00", "UAH", "\(goods.cost).00") }
        return sheet
    }

    /// In autumn a licence is sold for the year to come.
    func title(in year: Int, month: Int, chance: inout Chance) -> String {
        chance.pick(titles).replacingOccurrences(of: "{рік}", with: String(month > 8 ? year + 1 : year))
    }
}
