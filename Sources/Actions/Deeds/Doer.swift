package import Ledger
internal import LiveFacts
internal import SalesDomain

/// Who does a deed: the account, and what it stands for.
package struct Doer: Sendable {
    /// Nil: whoever has the database in hand.
    package let user: User?
    package init(_ user: User?) { self.user = user }

    package static let console = Doer(nil)

    var viewer: Viewer { user.map { $0.employee.map(Viewer.employee) ?? .role($0.role) } ?? .console }
    var employee: Employee.ID? { user?.employee }

    /// The employee's own role goes before the account's.
    func role(in organisation: Organisation) -> Role? {
        user.map { user in user.employee.flatMap { organisation.employee($0)?.role } ?? user.role }
    }
}

/// Why a deed was not done.
package enum DeedProblem: Error, Sendable, Equatable {
    /// There is no such thing, or it is not for this person: the two are never told apart.
    case notFound
    /// It is there and may be seen, but is not this person's to change.
    case notAllowed
    /// Somebody else has written since the page was made.
    case stale
    /// What is wished cannot be: the field that is wrong.
    case wrong(String)
}

/// The company as a deed finds it, inside its transaction.
struct DeedPlace {
    let ledger: any Transaction
    let company: Company
    let organisation: Organisation
    let today: Day
    let seen: Seen
    let role: Role?

    init(_ ledger: any Transaction, _ doer: Doer, at now: Instant) throws {
        self.ledger = ledger
        company = try ledger.settings.company()
        organisation = try Organisation(ledger)
        today = company.calendar.zone.day(of: now)
        seen = Visibility.seen(by: doer.viewer, in: organisation, on: today)
        role = doer.role(in: organisation)
    }

    func require(_ roles: Set<Role>) throws(DeedProblem) {
        guard let role else { return }
        if !roles.contains(role) { throw .notAllowed }
    }

    /// What may be seen, or `notFound`.
    func requireSeen(_ scope: Scope) throws(DeedProblem) {
        guard seen.allows(scope, in: organisation, on: today) else { throw .notFound }
    }
}
