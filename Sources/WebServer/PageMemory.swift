internal import Actions
internal import Foundation
internal import HTTPTypes
internal import Ledger
internal import LiveFacts
internal import SalesDomain
internal import SalesReports
internal import Synchronization
internal import WebRoutes

/// Pages that were made within the running minute from the books as they stand: whoever asks for the same again gets the
/// same bytes, and of those who ask at once one has it made. A page says the time in minutes, so none is shown longer.
final class PageMemory: Sendable {
    /// What a page depends on beside the books and the minute: where it is, who reads it, and how.
    struct Reading: Hashable, Sendable {
        let route: Route
        /// As the books have them now: of another name, role or person it is another page.
        let user: User
        let language: Company.Language
        let theme: Theme
    }

    /// A state of the books as it is seen at some minute.
    struct Moment: Hashable, Comparable, Sendable {
        let position: Int64
        /// Stands for all instants between two entries of the books.
        let settled: Instant
        let minute: Int64

        init(_ reporter: Reporter) {
            position = reporter.facts.position
            settled = reporter.facts.settled(reporter.now)
            minute = reporter.now.microseconds / 60_000_000
        }

        static func < (left: Moment, right: Moment) -> Bool {
            (left.position, left.minute, left.settled) < (right.position, right.minute, right.settled)
        }
    }

    private struct Asking: Hashable, Sendable {
        let reading: Reading
        let moment: Moment
    }

    fileprivate struct State {
        var moment: Moment?
        var pages = PageMemory.nothing()
        /// Who read what lately, and when.
        var asked: [Reading: (guest: Guest, at: Instant)] = [:]
    }

    /// Who has read a page within so long may read it again: seconds.
    private static let lately: Int64 = 180
    /// Of more, the latest.
    private static let most = 48

    private static func nothing() -> Kept<Reading, Sheet> { Kept(limit: 64 << 20) }

    /// Stands in pages where the word of the reader's session goes. Nobody knows it.
    let blank = Secret.token().text
    private let state = Mutex(State())
    private let flights = Flights<Asking, Result<Sheet, any Error>>()

    /// - Parameter make: the page, with `blank` for the word of its forms.
    func page(
        _ reading: Reading, at moment: Moment, csrf: String, _ make: () throws -> Answer
    ) throws -> Answer {
        if let known = known(reading, moment) { return known.filled(csrf) }
        return try flights.join(Asking(reading: reading, moment: moment)) {
            if let known = known(reading, moment) { return .success(known) }
            let made = Result { Sheet(try make(), blank: blank) }
            if case .success(let sheet) = made, sheet.mayBeKept { keep(sheet, reading, moment) }
            return made
        }.get().filled(csrf)
    }

    func note(_ reading: Reading, _ guest: Guest, at now: Instant) {
        state.withLock { state in
            state.asked[reading] = (guest, now)
            if state.asked.count > 2 * PageMemory.most { state.forget(before: .distantPast, keeping: PageMemory.most) }
        }
    }

    /// Whose pages of lately are not there as the books stand now, the latest first.
    func missing(at moment: Moment, now: Instant) -> [Guest] {
        state.withLock { state in
            state.forget(before: now.adding(seconds: -PageMemory.lately), keeping: PageMemory.most)
            let isNow = state.moment == moment
            return state.asked.filter { !isNow || state.pages[$0.key] == nil }
                .sorted { $0.value.at > $1.value.at }.map(\.value.guest)
        }
    }

    private func known(_ reading: Reading, _ moment: Moment) -> Sheet? {
        state.withLock { $0.moment == moment ? $0.pages[reading] : nil }
    }

    /// What was made of an earlier state is let go with the first page of the next.
    private func keep(_ sheet: Sheet, _ reading: Reading, _ moment: Moment) {
        state.withLock { state in
            if let last = state.moment, moment < last { return }
            if state.moment != moment {
                state.moment = moment
                state.pages = PageMemory.nothing()
            }
            state.pages.keep(sheet, size: sheet.size, for: reading)
        }
    }
}

extension PageMemory.State {
    fileprivate mutating func forget(before limit: Instant, keeping most: Int) {
        asked = asked.filter { $0.value.at >= limit }
        guard asked.count > most else { return }
        for (reading, _) in asked.sorted(by: { $0.value.at > $1.value.at }).dropFirst(most) { asked[reading] = nil }
    }
}

/// A page in pieces, between which the word of a session goes.
private struct Sheet: Sendable {
    private let answer: Answer
    private let pieces: [Data]
    let size: Int

    init(_ made: Answer, blank: String) {
        var answer = made
        var rest = Data(made.body)[...]
        answer.body = []
        self.answer = answer
        var pieces = [Data]()
        let word = Data(blank.utf8)
        while let place = rest.range(of: word) {
            pieces.append(Data(rest[..<place.lowerBound]))
            rest = rest[place.upperBound...]
        }
        self.pieces = pieces + [Data(rest)]
        size = made.body.count + 500
    }

    /// Only what is whole, and an answer that is one.
    var mayBeKept: Bool { answer.status == .ok && !answer.isUnfinished && answer.cookies.isEmpty }

    func filled(_ csrf: String) -> Answer {
        var answer = answer
        var body = [UInt8]()
        body.reserveCapacity(size)
        for (place, piece) in pieces.enumerated() {
            if place > 0 { body.append(contentsOf: csrf.utf8) }
            body.append(contentsOf: piece)
        }
        answer.body = body
        return answer
    }
}

extension Route {
    /// Shown to a person, and the same whenever it is asked for: no file, no deed.
    var isPage: Bool {
        switch self {
        case .deal, .strip: true
        case .home(let filter), .company(let filter): filter.format.isPage
        case .accuracy(let filter): filter.format.isPage
        case .deals(let filter): filter.format.isPage
        case .report(_, let filter), .plans(let filter), .bonuses(let filter), .schemes(let filter):
            filter.format.isPage
        case .calls(let filter): filter.format.isPage
        case .setUp, .signIn, .signOut, .setScheme, .settings, .account, .language, .theme, .answer, .look, .asset,
            .health, .apiForecast, .apiBacktest, .apiDeals, .apiDeal, .apiReport, .apiBonuses, .apiPlans,
            .apiSchemes:
            false
        }
    }
}

extension Format? {
    fileprivate var isPage: Bool { self == nil || self == .html }
}
