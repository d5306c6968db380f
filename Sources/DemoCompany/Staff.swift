import SalesDomain

/// Who works here and worked here. Everyone and every address is made up.
struct Staff {
    struct Person {
        let id: String
        let name: String
        let role: Role
        let department: String
        /// Nil: longer than the records go back.
        var from: Day?
        /// The last day here; nil: still.
        var left: Day?
        var earlier: Earlier?

        func works(on day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (left.map { day <= $0 } ?? true) }

        func department(on day: Day) -> String {
            if let earlier, day < earlier.until { return earlier.department }
            return department
        }
    }

    /// A department before the present one, until (not including) a day.
    struct Earlier {
        let department: String
        let until: Day
    }

    static let corporate = "Корпоративні продажі"
    static let regional = "Регіональні продажі"
    static let west = "Захід"
    static let south = "Південь"
    static let keyAccounts = "Постійні клієнти"
    static let departments: [(name: String, parent: String)] = [
        (corporate, ""), (regional, ""), (west, regional), (south, regional), (keyAccounts, ""),
    ]

    let people: [Person]
    let sellers: [Person]
    /// Not included.
    let lastDay: Day

    init(until: Day) {
        lastDay = until
        var sellers = Staff.names.enumerated().map { place, entry in
            Person(id: Staff.sellerID(place), name: entry.name, role: .seller, department: entry.department)
        }
        // Two left and two came instead; one changed departments.
        sellers[3].left = until + -420
        sellers[4].from = until + -440
        sellers[20].left = until + -160
        sellers[21].from = until + -185
        sellers[9].earlier = Earlier(department: Staff.corporate, until: until.startOfMonth(plus: -14))
        self.sellers = sellers
        people = Staff.heads + sellers
    }

    static func sellerID(_ place: Int) -> String { place < 9 ? "s0\(place + 1)" : "s\(place + 1)" }

    /// Who takes over from a person, on a day: the colleague of the same department who is next in the list.
    func successor(of id: String, on day: Day) -> Person {
        let place = sellers.firstIndex { $0.id == id } ?? 0
        let others = (1..<sellers.count).map { sellers[(place + $0) % sellers.count] }.filter { $0.works(on: day) }
        return others.first { $0.department(on: day) == sellers[place].department(on: day) } ?? others[0]
    }

    private static let heads = [
        Person(id: "d01", name: "Віктор Демченко", role: .director, department: ""),
        Person(id: "h01", name: "Наталія Савчук", role: .head, department: corporate),
        Person(id: "h02", name: "Богдан Ткаченко", role: .head, department: regional),
        Person(id: "h03", name: "Леся Гончар", role: .head, department: keyAccounts),
        Person(id: "a01", name: "Максим Кучер", role: .admin, department: ""),
    ]

    private static let names: [(name: String, department: String)] = [
        ("Олег Бойко", corporate), ("Андрій Гнатюк", corporate), ("Роман Панченко", corporate),
        ("Павло Довбуш", corporate), ("Тарас Мельник", corporate), ("Ірина Коваль", corporate),
        ("Марта Шевчук", corporate), ("Юлія Кравець", corporate), ("Софія Лисенко", corporate),
        ("Василь Мороз", west), ("Оксана Федорів", west), ("Назар Дзюба", west), ("Ганна Левицька", west),
        ("Дмитро Олійник", south), ("Аліна Чумак", south), ("Сергій Рудь", south), ("Катерина Бондар", south),
        ("Ярина Поліщук", keyAccounts), ("Остап Гнатів", keyAccounts), ("Зоряна Білик", keyAccounts),
        ("Ігор Марчук", keyAccounts), ("Вікторія Заяць", keyAccounts), ("Микола Тимчук", keyAccounts),
        ("Людмила Верес", keyAccounts),
    ]
}
