internal import CLibPQ

/// One value of a row, in the server's binary form.
struct PostgresCell {
    let type: Oid
    let bytes: UnsafeRawBufferPointer

    init(type: Oid, bytes: UnsafeRawBufferPointer) {
        self.type = type
        self.bytes = bytes
    }

    /// Nil: a null.
    init?(_ row: OpaquePointer, _ column: Int) {
        let column = Int32(column)
        guard PQgetisnull(row, 0, column) == 0, let start = PQgetvalue(row, 0, column) else { return nil }
        type = PQftype(row, column)
        bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(row, 0, column)))
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

    /// The server's numbers for its types.
    private static let (bool, int8, int2, int4, float8) = (Oid(16), Oid(20), Oid(21), Oid(23), Oid(701))
}
