/// Reads CSV (RFC 4180, UTF-8, with or without a byte order mark; lines end in LF, CRLF or CR; another sign may stand for the
/// comma) from chunks of bytes of any size.
///
/// Feed a chunk, take rows until there are none, feed the next, and say `finish()` after the last. Memory is one chunk and
/// one row: a file that is one endless line is refused as soon as a field or the row passes its limit.
package struct CSVReader {
    package struct Limits: Sendable {
        package var fieldBytes = 1 << 20
        package var rowBytes = 4 << 20
        package var fields = 1_000
        package init() {}
    }

    private enum Place { case fieldStart, plain, quoted, afterQuote }

    private let file: String
    private let separator: UInt8
    private let limits: Limits
    private var chunk: [UInt8] = []
    private var position = 0
    private var finished = false
    private var place = Place.fieldStart
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var highBits: UInt8 = 0
    private var line = 1
    private var rowLine = 1
    private var quoteLine = 1
    private var lastWasCR = false
    private var rowWasQuoted = false
    private var markMatched = 0

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// - Parameter separator: what parts fields; an ASCII sign that is no quote and ends no line.
    package init(file: String, separator: UInt8 = UInt8(ascii: ","), limits: Limits = Limits()) {
        self.file = file
        self.separator = separator
        self.limits = limits
    }

    /// The next bytes; rows of the chunk before must have been taken.
    package mutating func feed(_ chunk: [UInt8]) {
        self.chunk = chunk
        position = 0
        skipMark()
    }

    /// No more bytes: the last row needs no line end.
    package mutating func finish() {
        chunk = []
        position = 0
        finished = true
    }

    /// The next row; nil when more bytes are needed or, after `finish()`, when there are no more rows. Empty lines are no rows.
    package mutating func next() throws(Refusal) -> CSVRow? {
        while try scan() {
            if let row = try takeRow() { return row }
        }
        guard finished else { return nil }
        return try takeLast()
    }

    private mutating func takeLast() throws(Refusal) -> CSVRow? {
        if place == .quoted { throw Refusal(file: file, line: quoteLine, reason: .quoteNeverClosed) }
        if ends.isEmpty, bytes.isEmpty, place == .fieldStart, !rowWasQuoted { return nil }
        try endField()
        return try takeRow()
    }

    private mutating func skipMark() {
        while markMatched < 3, position < chunk.count {
            if chunk[position] == CSVReader.mark[markMatched] {
                markMatched += 1
                position += 1
            } else {
                if markMatched > 0 {
                    bytes.append(contentsOf: CSVReader.mark.prefix(markMatched))
                    highBits = 0x80
                    place = .plain
                }
                markMatched = 3
            }
        }
    }

    /// Reads to the end of a row (true) or of the chunk (false).
    private mutating func scan() throws(Refusal) -> Bool {
        let chunk = self.chunk
        let count = chunk.count
        while position < count {
            if lastWasCR {
                lastWasCR = false
                if chunk[position] == UInt8(ascii: "\n") {
                    position += 1
                    continue
                }
            }
            switch place {
            case .fieldStart where chunk[position] == UInt8(ascii: "\""):
                place = .quoted
                quoteLine = line
                rowWasQuoted = true
                position += 1
            case .fieldStart, .plain:
                if try scanPlain(chunk) { return true }
            case .quoted:
                try scanQuoted(chunk)
            case .afterQuote:
                if try scanAfterQuote(chunk[position]) { return true }
            }
        }
        return false
    }

    /// Copies up to the next comma, quote or line end, and deals with it.
    private mutating func scanPlain(_ chunk: [UInt8]) throws(Refusal) -> Bool {
        let start = position
        let separator = self.separator
        let (end, high) = chunk.withUnsafeBufferPointer { source in
            var index = start
            var high: UInt8 = 0
            while index < source.count {
                let byte = source[index]
                if byte == separator || byte == 0x22 || byte == 0x0A || byte == 0x0D { break }
                high |= byte
                index += 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
            return (index, high)
        }
        highBits |= high
        position = end
        if end > start { place = .plain }
        try checkLimits()
        guard end < chunk.count else { return false }
        if chunk[end] == UInt8(ascii: "\"") {
            throw Refusal(file: file, line: line, reason: .quoteInsideField)
        }
        position += 1
        return try endFieldOrRow(at: chunk[end])
    }

    /// Copies up to the next quote, counting lines.
    private mutating func scanQuoted(_ chunk: [UInt8]) throws(Refusal) {
        let start = position
        var newlines = 0
        var wasCR = false
        let (end, high) = chunk.withUnsafeBufferPointer { source in
            var index = start
            var high: UInt8 = 0
            while index < source.count {
                let byte = source[index]
                if byte == 0x22 { break }
                if byte == 0x0A || (byte == 0x0D && !(index + 1 < source.count && source[index + 1] == 0x0A)) {
                    newlines += 1
                }
                high |= byte
                index += 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
            wasCR = index == source.count && index > start && source[index - 1] == 0x0D
            return (index, high)
        }
        // A CR that ends the chunk is counted here; an LF that begins the next one belongs to it.
        if crEndedQuotedChunk, end > start, chunk[start] == 0x0A { newlines -= 1 }
        crEndedQuotedChunk = wasCR
        highBits |= high
        line += newlines
        position = end
        try checkLimits()
        if end < chunk.count {
            crEndedQuotedChunk = false
            position += 1
            place = .afterQuote
        }
    }
    private var crEndedQuotedChunk = false

    private mutating func scanAfterQuote(_ byte: UInt8) throws(Refusal) -> Bool {
        switch byte {
        case UInt8(ascii: "\""):
            bytes.append(byte)
            place = .quoted
            position += 1
            return false
        case separator, UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            position += 1
            return try endFieldOrRow(at: byte)
        default:
            throw Refusal(file: file, line: quoteLine, reason: .textAfterQuote)
        }
    }

    private mutating func endFieldOrRow(at byte: UInt8) throws(Refusal) -> Bool {
        try endField()
        if byte == separator { return false }
        lastWasCR = byte == UInt8(ascii: "\r")
        line += 1
        return true
    }

    private mutating func endField() throws(Refusal) {
        ends.append(bytes.count)
        place = .fieldStart
        if ends.count > limits.fields {
            throw Refusal(file: file, line: rowLine, reason: .tooManyFields(limit: limits.fields))
        }
    }

    private func checkLimits() throws(Refusal) {
        if bytes.count - (ends.last ?? 0) > limits.fieldBytes {
            throw Refusal(file: file, line: rowLine, reason: .fieldTooLong(limit: limits.fieldBytes))
        }
        if bytes.count > limits.rowBytes {
            throw Refusal(file: file, line: rowLine, reason: .rowTooLong(limit: limits.rowBytes))
        }
    }

    /// The row that was just ended; nil for an empty line.
    private mutating func takeRow() throws(Refusal) -> CSVRow? {
        defer { startRow() }
        if ends.count == 1, bytes.isEmpty, !rowWasQuoted { return nil }
        let row = CSVRow(line: rowLine, bytes: bytes, ends: ends)
        if highBits & 0x80 != 0, !row.isUTF8 { throw Refusal(file: file, line: rowLine, reason: .notUTF8) }
        return row
    }

    private mutating func startRow() {
        let (bytesCount, endsCount) = (bytes.count, ends.count)
        bytes = []
        ends = []
        bytes.reserveCapacity(bytesCount + 64)
        ends.reserveCapacity(endsCount)
        highBits = 0
        rowLine = line
        rowWasQuoted = false
    }
}
