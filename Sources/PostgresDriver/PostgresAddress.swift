internal import Foundation

/// Where a company is on a PostgreSQL server: what libpq takes, and the schema that is ours to strip.
package struct PostgresAddress: Sendable, Equatable {
    /// Without `schema=`, as libpq reads it.
    let server: String
    /// `public` unless `?schema=` says another.
    package let schema: String
    /// As it is shown to a person: without the password.
    package let shown: String
    private let secrets: [String]

    package init(_ url: String) {
        let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let items = (parts.count > 1 ? parts[1] : "").split(separator: "&").map(String.init)
        let others = items.filter { !$0.hasPrefix("schema=") }
        let named = items.last { $0.hasPrefix("schema=") }.map { String($0.dropFirst("schema=".count)) } ?? ""
        schema = named.isEmpty ? "public" : named.removingPercentEncoding ?? named
        server = parts[0] + PostgresAddress.query(others)
        let (shownPlace, secret) = PostgresAddress.parted(parts[0])
        let shownItems = items.map { $0.hasPrefix("password=") ? "password=…" : $0 }
        shown = shownPlace + PostgresAddress.query(shownItems)
        let passwords = items.filter { $0.hasPrefix("password=") }.map { String($0.dropFirst("password=".count)) }
        secrets = ([secret].compactMap(\.self) + passwords).flatMap { [$0, $0.removingPercentEncoding ?? $0] }
            .filter { !$0.isEmpty }
    }

    private init(server: String, schema: String, shown: String, secrets: [String]) {
        self.server = server
        self.schema = schema
        self.shown = shown
        self.secrets = secrets
    }

    /// Another schema of the same database.
    func with(schema: String) -> PostgresAddress {
        PostgresAddress(server: server, schema: schema, shown: shown, secrets: secrets)
    }

    /// A message of the library, for a person or a log: it may repeat the address, and must not repeat the password.
    func withoutSecrets(_ message: String) -> String {
        let whole = message.replacing(server, with: shown)
        return secrets.reduce(whole) { $0.replacing(":\($1)@", with: ":…@").replacing("\"\($1)\"", with: "…") }
            .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    }

    private static func query(_ items: [String]) -> String { items.isEmpty ? "" : "?" + items.joined(separator: "&") }

    /// `postgres://user:secret@host/name` without the secret, and the secret.
    private static func parted(_ place: String) -> (shown: String, secret: String?) {
        guard let start = place.firstRange(of: "://")?.upperBound else { return (place, nil) }
        let end = place[start...].firstIndex(of: "/") ?? place.endIndex
        guard let at = place[start..<end].lastIndex(of: "@") ?? place[start...].lastIndex(of: "@"),
            let colon = place[start..<at].firstIndex(of: ":")
        else { return (place, nil) }
        return (String(place[..<colon]) + String(place[at...]), String(place[place.index(after: colon)..<at]))
    }
}
