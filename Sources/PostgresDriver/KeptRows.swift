internal import CLibPQ
internal import Foundation

/// Rows that had to be read before they were asked for, close together in one piece of memory: a row of the library takes two
/// kilobytes by itself.
final class KeptRows {
    private var types: [Oid] = []
    private var memory: UnsafeMutableRawPointer?
    private var (room, filled) = (0, 0)
    /// Where each value ends, row by row; below zero: a null, which ends where the one before does.
    private var ends: [Int] = []
    /// The row on which it stands.
    private var current = -1

    deinit { free(memory) }

    func add(_ row: OpaquePointer) {
        let columns = Int(PQnfields(row))
        if types.isEmpty { types = (0..<columns).map { PQftype(row, Int32($0)) } }
        for column in 0..<columns {
            guard let cell = PostgresCell(row, column) else {
                ends.append(-1 - filled)
                continue
            }
            append(cell.bytes)
            ends.append(filled)
        }
    }

    func step() -> Bool {
        current += 1
        return current * types.count < ends.count
    }

    /// Valid until rows are added.
    func cell(_ column: Int) -> PostgresCell? {
        let place = current * types.count + column
        guard current >= 0, ends[place] >= 0 else { return nil }
        let before = place == 0 ? 0 : ends[place - 1]
        let start = before < 0 ? -1 - before : before
        let bytes = UnsafeRawBufferPointer(start: memory.map { $0 + start }, count: ends[place] - start)
        return PostgresCell(type: types[column], bytes: bytes)
    }

    private func append(_ bytes: UnsafeRawBufferPointer) {
        if memory == nil || filled + bytes.count > room {
            room = max(2 * room, filled + bytes.count, 4_096)
            memory = realloc(memory, room)
        }
        if let memory, let start = bytes.baseAddress { (memory + filled).copyMemory(from: start, byteCount: bytes.count) }
        filled += bytes.count
    }
}
