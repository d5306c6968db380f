internal import Actions
internal import SalesDomain
internal import WebPages
internal import WebRoutes

extension Desk {
    func showSignIn(_ guest: Guest, back: Route?) throws -> Answer {
        if guest.session != nil { return .redirect(to: back ?? .home()) }
        if guest.visit.verb != .post { return .html(SignInPage(frame: frame(guest)).html()) }
        let form = guest.visit.form
        let name = form.last("email") ?? ""
        let answer = try signIn(
            name: name, password: form.last("password") ?? "", from: guest.visit.address,
            replacing: guest.visit.cookies.secret(.session), at: guest.visit.now)
        switch answer {
        case .right(let opened):
            return .redirect(to: Route.back(form.last("back")) ?? back ?? .home()).setting(.session(opened.token))
        case .wrong:
            return .html(SignInPage(email: name, problem: .wrong, frame: frame(guest)).html(), status: .unauthorized)
        case .left:
            return .html(SignInPage(email: name, problem: .left, frame: frame(guest)).html(), status: .forbidden)
        case .slowed(let seconds):
            let page = SignInPage(email: name, problem: .slowed(seconds), frame: frame(guest))
            var answer = Answer.html(page.html(), status: .tooManyRequests)
            answer.fields.append((.retryAfter, String(seconds)))
            return answer
        }
    }

    func endSession(_ member: Member) throws -> Answer {
        try signOut(member.session.token, of: member.session.user, in: office.store, at: member.now)
        return .redirect(to: .signIn()).setting([CookieChange(name: .session, value: "", length: 0)])
    }
}

extension [CookieChange] {
    /// The visitor's cookie has done its work.
    static func session(_ token: Secret) -> [CookieChange] {
        [
            CookieChange(name: .session, value: token.text, length: SignIn.length),
            CookieChange(name: .visitor, value: "", length: 0),
        ]
    }
}
