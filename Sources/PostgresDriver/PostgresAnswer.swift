internal import CLibPQ
internal import Ledger

/// The rows of an answer, one after another, as the server sends them.
final class PostgresAnswer {
    private unowned let connection: PostgresConnection?
    /// The row on which it stands, while rows are coming.
    private var row: OpaquePointer?
    /// Rows that came before they were asked for.
    private var kept: KeptRows?
    /// On which of these it stands.
    private var place = -1
    private var isDone = false

    init(_ connection: PostgresConnection) { self.connection = connection }

    /// An answer that is there already.
    init(_ kept: KeptRows) {
        connection = nil
        self.kept = kept
        isDone = true
    }

    deinit { PQclear(row) }

    /// True: stands on a row. False: done.
    func step() throws(LedgerError) -> Bool {
        PQclear(row)
        row = nil
        if let kept {
            place += 1
            return place < kept.count
        }
        guard !isDone else { return false }
        row = try next()
        return row != nil
    }

    /// Reads what is left, for nobody.
    func end() throws(LedgerError) {
        kept = nil
        while !isDone { PQclear(try next()) }
    }

    /// Reads what is left into memory; the row on which it stands stays.
    func keepRest() throws(LedgerError) {
        let rows = KeptRows()
        while let result = try next() {
            rows.add(result)
            PQclear(result)
        }
        kept = rows
    }

    /// The connection is going away.
    func forget() { isDone = true }

    private func next() throws(LedgerError) -> OpaquePointer? {
        do {
            let found = try connection?.nextRow()
            isDone = found == nil
            return found
        } catch {
            isDone = true
            throw error
        }
    }
}

extension PostgresAnswer: RowSource {
    func isNull(_ column: Int) -> Bool { cell(column) == nil }
    func int(_ column: Int) -> Int64 { cell(column)?.int ?? 0 }
    func double(_ column: Int) -> Double { cell(column)?.double ?? 0 }
    func text(_ column: Int) -> String { cell(column)?.text ?? "" }
    func value(_ column: Int) -> Value { cell(column)?.value ?? .null }
    func bytes(_ column: Int) -> [UInt8] { cell(column).map { [UInt8]($0.bytes) } ?? [] }

    private func cell(_ column: Int) -> PostgresCell? {
        guard let row else { return kept?.cell(place, column) }
        return PostgresCell(row, 0, column)
    }
}
