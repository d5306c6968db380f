/// What a mapping file says: of one table, or of several, each for files of its name.
package struct Mappings: Sendable, Equatable {
    package struct Table: Sendable, Equatable {
        /// Nil: of any name.
        package let files: FileName?
        package let mapping: Mapping
    }

    package let tables: [Table]

    /// How a file becomes tables of the exchange format, one or several of the same file.
    package func mappings(of path: String) -> [Mapping] {
        tables.filter { $0.files?.fits(path) ?? true }.map(\.mapping)
    }

    /// The names for which there is a table; empty where any name will do.
    package var names: [String] {
        tables.compactMap(\.files?.pattern).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

/// The name of a file, without its folder and in any case; `*` stands for whatever a system writes into it, such as the day.
package struct FileName: Sendable, Equatable {
    package let pattern: String

    package func fits(_ path: String) -> Bool {
        let name = (path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "").lowercased()
        let parts = pattern.lowercased().split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, let last = parts.last, parts.count > 1 else { return name == parts.first }
        guard name.hasPrefix(first), name.hasSuffix(last), name.count >= first.count + last.count else { return false }
        var rest = name.dropFirst(first.count).dropLast(last.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }
}
