/// One table in the copying of a company from one database to another: all its rows, value by value.
struct CopiedTable: Sendable {
    let name: String
    let columns: Int
    let count: SQL
    let read: SQL
    /// Takes the values of a row in the order in which `read` gives them.
    let write: SQL

    init(_ name: String, columns: Int, count: SQL, read: SQL, write: SQL) {
        self.name = name
        self.columns = columns
        self.count = count
        self.read = read
        self.write = write
    }

    /// Every table but that of migrations, each after those that it refers to.
    static let all = [position] + company + deals + plans + people

    /// A database begins with its row.
    private static let position = CopiedTable(
        "journal", columns: 2, count: "SELECT count(*) FROM journal WHERE position > 0",
        read: "SELECT id, position FROM journal", write: "UPDATE journal SET position = $2 WHERE id = $1")

    /// Writes what one database holds into another, and adds it up. Throws `UnreadSource` where it cannot be read.
    func copy(from source: any Transaction, to target: any Transaction) throws -> TableSum {
        var unwritten: (any Error)?
        do {
            return try each(in: source) { values in
                do { try target.send(write, values) } catch {
                    unwritten = error
                    throw error
                }
            }
        } catch {
            throw unwritten ?? (error as? LedgerError).map { UnreadSource(error: $0) } ?? error
        }
    }

    /// Hands every row to `body`, and adds it up.
    func each(in ledger: any Transaction, _ body: ([Value]) throws -> Void = { _ in }) throws -> TableSum {
        var sum = TableSum(table: name)
        var values = [Value](repeating: .null, count: columns)
        try ledger.each(read) { row in
            for column in 0..<columns { values[column] = row.value(column) }
            sum.add(values)
            try body(values)
        }
        return sum
    }
}

/// How many rows a table has, and a sum over all their values, in whatever order they come: two tables of the same sum hold
/// the same.
package struct TableSum: Sendable, Equatable {
    package let table: String
    package private(set) var rows = 0
    private var print: UInt64 = 0

    init(table: String) { self.table = table }

    mutating func add(_ values: [Value]) {
        var row = Print()
        for value in values { row.add(value) }
        rows += 1
        print &+= row.sum
    }

    /// Fowler, Noll and Vo's hash.
    private struct Print {
        private(set) var sum: UInt64 = 0xCBF2_9CE4_8422_2325

        mutating func add(_ value: Value) {
            switch value {
            case .null: add(0)
            case .int(let number): add(1, UInt64(bitPattern: number))
            // SQLite keeps no zero below zero.
            case .double(let number): add(2, number == 0 ? 0 : number.bitPattern)
            case .text(let text): add(3, of: text.utf8)
            case .bytes(let bytes): add(4, of: bytes)
            }
        }

        private mutating func add(_ kind: UInt64, _ bits: UInt64) {
            add(kind)
            add(bits)
        }

        private mutating func add(_ kind: UInt64, of bytes: some Collection<UInt8>) {
            add(kind, UInt64(bytes.count))
            for byte in bytes { add(UInt64(byte)) }
        }

        private mutating func add(_ bits: UInt64) { sum = (sum ^ bits) &* 0x100_0000_01B3 }
    }
}
