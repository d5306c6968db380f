internal import Foundation
internal import SalesDomain
internal import Synchronization
internal import WebRoutes

extension Desk {
    /// A page as it is remembered, else as `make` makes it.
    func remembered(_ member: Member, _ make: (Member) throws -> Answer) throws -> Answer {
        guard member.guest.isReading else {
            defer { board.forget(member.seen) }
            return try make(member)
        }
        guard member.showsFacts, let (reading, moment) = place(member) else { return try make(member) }
        pages.note(reading, member.guest, at: member.now)
        return try pages.page(reading, at: moment, csrf: member.guest.csrf) {
            try make(member.with(csrf: pages.blank))
        }
    }

    /// Makes pages that were read lately and are not there any more, because the books have changed and come to rest since
    /// the last call, or because a minute has passed.
    func makeAgain(_ last: Rest, _ make: (Member) throws -> Answer) throws {
        let reporter = try office.live.reporter()
        guard last.isSame(reporter.facts.position) else { return }
        let moment = PageMemory.Moment(reporter)
        let begun = office.clock.now()
        for guest in pages.missing(at: moment, now: reporter.now) {
            let now = office.clock.now()
            if now > begun.adding(seconds: 1) { return }
            // Who has left since, or may no longer see it, is not made a page for.
            guard let member = try admit(recognise(guest.visit.at(now))), let (reading, moment) = place(member) else {
                continue
            }
            _ = try? pages.page(reading, at: moment, csrf: "") { try make(member.with(csrf: pages.blank)) }
        }
    }

    /// Nil: what was written down at this very instant is not known as of it, and will be as of the next.
    private func place(_ member: Member) -> (PageMemory.Reading, PageMemory.Moment)? {
        guard member.now > member.reporter.since else { return nil }
        let guest = member.guest
        let reading = PageMemory.Reading(
            route: guest.visit.route, user: member.session.user, language: guest.language, theme: guest.theme)
        return (reading, PageMemory.Moment(member.reporter))
    }
}

/// Tells whether the books have stood still between two looks.
final class Rest: Sendable {
    private let position = Mutex<Int64?>(nil)

    func isSame(_ now: Int64) -> Bool {
        position.withLock { position in
            defer { position = now }
            return position == now
        }
    }
}

extension Guest {
    fileprivate var isReading: Bool { visit.verb != .post }

    fileprivate func with(csrf: String) -> Guest {
        Guest(visit, session: session, csrf: csrf, newCookies: newCookies)
    }
}

extension Member {
    /// A page of what the books say. An administrator begins with the accounts, which take no position of the journal.
    fileprivate var showsFacts: Bool {
        let route = guest.visit.route
        return route.isPage && !(role == .admin && route.place == .home)
    }

    fileprivate func with(csrf: String) -> Member {
        Member(guest: guest.with(csrf: csrf), session: session, seen: seen, reporter: reporter)
    }
}

extension Visit {
    /// The same at another time.
    fileprivate func at(_ now: Instant) -> Visit {
        var visit = self
        visit.now = now
        return visit
    }
}
