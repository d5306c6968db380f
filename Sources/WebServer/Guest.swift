internal import Actions
internal import Ledger
internal import SalesDomain
internal import Texts
internal import WebPages
internal import WebRoutes

/// Who stands at the desk: somebody with a session, or anybody.
struct Guest: Sendable {
    let visit: Visit
    /// Signed in.
    let session: Session?
    let language: Company.Language
    let theme: Theme
    /// Empty: no form of this guest can be right.
    let csrf: String
    let newCookies: [CookieChange]

    struct Session: Sendable {
        let token: Secret
        let user: User
        /// What a program has shown in the place of a cookie.
        var program: Token?
    }

    /// A guest of whom nothing is known yet.
    init(_ visit: Visit) { self.init(visit, session: nil, csrf: "", newCookies: []) }

    init(_ visit: Visit, session: Session?, csrf: String, newCookies: [CookieChange]) {
        self.visit = visit
        self.session = session
        self.csrf = csrf
        self.newCookies = newCookies
        language = visit.language(of: session?.user)
        theme = visit.cookies[.theme].flatMap(Theme.init(rawValue:)) ?? .auto
    }

    func asking(_ route: Route) -> Guest {
        Guest(visit.asking(route), session: session, csrf: csrf, newCookies: newCookies)
    }
}

extension Desk {
    /// Whoever has no session gets a visitor's cookie, to which the forms of the first pages are bound.
    func recognise(_ visit: Visit) throws -> Guest {
        if visit.route.isForPrograms, let bearer = visit.bearer { return try recognise(program: bearer, visit) }
        if let token = visit.cookies.secret(.session),
            let user = try office.store.read({ try $0.user(ofSession: token.digest, at: visit.now) })
        {
            let session = Guest.Session(token: token, user: user)
            return Guest(visit, session: session, csrf: token.bound(to: "form"), newCookies: [])
        }
        if let visitor = visit.cookies.secret(.visitor) {
            return Guest(visit, session: nil, csrf: visitor.bound(to: "form"), newCookies: [])
        }
        let visitor = Secret.token()
        return Guest(
            visit, session: nil, csrf: visitor.bound(to: "form"),
            newCookies: [CookieChange(name: .visitor, value: visitor.text, length: nil)])
    }
}

extension Desk {
    /// Whoever shows a token is that token's person or nobody: cookies beside it are not looked at, and none are given. There is
    /// no form to be protected, for another site cannot make a browser send the token.
    private func recognise(program bearer: Secret, _ visit: Visit) throws -> Guest {
        switch try enterByToken(bearer, from: visit.address, at: visit.now) {
        case .known(let user, let token):
            return Guest(
                visit, session: Guest.Session(token: bearer, user: user, program: token), csrf: "", newCookies: [])
        case .wrong: throw Refusal.wrongToken
        case .slowed(let seconds): throw Refusal.tooMany(seconds)
        }
    }

    /// That it cannot be written down keeps nobody waiting for figures.
    func noteUse(_ member: Member) {
        guard let token = member.session.program else { return }
        do { try enterByToken.noteUse(of: token, on: member.today) } catch {
            office.logger.warning("the use of token \(token.id.number) could not be noted: \(error)")
        }
    }
}

extension Visit {
    /// What the address asks for, else what the person has chosen, else the browser's wish, else Ukrainian.
    fileprivate func language(of user: User?) -> Company.Language {
        askedLanguage ?? user?.language ?? cookies[.language].flatMap(Company.Language.init(rawValue:))
            ?? Company.Language.wished(acceptLanguage) ?? .uk
    }
}

extension Company.Language {
    /// The best of ours in an `Accept-Language` header; nil when none is wished.
    static func wished(_ header: String) -> Company.Language? {
        var best: (language: Company.Language, weight: Double)?
        for wish in header.split(separator: ",") {
            let parts = wish.split(separator: ";")
            guard let tag = parts.first?.split(separator: "-").first?.trimmingPrefix(while: \.isWhitespace),
                let language = Company.Language(rawValue: tag.lowercased())
            else { continue }
            let quality = parts.dropFirst().first { $0.contains("q=") }?.split(separator: "=").last
            let weight = quality.flatMap { Double($0) } ?? 1
            if weight > best?.weight ?? 0 { best = (language, weight) }
        }
        return best?.language
    }
}
