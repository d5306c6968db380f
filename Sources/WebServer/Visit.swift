internal import Actions
internal import Hummingbird
internal import SalesDomain
internal import WebRoutes

/// A request that has been read: nothing of it is still to come from the network.
struct Visit: Sendable {
    enum Verb: String, Sendable { case get = "GET", head = "HEAD", post = "POST" }

    let verb: Verb
    private(set) var route: Route
    /// The form of a POST; empty otherwise.
    let form: Query
    /// `?lang=en`.
    let askedLanguage: Company.Language?
    let acceptLanguage: String
    let cookies: Jar
    /// What a program shows of itself, `Authorization: Bearer …`; nil: it shows nothing of the kind.
    let bearer: Secret?
    /// The browser says that the request was made by another site.
    let isForeign: Bool
    /// The `If-None-Match` header.
    let knownTag: String?
    let address: String
    var now: Instant

    func asking(_ route: Route) -> Visit {
        var visit = self
        visit.route = route
        return visit
    }

    /// Of nobody: no browser has sent it; or of somebody whose request could not be read.
    static func blank(
        _ route: Route, _ unread: Unread = Unread(path: "", query: "", language: "", cookies: Jar(header: [])),
        at now: Instant
    ) -> Visit {
        Visit(
            verb: .get, route: route, form: Query(),
            askedLanguage: Query(text: unread.query).last("lang").flatMap(Company.Language.init(rawValue:)),
            acceptLanguage: unread.language,
            cookies: unread.cookies, bearer: nil, isForeign: false, knownTag: nil, address: "", now: now)
    }
}

/// What is known of a request that asks for nothing that we have.
struct Unread: Sendable {
    let path: String
    let query: String
    /// The `Accept-Language` header.
    let language: String
    let cookies: Jar
}

/// The cookies of a request, by name.
struct Jar: Sendable {
    enum Name: String {
        case session = "liyka_session"
        /// Before signing in: what forms are bound to.
        case visitor = "liyka_visitor"
        case language = "liyka_language"
        case theme = "liyka_theme"
    }

    private var values: [String: String] = [:]

    init(header: [String]) {
        for pair in header.flatMap({ $0.split(separator: ";") }) {
            let sides = pair.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { continue }
            values[sides[0].trimmingPrefix(while: \.isWhitespace).description] = String(sides[1])
        }
    }

    subscript(name: Name) -> String? { values[name.rawValue] }

    func secret(_ name: Name) -> Secret? {
        guard let text = self[name], text.utf8.count == 64 else { return nil }
        return Secret(text)
    }
}
