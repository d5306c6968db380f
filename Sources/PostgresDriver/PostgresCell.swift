internal import CLibPQ
internal import Ledger

/// One value of a row, in the server's binary form.
struct PostgresCell {
    let type: Oid
    let bytes: UnsafeRawBufferPointer

    init(type: Oid, bytes: UnsafeRawBufferPointer) {
        self.type = type
        self.bytes = bytes
    }

    /// Nil: a null.
    init?(_ result: OpaquePointer, _ row: Int, _ column: Int) {
        let (row, column) = (Int32(row), Int32(column))
        guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else { return nil }
        type = PQftype(result, column)
        bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
    }

    /// Numbers of the server's types of these kinds are their own; of a text, what it says.
    var int: Int64 {
        switch type {
        case PostgresCell.int8: Int64(bigEndian: bytes.loadUnaligned(as: Int64.self))
        case PostgresCell.int4: Int64(Int32(bigEndian: bytes.loadUnaligned(as: Int32.self)))
        case PostgresCell.int2: Int64(Int16(bigEndian: bytes.loadUnaligned(as: Int16.self)))
        case PostgresCell.bool: Int64(bytes[0])
        case PostgresCell.float8: Int64(double)
        default: Int64(text) ?? 0
        }
    }

    var double: Double {
        switch type {
        case PostgresCell.float8: Double(bitPattern: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)))
        case PostgresCell.int8, PostgresCell.int4, PostgresCell.int2: Double(int)
        default: Double(text) ?? 0
        }
    }

    var text: String {
        switch type {
        case PostgresCell.int8, PostgresCell.int4, PostgresCell.int2: "\(int)"
        case PostgresCell.float8: "\(double)"
        default: PostgresText.text(bytes)
        }
    }

    var value: Value {
        switch type {
        case PostgresCell.int8, PostgresCell.int4, PostgresCell.int2, PostgresCell.bool: .int(int)
        case PostgresCell.float8: .double(double)
        case PostgresCell.bytea: .bytes([UInt8](bytes))
        default: .text(text)
        }
    }

    /// The server's numbers for its types.
    private static let (bool, bytea, int8, int2) = (Oid(16), Oid(17), Oid(20), Oid(21))
    private static let (int4, float8) = (Oid(23), Oid(701))
}
