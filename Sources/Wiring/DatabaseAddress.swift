import PostgresDriver

/// Where the company's database is, as the user names it.
package enum DatabaseAddress: Sendable, Equatable {
    case sqlite(path: String)
    case postgres(url: String)

    /// `named` wins over the environment's `LIYKA_DATABASE`; without both it is `liyka.sqlite` in this folder.
    package init(named: String?, environment: [String: String]) {
        let text = named ?? environment["LIYKA_DATABASE"].flatMap { $0.isEmpty ? nil : $0 } ?? "liyka.sqlite"
        if let url = DatabaseAddress.served(text) {
            self = .postgres(url: url)
        } else {
            self = .sqlite(path: text.hasPrefix("sqlite:") ? String(text.dropFirst("sqlite:".count)) : text)
        }
    }

    /// An address, its scheme in small letters; nil for a file's name. What looks like an address and is none is refused as
    /// one, for a file's name is repeated in messages and a password must not be.
    private static func served(_ text: String) -> String? {
        let text = String(text.drop(while: \.isWhitespace))
        if let scheme = text.firstMatch(of: #/^([A-Za-z][A-Za-z0-9+.\-]+):\//#)?.1 {
            return scheme.lowercased() == "sqlite" ? nil : scheme.lowercased() + text.dropFirst(scheme.count)
        }
        return text.lowercased().contains("password=") ? text : nil
    }

    /// By a server, not as a file.
    package var isServed: Bool {
        switch self {
        case .sqlite: false
        case .postgres: true
        }
    }

    /// In which the company is; nil where it is a file.
    package var schema: String? {
        switch self {
        case .sqlite: nil
        case .postgres(let url): PostgresAddress(url).schema
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
