import SalesDomain
import Testing

@testable import Exchange

private let calendar = CompanyCalendar(zone: Zone(identifier: "Europe/Kyiv")!)

private func read<Record: ExchangeRecord>(_: Record.Type, _ text: String) throws -> (
    records: [Record], refused: [Refusal]
) {
    var reader = RecordReader<Record>(name: Record.file.fileName, calendar: calendar)
    reader.feed(Array(text.utf8))
    var records: [Record] = []
    var refused: [Refusal] = []
    func take(_ answer: RecordReader<Record>.Answer) {
        switch answer {
        case .record(let record, _): records.append(record)
        case .refused(let refusal, _): refused.append(refusal)
        }
    }
    while let answer = try reader.next() { take(answer) }
    reader.finish()
    while let answer = try reader.next() { take(answer) }
    return (records, refused)
}

private let dealHeader = "deal_id,title,amount,currency,created_at,stage,status,closed_at,vat_rate,expected_close\n"

@Suite("A file of the exchange format")
struct RecordTests {
    @Test("columns come in any order, in any case, and unknown ones are reported")
    func header() throws {
        let header = try Header(
            row("Status, stage ,created_at,shoe_size,amount,closed_at,DEAL_ID"), of: .deals, named: "deals.csv")
        #expect(header.unknown == ["shoe_size"])
        #expect(header.position(of: .deal_id) == 6)
        #expect(header.position(of: .title) == nil)
    }

    @Test("a missing column is refused with what is there")
    func missing() {
        let refusal = Refusal(
            file: "deals.csv", line: 1,
            reason: .columnsMissing([.deal_id, .amount], found: ["created_at", "stage", "status", "closed_at"]))
        #expect(throws: refusal) {
            try Header(row("created_at,stage,status,closed_at"), of: .deals, named: "deals.csv")
        }
        #expect(
            refusal.words(in: .en)
                == "columns are missing: deal_id, amount; found: created_at, stage, status, closed_at")
    }

    @Test("a file is recognised by its header whatever its name", arguments: ExchangeFile.allCases)
    func recognised(file: ExchangeFile) throws {
        let header = try row(file.columns.map(\.name).joined(separator: ","))
        #expect(Header.recognise(header) == file)
    }

    @Test(
        "a bad value is refused with its column and reason",
        arguments: [
            ("d,t,1,UAH,2017-02-29,New,open,,,", Column.created_at, Refusal.Reason.notAnInstant("2017-02-29")),
            ("d,t,1,UAH,2017-02-01,New,open,,,2017-13-01", .expected_close, .notADay("2017-13-01")),
            ("d,t,1,XXX,2017-02-01,New,open,,,", .currency, .currencyUnknown("XXX")),
            ("d,t,1,UAH,2017-02-01,New,done,,,", .status, .notOneOf("done", allowed: ["open", "won", "lost"])),
            ("d,t,1,UAH,2017-02-01,Won,won,2017-01-31,,", .closed_at, .closedBeforeCreated),
            ("d,t,1,UAH,2017-02-01,Won,won,,,", .closed_at, .closedWithoutDay),
            ("d,t,1,UAH,2017-02-01,New,open,2017-02-01,,", .closed_at, .openWithClosingDay),
            ("d,t,1,UAH,2017-02-01,New,open,,1.2,", .vat_rate, .outOfRange("1.2", from: "0", to: "1")),
            ("d,t,1,UAH,2017-02-01,New,open,,nan,", .vat_rate, .notANumber("nan")),
            (",t,1,UAH,2017-02-01,New,open,,,", .deal_id, .valueMissing),
            ("d,t\u{0},1,UAH,2017-02-01,New,open,,,", .title, .forbiddenCharacter),
        ])
    func badValue(line: String, column: Column, reason: Refusal.Reason) throws {
        let found = try read(DealRecord.self, dealHeader + line)
        #expect(found.refused == [Refusal(file: "deals.csv", line: 2, column: column, reason: reason)])
        #expect(found.records.isEmpty)
    }

    @Test(
        "an amount is refused when it is no number, too exact, too large or negative",
        arguments: [
            ("1,5", Refusal.Reason.notANumber("1,5")), ("1.005", .tooManyDecimals("1.005", currency: "UAH")),
            ("1000000000000.01", .tooLarge("1000000000000.01")), ("-1", .negative("-1")),
        ])
    func badAmount(text: String, reason: Refusal.Reason) {
        let refusal = Refusal(file: "deals.csv", line: 1, column: .amount, reason: reason)
        #expect(throws: refusal) {
            try Amount(text: text).money(in: Currency(code: "UAH")!) {
                Refusal(file: "deals.csv", line: 1, column: .amount, reason: $0)
            }
        }
    }

    @Test("a row with too few or too many fields is refused alone")
    func width() throws {
        let found = try read(DepartmentRecord.self, "department,parent\nA\nB,A\nC,A,x\n")
        #expect(found.records == [DepartmentRecord(department: "B", parent: "A")])
        #expect(found.refused.map(\.line) == [2, 4])
    }

    @Test("a plan in the measure “amount” is a plan of what is won")
    func olderMeasure() throws {
        let found = try read(QuotaRecord.self, "period,measure,value\n2017-10,amount,5\n2017-10,love,5\n")
        #expect(found.records.map(\.measure) == [.won])
        #expect(found.refused.map(\.column) == [.measure])
    }

    @Test("every reason has words in both languages, and they differ")
    func words() {
        let reasons: [Refusal.Reason] = [
            .unreadable, .empty, .noRows, .notUTF8, .quoteNeverClosed, .quoteInsideField, .textAfterQuote,
            .closedBeforeCreated, .logNeverCloses, .logAgainstKnown(field: "stage"),
            .olderThanKnown(known: "x", file: "y"), .notOneOf("x", allowed: ["a", "b"]),
        ]
        for reason in reasons {
            let refusal = Refusal(file: "f", line: 1, reason: reason)
            #expect(refusal.words(in: .en) != refusal.words(in: .uk))
        }
    }

    @Test("rejected rows are written as they stood, with line, column and reason")
    func rejects() throws {
        let header = try Header(row("department,parent"), of: .departments, named: "departments.csv")
        var writer = RejectsWriter(header: header, language: .en)
        writer.add(
            try row("\"A, B\","),
            Refusal(file: "departments.csv", line: 7, column: .parent, reason: .departmentCircle("A, B")))
        #expect(
            String(decoding: writer.take(), as: UTF8.self) == """
                department,parent,rejected_line,rejected_column,rejected_reason
                "A, B",,7,parent,"the department “A, B” would be its own parent"

                """)
    }

    private func row(_ text: String) throws -> CSVRow {
        var reader = CSVReader(file: "t")
        reader.feed(Array((text + "\n").utf8))
        return try #require(try reader.next())
    }
}
