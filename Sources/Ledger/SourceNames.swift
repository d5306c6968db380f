internal import SalesDomain

/// How ids of several sources are told apart outside. Of the first source, and of our own, an id stands as it is; of the
/// others, and where two of them have the same one, with the source's name before it, as in an export: `crm:17`. With its
/// source every id may be named; without it one that a single source has.
package struct SourceNames: Sendable {
    private let all: [(id: Source.ID, name: String)]

    package init(_ ledger: any Transaction) throws { all = try ledger.sources.all() }

    private var isOne: Bool { all.count < 2 }

    /// All that a name may mean: one, none, or those of several sources. `find`: what a source has of an id.
    package func meant<Found>(by name: String, _ find: (String, Source.ID) throws -> Found?) throws -> [Found] {
        func bare() throws -> [Found] { try all.compactMap { try find(name, $0.id) } }
        func whole() throws -> [Found] {
            try all.compactMap { source in
                let prefix = source.name + ":"
                return name.hasPrefix(prefix) ? try find(String(name.dropFirst(prefix.count)), source.id) : nil
            }
        }
        let first = isOne ? try bare() : try whole()
        guard first.isEmpty else { return first }
        return isOne ? try whole() : try bare()
    }

    /// By what one is named, so that nothing else has this name. `find` as in `meant`.
    package func name<Found: Equatable>(
        _ id: String, of source: Source.ID, _ itself: Found, _ find: (String, Source.ID) throws -> Found?
    ) throws -> String {
        if isOne { return id }
        return try isPlain(source) && meant(by: id, find) == [itself] ? id : whole(id, of: source)
    }

    /// What `name` will ask of the sources, but for ids that hold the name of one.
    func asked(toName id: String) -> [(id: String, source: Source.ID)] { isOne ? [] : all.map { (id, $0.id) } }

    /// An id with its source.
    package func whole(_ id: String, of source: Source.ID) -> String {
        all.first { $0.id == source }.map { $0.name + ":" + id } ?? id
    }

    /// An id as an export calls it, where ids of several sources may be the same: all but our own with their sources.
    package func exported(_ id: String, of source: Source.ID) -> String {
        isOne || all.contains { $0.id == source && $0.name == Source.own } ? id : whole(id, of: source)
    }

    private func isPlain(_ source: Source.ID) -> Bool {
        source == all.first?.id || all.contains { $0.id == source && $0.name == Source.own }
    }
}
