internal import Actions
internal import SalesDomain
internal import WebRoutes

/// Language and theme: kept in a cookie, and the language with the person too.
extension Desk {
    func chooseLanguage(_ guest: Guest) throws -> Answer {
        guard let language = guest.visit.form.last("value").flatMap(Company.Language.init(rawValue:)) else {
            throw Refusal.badRequest("value")
        }
        if let user = guest.session?.user {
            try Actions.chooseLanguage(language, by: user, in: office.store, at: guest.visit.now)
        }
        return goBack(guest, .language, language.rawValue)
    }

    func chooseTheme(_ guest: Guest) throws -> Answer {
        guard let theme = guest.visit.form.last("value").flatMap(Theme.init(rawValue:)) else {
            throw Refusal.badRequest("value")
        }
        return goBack(guest, .theme, theme.rawValue)
    }

    private func goBack(_ guest: Guest, _ name: Jar.Name, _ value: String) -> Answer {
        let year: Int64 = 365 * 86_400
        return .redirect(to: Route.back(guest.visit.form.last("back")) ?? .home())
            .setting([CookieChange(name: name, value: value, length: year)])
    }
}
