internal import Ledger
internal import SalesDomain
internal import WebPages
internal import WebRoutes

extension Desk {
    func frame(_ member: Member, asOf: Instant? = nil, names: Names? = nil) -> Frame {
        let guest = member.guest
        var viewer = Frame.Viewer(name: member.name, role: member.role, department: member.department)
        viewer.employee = member.session.user.employee
        var frame = Frame(
            viewer: viewer,
            language: guest.language, theme: guest.theme,
            route: guest.visit.route.place == .home ? member.home() : guest.visit.route, company: member.company,
            names: names ?? Names(organisation: member.organisation, pipelines: member.pipelines),
            scopes: Choices.scopes(member), periods: Choices.periods(member, asOf ?? member.now), now: member.now,
            asOf: asOf, csrf: guest.csrf, assets: assets.names)
        // Of now alone: nothing in the frame of the past is of another day than the page.
        if asOf == nil { frame.strip = member.strip }
        frame.bases = member.reporter.bases(asOf: asOf ?? member.now)
        frame.alerts = { [self] in alertCount(member) }
        frame.database = settings.database ?? frame.database
        return frame
    }

    /// For the pages before signing in, and for refusals. Where nothing may wait, nothing is read.
    func frame(_ guest: Guest, reading: Bool = true) -> Frame {
        let known = reading ? try? office.store.read { try $0.settings.company() } : nil
        let company = known ?? Choices.unknownCompany
        return Frame(
            viewer: nil, language: guest.language, theme: guest.theme, route: guest.visit.route, company: company,
            names: Names(organisation: Organisation(departments: [], employees: [], memberships: [])), scopes: [],
            periods: [], now: guest.visit.now, asOf: nil, csrf: guest.csrf, assets: assets.names)
    }
}

/// What the menus offer.
enum Choices {
    /// More people than this are found by going down the tree, not in a menu.
    private static let mostPeople = 200

    /// Widest first, departments in the order of the tree, each with its people under it.
    static func scopes(_ member: Member) -> [Scope] {
        let organisation = member.organisation
        let all: [Scope] =
            [.company]
            + departments(below: nil, organisation).flatMap { department in
                [.department(department)] + people(in: department, member)
            }
        var seen = all.filter { member.seen.allows($0, in: organisation, on: member.today) }
        if seen.isEmpty, let home = member.seen.home(in: organisation) { seen = [home] }
        return seen
    }

    private static func departments(below parent: Department.ID?, _ organisation: Organisation) -> [Department.ID] {
        organisation.departments.filter { $0.parent == parent }.flatMap {
            [$0.id] + departments(below: $0.id, organisation)
        }
    }

    private static func people(in department: Department.ID, _ member: Member) -> [Scope] {
        let organisation = member.organisation
        guard organisation.employees.count <= mostPeople else { return [] }
        return organisation.employees.filter {
            $0.active && organisation.department(of: $0.id, on: member.today) == department
        }.map { .employee($0.id) }
    }

    /// The next quarter and the eight before it, newest first, each followed by its months; then three years.
    static func periods(_ member: Member, _ instant: Instant) -> [Period] {
        let calendar = member.calendar
        let quarter = Period.quarter(containing: calendar.zone.day(of: instant), in: calendar)
        let year = Period.year(containing: calendar.zone.day(of: instant), in: calendar)
        let quarters = (-1...7).flatMap { back -> [Period] in
            let past = quarter.previous(back, in: calendar)
            return [past] + [2, 1, 0].map { Period.month(containing: past.start.startOfMonth(plus: $0)) }
        }
        return quarters + [-1, 0, 1].map { year.previous($0, in: calendar) }
    }

    static let unknownCompany = Company(
        name: "", baseCurrency: Currency(code: "UAH")!, language: .uk, basis: .won, amounts: .net,
        calendar: CompanyCalendar(zone: .utc))
}
