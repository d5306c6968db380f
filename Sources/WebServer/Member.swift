internal import Actions
internal import Ledger
internal import SalesDomain
internal import SalesReports
internal import WebRoutes

/// Somebody who is signed in, with what they may see: the only way to a figure.
struct Member: Sendable {
    let guest: Guest
    let session: Guest.Session
    let seen: Seen
    let reporter: Reporter

    var now: Instant { reporter.now }
    var today: Day { calendar.zone.day(of: now) }
    var company: Company { reporter.facts.frame.company }
    var calendar: CompanyCalendar { company.calendar }
    var organisation: Organisation { reporter.facts.frame.organisation }
    var pipelines: [Pipeline] { reporter.facts.frame.pipelines }
    var products: [Product] { reporter.facts.frame.products }
    var hasDeals: Bool { reporter.facts.dealCount > 0 }

    /// What the page says of its reader.
    var name: String {
        session.user.employee.flatMap { organisation.employee($0)?.name } ?? session.user.called ?? session.user.name
    }
    var role: Role { session.user.employee.flatMap { organisation.employee($0)?.role } ?? session.user.role }
    var department: String? {
        session.user.employee.flatMap { organisation.department(of: $0, on: today) }
            .flatMap { organisation.department($0)?.name }
    }
}

extension Member {
    /// The same visit at another address.
    func asking(_ route: Route) -> Member {
        Member(guest: guest.asking(route), session: session, seen: seen, reporter: reporter)
    }
}

extension Desk {
    /// The one place where a viewer becomes a `Seen`. Nil for somebody who is not signed in.
    func admit(_ guest: Guest) throws -> Member? {
        guard let session = guest.session else { return nil }
        let reporter = try office.live.reporter()
        let viewer = session.user.employee.map(Viewer.employee) ?? .role(session.user.role)
        let organisation = reporter.facts.frame.organisation
        let today = reporter.facts.frame.calendar.zone.day(of: reporter.now)
        return Member(
            guest: guest, session: session, seen: Visibility.seen(by: viewer, in: organisation, on: today),
            reporter: reporter)
    }
}

/// From the words of an address to what they mean here.
extension Member {
    /// Nil: this viewer may see nothing at all.
    func scope(_ name: ScopeName?) throws(Refusal) -> Scope? {
        guard let name else { return seen.home(in: organisation) }
        let meant = Scope.meant(by: name.queryText, in: organisation).filter {
            seen.allows($0, in: organisation, on: today)
        }
        guard let scope = meant.first else { throw .notFound }
        // Of two sources' people of one id none is meant.
        guard meant.count == 1 else {
            let names = meant.map { $0.name(in: organisation) }
            throw .several("scope", .sources, value: name.queryText, names: names)
        }
        return scope
    }

    func instant(_ text: AsOfText?) throws(Refusal) -> Instant {
        guard let text else { return now }
        guard let instant = text.instant(in: calendar), instant <= now else { throw .badRequest("as_of") }
        return instant
    }

    /// Nil when none is named.
    func period(_ name: PeriodName?, _ parameter: String = "period") throws(Refusal) -> Period? {
        guard let name else { return nil }
        guard let period = name.period(in: calendar) else { throw .badRequest(parameter) }
        return period
    }

    /// The basis that was asked for, else the company's own while something of it is recorded.
    func basis(_ asked: Company.Basis?, at instant: Instant) -> Company.Basis { reporter.basis(asked, asOf: instant) }

    func month(of instant: Instant) -> Period { .month(containing: calendar.zone.day(of: instant)) }

    /// Nil when none is named.
    func pipeline(_ name: String?) throws(Refusal) -> Pipeline? {
        guard let name else { return nil }
        guard let pipeline = pipelines.first(where: { $0.name == name }) else { throw .notFound }
        return pipeline
    }

    /// A stage of the pipeline, or of the first one that has such a stage. Nil when none is named.
    func stage(_ name: String?, of pipeline: Pipeline?) throws(Refusal) -> Stage? {
        guard let name else { return nil }
        let stages = pipeline?.stages ?? pipelines.flatMap(\.stages)
        guard let stage = stages.first(where: { $0.name == name }) else { throw .notFound }
        return stage
    }
}
