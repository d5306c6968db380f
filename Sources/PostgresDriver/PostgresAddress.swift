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
    /// Why it cannot be read without guessing where the password ends, or which schema is meant; nil where it can.
    let fault: String?

    package init(_ url: String) {
        if let fault = PostgresAddress.fault(of: url) {
            (server, schema, secrets, self.fault) = ("", "public", [], fault)
            shown = url.firstRange(of: "://").map { String(url[..<$0.upperBound]) + "…" } ?? "…"
            return
        }
        let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let items = (parts.count > 1 ? parts[1] : "").split(separator: "&").map(String.init)
        let others = items.filter { !$0.hasPrefix("schema=") }
        let named = items.first { $0.hasPrefix("schema=") }.map { String($0.dropFirst("schema=".count)) } ?? ""
        fault = items.count > others.count + 1 ? "schema= is said more than once" : nil
        schema = named.isEmpty ? "public" : named.removingPercentEncoding ?? named
        server = parts[0] + PostgresAddress.query(others)
        let (shownPlace, secret) = PostgresAddress.parted(parts[0])
        let shownItems = items.map { PostgresAddress.secret(in: $0) == nil ? $0 : $0.prefix { $0 != "=" } + "=…" }
        shown = shownPlace + PostgresAddress.query(shownItems)
        let passwords = items.compactMap(PostgresAddress.secret)
        secrets = ([secret].compactMap(\.self) + passwords).flatMap { [$0, $0.removingPercentEncoding ?? $0] }
            .filter { !$0.isEmpty }
    }

    private init(server: String, schema: String, shown: String, secrets: [String]) {
        self.server = server
        self.schema = schema
        self.shown = shown
        self.secrets = secrets
        fault = nil
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

    /// The value of `password=…` and of its like (`sslpassword`), however the key is spelled.
    private static func secret(in item: String) -> String? {
        let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let key = (parts[0].removingPercentEncoding ?? parts[0]).lowercased()
        return parts.count == 2 && key.contains("pass") ? parts[1] : nil
    }

    /// An address whose password has a sign in it that ends another part would be taken apart at the wrong place, and the
    /// rest of the password shown as a host or a port.
    private static func fault(of url: String) -> String? {
        guard let start = url.firstRange(of: "://"), ["postgres", "postgresql"].contains(url[..<start.lowerBound])
        else {
            return "an address begins with postgres:// or sqlite:"
        }
        let authority = url[start.upperBound...].prefix { $0 != "/" && $0 != "?" }
        let hosts = authority.firstIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        let ports = hosts.split(separator: ",").compactMap { host in
            let name = host.lastIndex(of: "]").map { host[host.index(after: $0)...] } ?? host
            return name.firstIndex(of: ":").map { name[name.index(after: $0)...] }
        }
        guard !hosts.contains("@"), ports.allSatisfy({ $0.allSatisfy(\.isNumber) }) else {
            return "@ : / ? # in a user's name or a password are written as %40 %3A %2F %3F %23"
        }
        return nil
    }

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
