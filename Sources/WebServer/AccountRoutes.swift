internal import Actions
internal import Foundation
internal import Ledger
internal import SalesDomain
internal import WebPages
internal import WebRoutes

extension Desk {
    /// One's own password and tokens: everybody who signs in has such a page.
    func account(_ member: Member) throws -> Answer {
        let visit = member.guest.visit
        guard visit.verb == .post else { return try accountPage(AccountPage.Content(), member) }
        switch visit.form.last("deed") {
        case "token": return try makeToken(member)
        case "withdraw":
            try withdrawToken(member, at: visit.now)
            return .redirect(to: .account)
        case "password", nil: return try changePassword(member)
        default: throw Refusal.badRequest("deed")
        }
    }

    /// The present one is asked for as at signing in, with the same patience for guesses; every other session of the account
    /// ends.
    private func changePassword(_ member: Member) throws -> Answer {
        let visit = member.guest.visit
        let new = visit.form.last("new") ?? ""
        let name = member.session.user.name
        if new.count < Passwords.leastLength { return try accountPage(.tooShort(Passwords.leastLength), member) }
        func enter(_ password: String) throws -> SignIn.Answer<SignIn.Opened> {
            try signIn(name: name, password: password, from: visit.address, replacing: nil, at: visit.now)
        }
        switch try enter(visit.form.last("current") ?? "") {
        case .wrong: return try accountPage(.wrong, member)
        case .left: throw Refusal.signInFirst
        case .slowed(let seconds): return try accountPage(.slowed(seconds), member)
        case .right: break
        }
        try SetPassword(store: office.store, passwords: office.passwords)(
            of: name, to: new, at: visit.now, by: member.session.user.id)
        guard case .right(let opened) = try enter(new) else { return .redirect(to: .signIn()) }
        return try accountPage(.changed, member.holding(opened.token)).setting(.session(opened.token))
    }

    /// What outlives a session is made by whoever knows the password, not by whoever sits down before an open page.
    private func makeToken(_ member: Member) throws -> Answer {
        let visit = member.guest.visit
        let user = member.session.user
        var content = AccountPage.Content()
        content.typed = (visit.form.last("name") ?? "", visit.form.last("until") ?? "")
        let until = try content.typed.until.isEmpty ? nil : day(content.typed.until)
        switch try signIn.prove(
            name: user.name, password: visit.form.last("current") ?? "", from: visit.address, at: visit.now)
        {
        case .right: break
        case .left: throw Refusal.signInFirst
        case .wrong: content.problem = .wrongPassword
        case .slowed(let seconds): content.problem = .slowed(seconds)
        }
        if content.problem == nil {
            do {
                let made = try KeepTokens(store: office.store).make(
                    .init(name: content.typed.name, until: until), of: user.name, by: member.doer, at: visit.now)
                content.made = (made.name, made.secret.text)
                content.typed = ("", "")
            } catch let problem as TokenProblem {
                content.problem = try AccountPage.TokenProblem(problem)
            }
        }
        return try accountPage(content, member)
    }

    private func day(_ text: String) throws(Refusal) -> Day {
        guard let day = Day(iso: text), Day.years.contains(day.year) else { throw .badRequest("until") }
        return day
    }

    /// One's own; an administrator's form may name anybody's. To everybody else there is no such token.
    func withdrawToken(_ member: Member, at now: Instant) throws {
        guard let id = member.guest.visit.form.last("token").flatMap({ Int64($0) }) else {
            throw Refusal.badRequest("token")
        }
        do {
            _ = try KeepTokens(store: office.store).withdraw(Token.ID(id), by: member.doer, at: now)
        } catch is TokenProblem { throw Refusal.notFound }
    }

    /// Those that are not withdrawn, in the order in which they were made.
    func tokens(_ member: Member, of user: User.ID?) throws -> [TokenTable.Line] {
        try ListTokens(store: office.store)(of: user, at: office.clock.now()).filter { $0.state != .withdrawn }.map {
            let person = $0.owner.employee.flatMap { member.organisation.employee($0)?.name } ?? $0.owner.called
            return TokenTable.Line(
                id: $0.token.id.number, name: $0.token.name, owner: person ?? $0.owner.name, madeOn: $0.madeOn,
                until: $0.until, usedOn: $0.token.usedOn, isOver: $0.state != .works)
        }
    }

    private func accountPage(_ outcome: AccountPage.Outcome, _ member: Member) throws -> Answer {
        var content = AccountPage.Content()
        content.outcome = outcome
        return try accountPage(content, member)
    }

    private func accountPage(_ content: AccountPage.Content, _ member: Member) throws -> Answer {
        var content = content
        content.tokens = try tokens(member, of: member.session.user.id)
        return .html(AccountPage(content, frame: frame(member)).html(), status: content.status)
    }
}

extension AccountPage.Content {
    fileprivate var status: Answer.Status {
        switch (outcome, problem) {
        case (.slowed, _), (_, .slowed): .tooManyRequests
        case (.wrong, _), (.tooShort, _), (_, .some): .unprocessableContent
        case (.changed, nil), (nil, nil): .ok
        }
    }
}

extension AccountPage.TokenProblem {
    /// What cannot come of a page of one's own is thrown on.
    fileprivate init(_ problem: TokenProblem) throws {
        switch problem {
        case .nameEmpty: self = .empty
        case .nameTaken: self = .taken
        case .over: self = .over
        case .tooMany(let most): self = .tooMany(most)
        case .noSuchUser, .shut: throw Refusal.signInFirst
        case .noSuchToken: throw Refusal.notFound
        }
    }
}

extension Member {
    /// The same with the session that was opened just now: the forms of the page are bound to it.
    fileprivate func holding(_ token: Secret) -> Member {
        let guest = Guest(
            guest.visit, session: Guest.Session(token: token, user: session.user), csrf: token.bound(to: "form"),
            newCookies: guest.newCookies)
        return Member(
            guest: guest, session: Guest.Session(token: token, user: session.user), seen: seen, reporter: reporter)
    }
}
