import SalesDomain

/// Three hundred firms that do not exist, each with somebody to call.
struct Customers {
    struct Account {
        let name: String
        let industry: String
        let owner: String
        let contact: String
        /// How often it buys, against others.
        let appetite: Double
    }

    let accounts: [Account]
    private let placesOf: [String: [Int]]

    init(staff: Staff, seed: UInt64) {
        var chance = Chance(seed: seed, stream: "customers")
        let owners = staff.sellers.filter { $0.left == nil }.map(\.id)
        accounts = (0..<300).map { place in
            let trade = Customers.trades[place % Customers.trades.count]
            let root = Customers.roots[place / Customers.trades.count]
            let form = chance.happens(0.8) ? "ТОВ" : "ПП"
            return Account(
                name: "\(form) «\(root) \(trade.word)»", industry: trade.industry, owner: owners[place % owners.count],
                contact: "\(chance.pick(Customers.firstNames)) \(chance.pick(Customers.surnames))",
                appetite: chance.spread(median: 1, sigma: 0.9))
        }
        placesOf = Dictionary(grouping: accounts.indices, by: { [accounts] in accounts[$0].owner })
    }

    /// Mostly the seller's own account, sometimes anybody's.
    func account(for seller: String, chance: inout Chance) -> Account {
        let own = placesOf[seller] ?? []
        let places = own.isEmpty || chance.happens(0.15) ? Array(accounts.indices) : own
        return accounts[places[chance.place(by: places.map { accounts[$0].appetite })]]
    }

    /// - Parameter newcomers: those who came later.
    func sheets(with newcomers: [Account]) -> [Sheet] {
        let accounts = self.accounts + newcomers
        var list = Sheet("accounts.csv", "account", "industry", "country", "owner_id", "phone")
        var people = Sheet("contacts.csv", "contact_id", "account", "name", "email", "phone", "position")
        for (place, account) in accounts.enumerated() {
            list.add(account.name, account.industry, "UA", account.owner, Customers.phone(place))
            people.add(
                Customers.contactID(place), account.name, account.contact,
                Latin.address(of: account.contact, at: "customer\(place + 1).example"), Customers.phone(1000 + place),
                Customers.positions[place % Customers.positions.count])
        }
        return [list, people]
    }

    /// Somebody to call.
    static func person(_ place: Int) -> String {
        firstNames[place % firstNames.count] + " " + surnames[place * 7 % surnames.count]
    }

    private static func contactID(_ place: Int) -> String { "c\(1000 + place)" }

    /// Area code 00 is nobody's.
    private static func phone(_ place: Int) -> String { "+38000\(1_000_000 + place * 37)" }

    private static let positions = ["директор", "керівник закупівель", "головний бухгалтер", "системний адміністратор"]
    private static let trades: [(word: String, industry: String)] = [
        ("Агро", "сільське господарство"), ("Буд", "будівництво"), ("Логістик", "перевезення"),
        ("Маркет", "роздрібна торгівля"), ("Метал", "металообробка"), ("Фарм", "аптеки"), ("Енерго", "енергетика"),
        ("Текстиль", "легка промисловість"), ("Меблі", "меблі"), ("Пак", "пакування"), ("Мед", "медицина"),
        ("Хліб", "харчова промисловість"),
    ]
    private static let roots = [
        "Лелека", "Барвінок", "Смерека", "Зоряниця", "Світанок", "Джерело", "Вітряк", "Мальва", "Ожина", "Явір",
        "Перевесло", "Криниця", "Обереги", "Полин", "Терен", "Веселка", "Роса", "Журавлик", "Любисток", "Каштан",
        "Плай", "Сонях", "Верховина", "Чумацький шлях", "Млин",
    ]
    private static let firstNames = [
        "Олена", "Микола", "Тетяна", "Володимир", "Світлана", "Юрій", "Галина", "Петро", "Лариса", "Степан", "Надія",
        "Арсен", "Христина", "Лук’ян", "Марина", "Данило",
    ]
    private static let surnames = [
        "Гайдук", "Ткач", "Швець", "Кушнір", "Скляр", "Лозовик", "Чорній", "Дорош", "Вдовиченко", "Сірко",
        "Харчук", "Приходько", "Романюк", "Козак", "Стельмах", "Кобзар", "Ярема", "Бондаренко", "Сич", "Яценко",
    ]
}
