import SalesDomain
import SalesReports
import Texts
import WebRoutes

@testable import WebPages

/// The cast: a small firm on Wednesday 18 November 2026, 17:40 in Kyiv.
enum Firm {
    static let uah = Currency(code: "UAH")!
    static let calendar = CompanyCalendar(zone: Zone(identifier: "Europe/Kyiv")!)
    static let now = calendar.instant("2026-11-18T17:40")!
    static let november = Period.month(containing: Day(iso: "2026-11-01")!)
    static let quarter = Period.quarter(containing: Day(iso: "2026-11-01")!, in: calendar)
    static let company = Company(
        name: "Світло і <Тінь>", baseCurrency: uah, language: .uk, basis: .won, amounts: .net, calendar: calendar)

    static let departments = [
        Department(id: .init(1), name: "Корпоративні продажі", parent: nil),
        Department(id: .init(2), name: "Регіональні продажі", parent: nil),
        Department(id: .init(3), name: "Захід", parent: .init(2)),
        Department(id: .init(4), name: "Південь", parent: .init(2)),
        Department(id: .init(5), name: "Постійні клієнти", parent: nil),
    ]

    static let people: [(name: String, department: Int64)] = [
        ("Олег Бойко", 1), ("Андрій Гнатюк", 1), ("Роман Панченко", 1), ("Тарас Мельник", 1), ("Ірина Коваль", 1),
        ("Марта Шевчук", 1), ("Юлія Кравець", 1), ("Софія Лисенко", 1), ("Петро Дяченко", 3), ("Ґалина Їжак", 3),
        ("Єва Щур", 4), ("Оксана О'Ніл", 5),
    ]

    static let organisation = Organisation(
        departments: departments,
        employees: people.enumerated().map {
            Employee(
                id: .init(Int64($0.offset + 1)), externalID: "s\($0.offset + 1)", name: $0.element.name, role: .seller,
                active: true)
        },
        memberships: people.enumerated().map {
            Membership(
                employee: .init(Int64($0.offset + 1)), department: .init($0.element.department), role: .seller,
                isHead: false)
        })

    static let sales = Pipeline(
        id: .init(1), name: "Продажі", kind: .sales,
        stages: [
            Stage(id: .init(1), name: "Звернення", position: 1, probability: 0.1, outcome: .open),
            Stage(id: .init(2), name: "Кваліфікація", position: 2, probability: 0.2, outcome: .open),
            Stage(id: .init(3), name: "Презентація", position: 3, probability: 0.4, outcome: .open),
            Stage(id: .init(4), name: "Пропозиція", position: 4, probability: 0.6, outcome: .open),
            Stage(id: .init(5), name: "Переговори", position: 5, probability: 0.8, outcome: .open),
            Stage(id: .init(6), name: "Виграно", position: 6, probability: 1, outcome: .won),
            Stage(id: .init(7), name: "Програно", position: 7, probability: 0, outcome: .lost),
        ])

    static let names = Names(
        organisation: organisation, pipelines: [sales],
        products: [.init(1): "Ліцензії", .init(2): "Обладнання"],
        accounts: [.init(1): "Агролан", .init(2): "Клініка «Дім здоров’я»", .init(3): "<script>alert(1)</script>"],
        deals: [
            .init(101): "Ліцензії на 2027 рік", .init(102): "Обладнання для філії",
            .init(103): "Каси <b>для</b> \"мережі\"",
        ])

    static let scopes: [Scope] =
        [.company]
        + departments.flatMap { department -> [Scope] in
            [.department(department.id)]
                + people.enumerated().filter { Department.ID($0.element.department) == department.id }
                .map { .employee(.init(Int64($0.offset + 1))) }
        }

    static let periods: [Period] = [
        quarter, .month(containing: Day(iso: "2026-12-01")!), november, november.previous(in: calendar),
        quarter.previous(in: calendar), november.previous(2, in: calendar), november.previous(3, in: calendar),
    ]

    static let director = Frame.Viewer(name: "Віктор Демченко", role: .director, department: nil)

    static func frame(
        _ route: Route, language: Company.Language = .uk, theme: Theme = .light, viewer: Frame.Viewer? = director,
        asOf: Instant? = nil, scopes: [Scope] = scopes, assets: Set<String> = []
    ) -> Frame {
        Frame(
            viewer: viewer, language: language, theme: theme, route: route, company: company, names: names,
            scopes: scopes, periods: periods, now: now, asOf: asOf, csrf: "t0ken", assets: assets)
    }
}
