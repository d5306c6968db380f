/// What putting a record did. The same record put again is `unchanged`.
package enum Put<ID: Sendable & Equatable>: Sendable, Equatable {
    case added(ID)
    case changed(ID)
    case unchanged(ID)

    package var id: ID {
        switch self {
        case .added(let id), .changed(let id), .unchanged(let id): id
        }
    }
}

extension Transaction {
    /// Adds a record, or changes the one there is when it differs.
    func put<ID, Row: Equatable>(
        _ row: Row, over known: (id: ID, row: Row)?, add: () throws -> ID, change: (ID) throws -> Void
    ) throws -> Put<ID> {
        guard let known else { return .added(try add()) }
        if known.row == row { return .unchanged(known.id) }
        try change(known.id)
        return .changed(known.id)
    }
}
