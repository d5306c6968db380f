import Testing

@testable import Exchange

/// Reads everything, in chunks of the given sizes in turn.
func rows(_ bytes: [UInt8], chunks sizes: [Int] = [1 << 16], limits: CSVReader.Limits = .init()) throws(Refusal)
    -> [[String]]
{
    var reader = CSVReader(file: "t.csv", limits: limits)
    var found: [[String]] = []
    var position = 0
    var turn = 0
    while position < bytes.count {
        let end = min(bytes.count, position + sizes[turn % sizes.count])
        reader.feed(Array(bytes[position..<end]))
        position = end
        turn += 1
        while let row = try reader.next() { found.append(row.texts) }
    }
    reader.finish()
    while let row = try reader.next() { found.append(row.texts) }
    return found
}

func rows(_ text: String, chunks sizes: [Int] = [1 << 16]) throws(Refusal) -> [[String]] {
    try rows(Array(text.utf8), chunks: sizes)
}

@Suite("A CSV file")
struct CSVReaderTests {
    @Test("fields are cut at commas, rows at LF, CRLF and CR, the last row needs no end")
    func plain() throws {
        #expect(try rows("a,b\n1,2\r\n3,\r,4") == [["a", "b"], ["1", "2"], ["3", ""], ["", "4"]])
    }

    @Test("quoted fields keep commas, quotes and line ends")
    func quoted() throws {
        #expect(
            try rows("\"a,b\",\"say \"\"hi\"\"\"\n\"one\ntwo\",\"\"\n") == [["a,b", "say \"hi\""], ["one\ntwo", ""]])
    }

    @Test("a byte order mark is no part of the first field, and empty lines are no rows")
    func mark() throws {
        #expect(try rows("\u{FEFF}a,b\n\n\r\n1,2\n\n", chunks: [1]) == [["a", "b"], ["1", "2"]])
        #expect(try rows("\u{FEFF}\"a\",b") == [["a", "b"]])
    }

    @Test("any chunking gives the same rows")
    func chunking() throws {
        var random = SeededRandom(seed: 7)
        let pieces = ["a", "їжак", ",", ",", "\"x,y\"", "\n", "\r\n", "\r", "\"q\"\"q\r\nz\"", "€", "1.5"]
        for _ in 0..<300 {
            var text = ""
            var open = true
            for _ in 0..<random.next(40) {
                let piece = pieces[random.next(pieces.count)]
                let quoted = piece.hasPrefix("\"")
                if quoted && !open { continue }
                text += piece
                open = piece == "," || piece.contains("\n") && !quoted || piece == "\r"
                if quoted { text += "," }
            }
            let whole = Result { try rows(text) }
            for sizes in [[1], [2], [3, 1, 7], [5]] {
                let cut = Result { try rows(text, chunks: sizes) }
                #expect((try? cut.get()) == (try? whole.get()), "\(text.debugDescription)")
            }
        }
    }

    @Test("lines are counted as an editor counts them, whatever the line ends and chunks")
    func lines() throws {
        let bytes = Array("h\r\n\"a\r\nb\"\r\nc\n\"d\re\"\rf\n".utf8)
        for size in 1...bytes.count {
            var reader = CSVReader(file: "t")
            var lines: [Int] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                reader.feed(Array(bytes[start..<min(bytes.count, start + size)]))
                while let row = try reader.next() { lines.append(row.line) }
            }
            #expect(lines == [1, 2, 4, 5, 7], "chunks of \(size)")
        }
    }

    @Test(
        "broken quoting is refused at the line where the quote opened",
        arguments: [
            ("h\na\n\"b\nc\nd", 3, Refusal.Reason.quoteNeverClosed),
            ("h\n\"b\nc\"d\n", 2, .textAfterQuote),
            ("h\na\"b\n", 2, .quoteInsideField),
        ])
    func brokenQuotes(text: String, line: Int, reason: Refusal.Reason) {
        #expect(throws: Refusal(file: "t.csv", line: line, reason: reason)) { try rows(text) }
    }

    @Test("bytes that are not UTF-8 are refused with their line, even when two fields together would be")
    func encoding() {
        #expect(throws: Refusal(file: "t.csv", line: 2, reason: .notUTF8)) { try rows([0x61, 0x0A, 0xC3, 0x2C, 0xA9]) }
        #expect(throws: Refusal(file: "t.csv", line: 1, reason: .notUTF8)) { try rows([0xFF, 0xFE, 0x61, 0x00]) }
        #expect(throws: Refusal(file: "t.csv", line: 1, reason: .notUTF8)) { try rows([0xED, 0xA0, 0x80]) }
        #expect(throws: Refusal(file: "t.csv", line: 1, reason: .notUTF8)) { try rows([0xF0, 0x9F]) }
    }

    @Test("one endless line is refused as soon as a field or the row passes its limit")
    func endless() {
        var limits = CSVReader.Limits()
        limits.fieldBytes = 1000
        limits.rowBytes = 5000
        limits.fields = 100
        #expect(throws: Refusal(file: "t.csv", line: 1, reason: .fieldTooLong(limit: 1000))) {
            try rows([UInt8](repeating: 0x61, count: 100_000), chunks: [64], limits: limits)
        }
        #expect(throws: Refusal(file: "t.csv", line: 1, reason: .tooManyFields(limit: 100))) {
            try rows([UInt8](repeating: 0x2C, count: 100_000), chunks: [64], limits: limits)
        }
        let long = [UInt8](([UInt8](repeating: 0x61, count: 900) + [0x2C]).repeated(20))
        #expect(throws: Refusal(file: "t.csv", line: 1, reason: .rowTooLong(limit: 5000))) {
            try rows(long, chunks: [64], limits: limits)
        }
    }

    @Test("no bytes whatever bring it down")
    func fuzz() {
        var random = SeededRandom(seed: 11)
        let likely: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x61, 0xEF, 0xBB, 0xBF, 0xD1, 0x97, 0x00]
        for _ in 0..<2000 {
            let bytes = (0..<random.next(60)).map { _ in
                random.next(4) == 0 ? UInt8(random.next(256)) : likely[random.next(likely.count)]
            }
            _ = try? rows(bytes, chunks: [1 + random.next(5)])
        }
    }

    @Test("what is written is read back, whatever the text")
    func roundTrip() throws {
        var random = SeededRandom(seed: 3)
        let letters = ["a", "ї", "\"", ",", "\n", "\r", "\r\n", " ", "\u{FEFF}", "€", "'", "="]
        for _ in 0..<500 {
            let table = (0...random.next(5)).map { _ in
                (0..<3).map { _ in (0..<random.next(6)).map { _ in letters[random.next(letters.count)] }.joined() }
            }
            var writer = CSVWriter()
            for row in table { writer.row(row) }
            let back = try rows(writer.bytes, chunks: [1 + random.next(9)])
            #expect(back.map { $0.map { Array($0.utf8) } } == table.map { $0.map { Array($0.utf8) } })
        }
    }
}

extension Array {
    func repeated(_ times: Int) -> [Element] { (0..<times).flatMap { _ in self } }
}

/// SplitMix64: the same numbers on every machine.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
    /// 0..<bound
    mutating func next(_ bound: Int) -> Int { bound == 0 ? 0 : Int(next() % UInt64(bound)) }
}
