internal import Actions
internal import Ledger
internal import SalesDomain
internal import WebPages
internal import WebRoutes

/// Has every page made once, as whoever sees most would ask for it: what it reads of the books is what pages read.
package struct PageRound: Sendable {
    private let desk: Desk
    private let office: WebOffice

    package init(office: WebOffice) {
        self.office = office
        desk = Desk(office: office, settings: WebSettings())
    }

    /// Answers how many pages were made: none where nobody can sign in. A page that is refused, as one of a report of nothing
    /// is, has asked its questions too. Throws a `LedgerError`.
    package func callAsFunction() throws -> Int {
        guard let reader = try reader() else { return 0 }
        try enter()
        var count = 0
        for route in try routes() {
            let visit = Visit.blank(route, at: office.clock.now())
            let session = Guest.Session(token: Secret.token(), user: reader)
            let guest = Guest(visit, session: session, csrf: "", newCookies: [])
            guard let member = try desk.admit(guest) else { continue }
            _ = try? desk.answer(member)
            count += 1
        }
        return count
    }

    /// Looks for somebody's session and for a program's token.
    private func enter() throws {
        let nobody = Secret.token().digest
        let now = office.clock.now()
        try office.store.read { ledger in
            _ = try ledger.user(ofSession: nobody, at: now)
            _ = try ledger.user(ofToken: nobody, at: now)
        }
    }

    private func reader() throws -> User? {
        let users = try office.store.read { try $0.users() }.filter(\.active)
        return users.first { $0.role == .director } ?? users.first { $0.role == .admin } ?? users.first
    }

    /// Without the accuracy page, whose measuring goes through the past for minutes and asks nothing of the database.
    private func routes() throws -> [Route] {
        let deal = try office.store.read { try $0.deals.rows(after: Deal.ID(0), limit: 1).first?.id }
        return [.company(), .deals(), .plans(), .bonuses(), .schemes(), .calls(), .settings, .account]
            + ReportName.allCases.map { .report($0) } + (deal.map { [.deal($0)] } ?? [])
    }
}
