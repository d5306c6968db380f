import PostgresDriver

/// Where the company's database is, as the user names it.
package enum DatabaseAddress: Sendable, Equatable {
    case sqlite(path: String)
    case postgres(url: String)

    /// `named` wins over the environment's `LIYKA_DATABASE`; without both it is `liyka.sqlite` in this folder.
    package init(named: String?, environment: [String: String]) {
        let text = named ?? environment["LIYKA_DATABASE"].flatMap { $0.isEmpty ? nil : $0 } ?? "liyka.sqlite"
        if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            self = .postgres(url: text)
        } else {
            self = .sqlite(path: text.hasPrefix("sqlite:") ? String(text.dropFirst("sqlite:".count)) : text)
        }
    }

    /// By a server, not as a file.
    package var isServed: Bool {
        switch self {
        case .sqlite: false
        case .postgres: true
        }
    }

    /// As it is shown to a person: no password is in it.
    package var shown: String {
        switch self {
        case .sqlite(let path): path
        case .postgres(let url): PostgresAddress(url).shown
        }
    }
}
