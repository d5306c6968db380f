import SalesDomain

/// Something that was asked of somebody in the made-up company.
struct GivenInTheDemo {
    enum About {
        case sales
        /// By its place in the sales pipeline.
        case stage(Int)
        /// The largest one that was open then.
        case largestDeal
    }

    struct End {
        let kind: CorrectiveAction.End.Kind
        let daysAgo: Int
        let note: String
    }

    let who: String
    let by: Role
    let about: About
    let origin: CorrectiveAction.Origin
    let what: String
    let daysAgo: Int
    /// To do it in.
    let days: Int
    /// Whole units of the base currency.
    let expected: Int64?
    var end: End?

    static let all = [
        GivenInTheDemo(
            who: "s01", by: .head, about: .stage(2), origin: .deviation,
            what: "Провести три спільні презентації з керівником і розібрати, на чому клієнти відмовляються",
            daysAgo: 110, days: 28, expected: 250_000,
            end: End(kind: .done, daysAgo: 84, note: "Провели чотири, сценарій переписано")),
        GivenInTheDemo(
            who: "s02", by: .head, about: .sales, origin: .alert,
            what: "Щодня починати з десяти вихідних дзвінків за списком тих, хто давно не купував",
            daysAgo: 75, days: 30, expected: 120_000,
            end: End(kind: .done, daysAgo: 46, note: "Список пройдено двічі")),
        GivenInTheDemo(
            who: "s11", by: .director, about: .stage(1), origin: .deviation,
            what: "Питати про бюджет і строки в першій розмові, за новою пам’яткою", daysAgo: 68, days: 21,
            expected: 90_000, end: End(kind: .done, daysAgo: 49, note: "Пам’ятка в роботі")),
        GivenInTheDemo(
            who: "s09", by: .head, about: .stage(3), origin: .deviation,
            what: "Телефонувати через день після кожної пропозиції", daysAgo: 40, days: 14, expected: 60_000,
            end: End(kind: .dropped, daysAgo: 33, note: "Відставання виявилося випадковим")),
        GivenInTheDemo(
            who: "s01", by: .head, about: .stage(2), origin: .deviation,
            what: "Показувати на презентації розрахунок окупності для цього клієнта", daysAgo: 24, days: 30,
            expected: 180_000),
        GivenInTheDemo(
            who: "s03", by: .head, about: .largestDeal, origin: .deal,
            what: "Погодити умови оплати з юристами клієнта", daysAgo: 19, days: 13, expected: nil),
        GivenInTheDemo(
            who: "s01", by: .head, about: .largestDeal, origin: .deal,
            what: "Запросити на зустріч технічного директора клієнта",
            daysAgo: 9, days: 9, expected: nil),
        GivenInTheDemo(
            who: "s16", by: .director, about: .sales, origin: .none,
            what: "Повернутися до п’яти клієнтів, що програні через бюджет", daysAgo: 16, days: 25, expected: 70_000),
    ]
}
