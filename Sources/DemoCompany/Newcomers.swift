import SalesDomain

/// Firms that were not customers before: every month some write or call for the first time, through a deal of their own.
struct Newcomers {
    /// Of the deals, so many are with somebody new.
    private static let share = 0.025
    /// By the deal's number.
    private let names: [Int: String]

    init(company: DemoCompany) {
        var names = [Int: String]()
        for number in 1...max(1, company.deals) {
            var chance = Chance(seed: company.seed, stream: "newcomer", index: number)
            if chance.happens(Newcomers.share) { names[number] = Newcomers.name(names.count) }
        }
        self.names = names
    }

    func name(ofDeal number: Int) -> String? { names[number] }

    /// Those who came, in the order in which they did, each with whoever took the first call.
    func accounts(of lives: [Life]) -> [Customers.Account] {
        let new = Set(names.values)
        return lives.filter { new.contains($0.account) }.enumerated().map { place, life in
            Customers.Account(
                name: life.account, industry: Newcomers.trades[place % Newcomers.trades.count].industry,
                owner: life.owner, contact: Customers.person(place), appetite: 1)
        }
    }

    /// No two alike: the step is prime to the number of names.
    private static func name(_ place: Int) -> String {
        let number = place * 389 % (firsts.count * trades.count * towns.count)
        let round = place / (firsts.count * trades.count * towns.count)
        let first = firsts[number % firsts.count]
        let trade = trades[number / firsts.count % trades.count].word
        let town = towns[number / (firsts.count * trades.count)]
        return "ТОВ «\(first) \(trade) \(town)»" + (round > 0 ? " \(round + 1)" : "")
    }

    private static let firsts = ["Нова", "Перша", "Добра", "Біла", "Срібна", "Рідна", "Тиха", "Світла"]
    private static let trades: [(word: String, industry: String)] = [
        ("Пекарня", "харчова промисловість"), ("Майстерня", "металообробка"), ("Аптека", "аптеки"),
        ("Крамниця", "роздрібна торгівля"), ("Друкарня", "пакування"), ("Ферма", "сільське господарство"),
        ("Студія", "легка промисловість"), ("Клініка", "медицина"), ("Столярня", "меблі"),
        ("Броварня", "харчова промисловість"),
        ("Кузня", "металообробка"), ("Оселя", "будівництво"),
    ]
    private static let towns = [
        "Луцьк", "Рівне", "Черкаси", "Суми", "Ужгород", "Полтава", "Хмельницький", "Тернопіль", "Чернігів", "Житомир",
        "Кропивницький", "Чернівці",
    ]
}
