internal import CLibPQ
internal import Foundation

/// Rows that were read before they were asked for, close together in one piece of memory: a row of the library takes two
/// kilobytes by itself.
final class KeptRows {
    private(set) var count = 0
    private var types: [Oid] = []
    private var memory: UnsafeMutableRawPointer?
    private var (room, filled) = (0, 0)
    /// Where each value ends, row by row; below zero: a null, which ends where the one before does.
    private var ends: [Int] = []

    deinit { free(memory) }

    /// Adds every row of a result of the library.
    func add(_ result: OpaquePointer) {
        let columns = Int(PQnfields(result))
        if types.isEmpty { types = (0..<columns).map { PQftype(result, Int32($0)) } }
        for row in 0..<Int(PQntuples(result)) {
            count += 1
            for column in 0..<columns { add(PostgresCell(result, row, column)) }
        }
    }

    /// Valid until rows are added.
    func cell(_ row: Int, _ column: Int) -> PostgresCell? {
        let place = row * types.count + column
        guard ends[place] >= 0 else { return nil }
        let before = place == 0 ? 0 : ends[place - 1]
        let start = before < 0 ? -1 - before : before
        let bytes = UnsafeRawBufferPointer(start: memory.map { $0 + start }, count: ends[place] - start)
        return PostgresCell(type: types[column], bytes: bytes)
    }

    private func add(_ cell: PostgresCell?) {
        guard let cell else { return ends.append(-1 - filled) }
        append(cell.bytes)
        ends.append(filled)
    }

    private func append(_ bytes: UnsafeRawBufferPointer) {
        if memory == nil || filled + bytes.count > room {
            room = max(2 * room, filled + bytes.count, 256)
            memory = realloc(memory, room)
        }
        if let memory, let start = bytes.baseAddress {
            (memory + filled).copyMemory(from: start, byteCount: bytes.count)
        }
        filled += bytes.count
    }
}
