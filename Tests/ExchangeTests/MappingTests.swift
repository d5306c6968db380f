import SalesDomain
import Testing

@testable import Exchange

@Suite("A table of another system") struct MappingTests {
    private let calendar = CompanyCalendar(zone: Zone(identifier: "Europe/Kyiv")!)

    private func mapping(_ json: String) throws(Refusal) -> Mapping {
        try mappings(json).tables[0].mapping
    }

    private func mappings(_ json: String) throws(Refusal) -> Mappings {
        try Mappings(json: Array(json.utf8), file: "map.json")
    }

    private func problem(_ json: String) -> MappingProblem? {
        do { _ = try mapping(json) } catch { if case .mapping(let problem) = error.reason { return problem } }
        return nil
    }

    /// What becomes of a table: records and refusals.
    private func read(_ bytes: [UInt8], by mapping: Mapping, chunk: Int = 7) throws -> (
        deals: [DealRecord], refused: [(Refusal, CSVRow)]
    ) {
        var reader = RecordReader<DealRecord>(name: "crm.csv", calendar: calendar, mapping: mapping)
        var deals: [DealRecord] = []
        var refused: [(Refusal, CSVRow)] = []
        func drain() throws {
            while let answer = try reader.next() {
                switch answer {
                case .record(let record, _): deals.append(record)
                case .refused(let refusal, let row): refused.append((refusal, row))
                }
            }
        }
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            reader.feed(Array(bytes[start..<min(start + chunk, bytes.count)]))
            try drain()
        }
        reader.finish()
        try drain()
        return (deals, refused)
    }

    private static let columns = """
        "deal_id": "ID", "title": "Назва", "amount": "Сума", "currency": {"constant": "UAH"}, "owner_id": "Менеджер",
        "created_at": "Створено", "stage": {"column": "Етап", "values": {"Нова": "New"}, "keep": true},
        "status": {"column": "Етап", "values": {"Виграно": "won", "Програно": "lost"}, "otherwise": "open"},
        "expected_close": {"column": "Закриття", "when": {"status": "open"}},
        "closed_at": {"column": "Закриття", "when": {"status": ["won", "lost"]}}
        """
    private static let usual =
        #"{"target": "deals", "separator": ";", "dates": "dd.mm.yyyy", "decimal": ",", "empty": ["-"], "columns": {"#
        + columns + "}}"

    @Test("headings, constants, translations, dates, decimal commas and conditions make deals of its rows")
    func whole() throws {
        let table = """
            ID;Назва;Сума;Менеджер;Створено;Етап;Закриття;Коментар
            7;Вікна;1 250,50;m1;05.01.2026 9:30;Нова;31.03.2026;а
            8; Двері ;2.000;-;5.1.2026;Виграно;10.02.2026 18:00;"б;в"
            ;;;;;;;

            """
        let mapping = try mapping(Self.usual)
        let (deals, refused) = try read(Array(table.utf8), by: mapping)
        #expect(refused.isEmpty)
        var first = DealRecord(
            id: "7", stage: "New", status: .open, createdAt: try #require(calendar.instant("2026-01-05T09:30")))
        first.title = "Вікна"
        first.owner = "m1"
        first.amount = Amount(text: "1250.50")
        first.currency = Currency(code: "UAH")
        first.expectedClose = Day(iso: "2026-03-31")
        var second = DealRecord(
            id: "8", stage: "Виграно", status: .won, createdAt: try #require(calendar.instant("2026-01-05")))
        second.title = "Двері"
        second.amount = Amount(text: "2000")
        second.currency = Currency(code: "UAH")
        second.closedAt = calendar.instant("2026-02-10T18:00")
        #expect(deals == [first, second])
        let (windows, none) = try read(
            TextEncoding.windows1251.encoded(Array(table.utf8)), by: try self.mapping(encoding("windows-1251")),
            chunk: 1)
        #expect(windows == deals && none.isEmpty)
    }

    private func encoding(_ name: String) -> String {
        "{\"encoding\": \"\(name)\"," + Self.usual.dropFirst()
    }

    @Test("every letter of windows-1251 is read and written back")
    func letters() {
        let bytes = (UInt8(0)...255).filter { $0 != 0x98 }
        let text = TextEncoding.windows1251.utf8(bytes)
        let letters = Set(String(decoding: text, as: UTF8.self))
        #expect("ҐґЄєІіЇїЩщЬьЮюЯя№’«»–€".allSatisfy(letters.contains))
        #expect(TextEncoding.windows1251.encoded(text) == bytes)
        #expect(TextEncoding.windows1251.encoded(Array("是".utf8)) == [UInt8(ascii: "?")])
    }

    @Test(
        "a value that cannot be read is refused with its line, its column and the way to mend it, and the row as it stood",
        arguments: [
            (
                "9;x;1,5;m;32.01.2026;Нова;;", Column.created_at,
                Refusal.Reason.notOfForm("32.01.2026", form: "dd.mm.yyyy")
            ),
            ("9;x;1.5;m;01.01.2026;Нова;;", .amount, .notDecimal("1.5", sign: ",")),
            ("9;x;багато;m;01.01.2026;Нова;;", .amount, .notDecimal("багато", sign: ",")),
            ("9;x;1;m;;Нова;;", .created_at, .valueMissing),
            ("9;x;1;m;01.01.2026;Виграно;;", .closed_at, .closedWithoutDay),
        ])
    func refused(row: String, column: Column, reason: Refusal.Reason) throws {
        let table = "ID;Назва;Сума;Менеджер;Створено;Етап;Закриття;Коментар\n" + row + "\n"
        let (deals, refused) = try read(Array(table.utf8), by: try mapping(Self.usual))
        #expect(deals.isEmpty && refused.count == 1)
        let (refusal, made) = try #require(refused.first)
        #expect(refusal.line == 2 && refusal.column == column && refusal.reason == reason)
        #expect(made.original?.joined(separator: ";") == row)
        var written = RejectsWriter(
            header: Header(try mapping(Self.usual), names: ["ID"], unread: []), language: .uk,
            mapping: try mapping(Self.usual))
        written.add(made, refusal)
        #expect(String(decoding: written.take(), as: UTF8.self).split(separator: "\n").last?.hasPrefix(row) == true)
    }

    @Test("a row with fewer or more fields than the header is refused, whatever could be read of it")
    func width() throws {
        let table = """
            ID;Назва;Сума;Менеджер;Створено;Етап;Закриття;Коментар
            7;x;1;m;01.01.2026;Нова;
            8;x;1;m;01.01.2026;Нова;;;
            9;x;1;m;01.01.2026;Нова;;

            """
        let (deals, refused) = try read(Array(table.utf8), by: try mapping(Self.usual))
        #expect(deals.map(\.id) == ["9"] && refused.map(\.0.line) == [2, 3])
        #expect(
            refused.map(\.0.reason) == [.fieldCount(found: 7, expected: 8), .fieldCount(found: 9, expected: 8)])
    }

    @Test("refused rows are written in the encoding in which they came")
    func refusedEncoding() throws {
        let table = "ID;Назва;Сума;Менеджер;Створено;Етап;Закриття\n9;Двері;багато;m;01.01.2026;Нова;\n"
        let mapping = try mapping(encoding("windows-1251"))
        let (_, refused) = try read(TextEncoding.windows1251.encoded(Array(table.utf8)), by: mapping)
        let (refusal, row) = try #require(refused.first)
        var written = RejectsWriter(
            header: Header(mapping, names: ["ID", "Назва"], unread: []), language: .uk, mapping: mapping)
        written.add(row, refusal)
        let text = String(decoding: TextEncoding.windows1251.utf8(written.take()), as: UTF8.self)
        #expect(text.hasPrefix("ID;Назва;rejected_line"))
        #expect(text.contains("\n9;Двері;багато;m;01.01.2026;Нова;;2;amount;"))
    }

    @Test("a column's own form of dates and sign of decimals go before the file's")
    func ownForms() throws {
        let json = #"""
            {"target": "deals", "separator": ";", "dates": "dd.mm.yyyy", "decimal": ",", "columns": {
             "deal_id": "ID", "stage": {"constant": "S"}, "status": {"constant": "won"},
             "created_at": {"column": "Created", "dates": "mm/dd/yyyy"}, "closed_at": "Closed",
             "amount": {"column": "Sum", "decimal": "."}, "cost": "Cost"}}
            """#
        let table = "ID;Created;Closed;Sum;Cost\n1;12/31/2025;05.02.2026;1,250.50;1.000,5\n"
        let (deals, refused) = try read(Array(table.utf8), by: mapping(json))
        #expect(refused.map(\.0.reason) == [])
        #expect(deals.map(\.createdAt) == [calendar.instant("2025-12-31")])
        #expect(deals.map(\.closedAt) == [calendar.instant("2026-02-05")])
        #expect(deals.map(\.amount) == [Amount(text: "1250.50")] && deals.map(\.cost) == [Amount(text: "1000.5")])
    }

    @Test("a value without a word in the mapping is refused, unless it says what to take otherwise")
    func untranslated() throws {
        func statuses(_ more: String) throws -> [Deal.Status] {
            let json = """
                {"target": "deals", "columns": {"deal_id": "id", "amount": {"constant": ""}, "created_at": "at",
                "stage": {"constant": "New"}, "closed_at": {"constant": ""},
                "status": {"column": "s", "values": {"In work": "open"}\(more)}}}
                """
            let (deals, refused) = try read(
                Array("id,at,s\n1,2026-01-01,in WORK\n2,2026-01-01,new\n".utf8), by: mapping(json))
            #expect(refused.allSatisfy { $0.0.reason == .notTranslated("new") && $0.0.line == 3 })
            return deals.map(\.status)
        }
        #expect(try statuses("") == [.open])
        #expect(try statuses(", \"otherwise\": \"open\"") == [.open, .open])
    }

    @Test("a column that the file lacks, or has twice, is said of the whole file")
    func headings() throws {
        func refusal(_ header: String) -> Refusal.Reason? {
            do {
                _ = try read(Array((header + "\n1\n").utf8), by: mapping(Self.usual))
            } catch { return (error as? Refusal)?.reason }
            return nil
        }
        #expect(
            refusal("id;назва ;сума;Менеджер;Етап")
                == .headingsMissing(
                    ["Створено", "Закриття"],
                    found: ["id", "назва ", "сума", "Менеджер", "Етап"]))
        #expect(
            refusal("ID;Назва;Сума;Менеджер;Створено;Етап;Закриття;Сума") == .columnTwice("Сума"))
    }

    @Test(
        "a mapping that is wrong says what, where and what may stand there",
        arguments: [
            ("{\"target\": \"deals\",", MappingProblem.notJSON(line: nil)),
            ("[1]", .notOfKind(.object, at: "{…}")),
            ("{\"columns\": {}}", .missing("target")),
            ("{\"target\": \"deals\"}", .missing("columns")),
            ("{\"target\": 5, \"columns\": {}}", .notOfKind(.text, at: "target")),
            (
                "{\"target\": \"orders\", \"columns\": {}}",
                .targetUnknown("orders", known: ExchangeFile.allCases.map(\.rawValue))
            ),
            (
                "{\"target\": \"products\", \"columns\": {\"product\": \"P\", \"prise\": \"Q\"}}",
                .columnUnknown(
                    at: "columns.prise", target: "products", known: ["product", "price", "currency", "cost"])
            ),
            (
                "{\"target\": \"products\", \"columns\": {\"price\": \"P\"}}",
                .columnsMissing(["product"], target: "products")
            ),
            ("{\"target\": \"products\", \"columns\": {\"product\": 1}}", .notOfKind(.source, at: "columns.product")),
            (
                "{\"target\": \"products\", \"columns\": {\"product\": {\"values\": {}}}}",
                .twoOrigins(at: "columns.product")
            ),
            (
                "{\"target\": \"products\", \"decimal\": \";\", \"columns\": {\"product\": \"P\"}}",
                .notOneOf(";", at: "decimal", known: [".", ","])
            ),
            (
                "{\"target\": \"products\", \"columns\": {\"product\": {\"column\": \"P\", \"when\": {\"price\": \"1\"}}}}",
                .conditionUnknown("price", at: "columns.product.when")
            ),
            (
                "{\"target\": \"products\", \"columns\": {\"product\": \"P\", \"price\": {\"column\": \"Q\", \"when\": {\"product\": \"1\"}}, \"currency\": {\"column\": \"R\", \"when\": {\"price\": \"1\"}}}}",
                .conditionUnknown("price", at: "columns.currency.when")
            ),
        ])
    func wrongMapping(json: String, expected: MappingProblem) {
        var found = problem(json)
        if case .notJSON = found { found = .notJSON(line: nil) }
        #expect(found == expected)
        for language in Company.Language.allCases { #expect(found?.words(in: language).isEmpty == false) }
    }

    @Test("a key that nobody knows is refused, at the top and in a column")
    func unknownKeys() {
        guard
            case .unknownKey("seperator", _) = problem("{\"target\": \"deals\", \"seperator\": \";\", \"columns\": {}}")
        else {
            Issue.record("taken")
            return
        }
        let json = "{\"target\": \"products\", \"columns\": {\"product\": {\"column\": \"P\", \"vals\": {}}}}"
        guard case .unknownKey("columns.product.vals", _) = problem(json) else {
            Issue.record("taken")
            return
        }
    }

    @Test(
        "days are read in the form that is said, with a time after them, and in no other",
        arguments: [
            ("dd.mm.yyyy", "5.1.2026", "2026-01-05"), ("dd.mm.yyyy", "05.01.2026 9:05", "2026-01-05T09:05:00"),
            ("mm/dd/yyyy", "12/31/2026, 1:05:09 PM", "2026-12-31T13:05:09"), ("mm/dd/yyyy", "31/12/2026", nil),
            ("mm/dd/yyyy", "1/2/2026 12:00 am", "2026-01-02T00:00:00"), ("dd.mm.yy", "01.02.26", "2026-02-01"),
            ("dd.mm.yyyy", "29.02.2025", nil), ("dd.mm.yyyy", "01.02.26", nil), ("dd.mm.yyyy", "01.02.2026 25:00", nil),
            ("dd.mm.yyyy", "01.02.2026x", nil), ("excel", "45631", "2024-12-05"),
            ("excel", "45631.75", "2024-12-05T18:00:00"), ("excel", "-1", nil),
            ("yyyy/mm/dd", "2026/3/4", "2026-03-04"),
            ("iso", "2026-01-05T10:00+02:00", "2026-01-05T10:00+02:00"),
        ] as [(String, String, String?)])
    func days(form: String, text: String, expected: String?) throws {
        let form = try #require(DateForm(form))
        #expect(form.iso(text, timed: true) == expected)
        #expect(form.iso(text, timed: false) == expected.map { String($0.prefix(10)) })
        for wrong in ["dd.mm", "dd.dd.yyyy", "yyy.mm.dd", "", "dd,mm,yyyy"] { #expect(DateForm(wrong) == nil) }
    }

    @Test(
        "numbers are read with the sign that is said, in groups of three and with a sign of money, and in no other way",
        arguments: [
            (DecimalSign.comma, "1 250,50", "1250.50"), (.comma, "2.500", "2500"), (.comma, "1.5", nil),
            (.comma, "1\u{202F}000\u{A0}000,5", "1000000.5"), (.comma, "-3,2 ₴", "-3.2"), (.comma, "1,2,3", nil),
            (.point, "$12,400.00", "12400.00"), (.point, "95,570.69", "95570.69"), (.point, "12,40", nil),
            (.point, "1'000.5", "1000.5"), (.point, "−5", "-5"), (.point, "", nil), (.point, "12.", nil),
            (.comma, ",5", nil), (.point, "12 грн", nil), (.point, "1234,567", nil),
        ] as [(DecimalSign, String, String?)])
    func numbers(sign: DecimalSign, text: String, expected: String?) {
        #expect(sign.plain(text) == expected)
    }

    // MARK: Several tables

    private static let several = """
        {"separator": ";", "dates": "dd.mm.yyyy", "tables": [
          {"file": "Deals-*.CSV", "target": "deals", "columns": {\(columns)}},
          {"file": "pay.csv", "target": "payments", "separator": ",", "dates": "mm/dd/yyyy",
           "columns": {"payment_id": "No", "deal_id": "Deal", "date": "Day", "kind": {"constant": "paid"}, "amount": "Sum"}},
          {"file": "pay.csv", "target": "payments",
           "columns": {"payment_id": "No", "deal_id": "Deal", "date": "Due", "kind": {"constant": "expected"}, "amount": "Sum"}}
        ]}
        """

    @Test("of several tables each is for files of its name, and what is said before them holds where they say nothing")
    func several() throws {
        let found = try mappings(Self.several)
        #expect(found.names == ["Deals-*.CSV", "pay.csv"])
        let deals = found.mappings(of: "out/deals-2026-11-26.csv")
        #expect(deals.map(\.target) == [.deals] && deals.first?.separator == UInt8(ascii: ";"))
        let payments = found.mappings(of: "PAY.csv")
        #expect(payments.map(\.separator) == [UInt8(ascii: ","), UInt8(ascii: ";")])
        #expect(
            payments.map { $0.columns.first { $0.column == .date }?.dates.name } == ["mm/dd/yyyy", "dd.mm.yyyy"])
        #expect(found.mappings(of: "contacts.csv").isEmpty && found.mappings(of: "deals-.csv.gz").isEmpty)
        let one = try mappings(Self.usual)
        #expect(one.names.isEmpty && one.mappings(of: "any.csv").count == 1)
    }

    @Test(
        "a star in a file's name stands for anything between what stands around it",
        arguments: [
            ("deals.csv", "deals.csv", true), ("*", "x.csv", true), ("deals*.csv", "deals.csv", true),
            ("a*b*c", "axxbyyc", true), ("a*b*c", "axxc", false), ("ab*ba", "aba", false), ("*.csv", "csv", false),
            ("угоди*", "УГОДИ 1.csv", true),
        ])
    func names(pattern: String, name: String, fits: Bool) {
        #expect(FileName(pattern: pattern).fits("folder/" + name) == fits)
    }

    @Test("what is wrong with one of several tables is said with its place")
    func severalWrong() {
        func several(_ table: String) -> String { "{\"tables\": [\(table)]}" }
        #expect(problem("{\"tables\": []}") == .notOfKind(.tables, at: "tables"))
        #expect(problem("{\"tables\": {}}") == .notOfKind(.tables, at: "tables"))
        #expect(problem(several("{\"file\": \"a\", \"columns\": {}}")) == .missing("tables[0].target"))
        #expect(
            problem(
                several("{\"target\": \"rates\", \"columns\": {\"date\": \"d\", \"currency\": \"c\", \"rate\": \"r\"}}")
            )
                == .missing("tables[0].file"))
        #expect(
            problem(several("{\"file\": \"a\", \"target\": \"rates\", \"columns\": {\"dat\": \"d\"}}"))
                == .columnUnknown(
                    at: "tables[0].columns.dat", target: "rates", known: ExchangeFile.rates.columns.map(\.name)))
    }

    @Test("a column may come from several, of which the first that has something fills it")
    func alternatives() throws {
        let json = #"""
            {"target": "deals", "columns": {"deal_id": "ID", "amount": {"constant": ""}, "stage": "Stage",
             "created_at": "Created", "status": {"column": "Status", "values": {"Won": "won", "Lost": "lost"}, "otherwise": "open"},
             "closed_at": [{"column": "Won time", "when": {"status": "won"}}, {"column": "Lost time", "when": {"status": "lost"}}],
             "title": ["Title", {"constant": "(none)"}]}}
            """#
        let table = """
            ID,Stage,Created,Status,Won time,Lost time,Title
            1,S,2025-01-01,Won,2025-02-01,,A
            2,S,2025-01-01,Lost,2025-02-01,2025-03-01,
            3,S,2025-01-01,Open,2025-02-01,2025-03-01,C
            4,S,2025-01-01,Lost,,1 March,D

            """
        let (deals, refused) = try read(Array(table.utf8), by: mapping(json))
        #expect(deals.map(\.closedAt) == [calendar.instant("2025-02-01"), calendar.instant("2025-03-01"), nil])
        #expect(deals.map(\.title) == ["A", "(none)", "C"])
        #expect(refused.map(\.0.reason) == [.notAnInstant("1 March")])
    }

    @Test("a column with several conditions is filled only where all of them hold")
    func severalConditions() throws {
        let json = #"""
            {"target": "deals", "columns": {"deal_id": "ID", "amount": {"constant": ""}, "stage": {"constant": "S"},
             "created_at": "Created", "pipeline": "Funnel", "status": "Status",
             "closed_at": {"column": "Closed", "when": {"status": ["won", "lost"]}},
             "title": {"column": "Note", "when": {"pipeline": "Sales", "status": "lost"}}}}
            """#
        let table = """
            ID,Created,Funnel,Status,Closed,Note
            1,2025-01-01,Sales,lost,2025-02-01,A
            2,2025-01-01,Sales,won,2025-02-01,B
            3,2025-01-01,Service,lost,2025-02-01,C

            """
        let (deals, refused) = try read(Array(table.utf8), by: mapping(json))
        #expect(refused.map(\.0.reason) == [] && deals.map(\.title) == ["A", nil, nil])
    }

    @Test("of a table with the time of winning and that of losing the guess takes each for its status")
    func wonAndLost() throws {
        let table = """
            Deal - ID,Deal - Title,Deal - Stage,Deal - Status,Deal - Value,Deal - Deal created,Deal - Creation date,Deal - Won time,Deal - Lost time,Deal - Expected close date
            1,A,New,Open,100,x,2025-01-01 10:00:00,,,2025-04-01
            2,B,New,Won,100,x,2025-01-01 10:00:00,2025-02-01 10:00:00,,
            3,C,New,Lost,100,x,2025-01-01 10:00:00,,2025-03-01 11:00:00,

            """
        let start = try MappingStart(beginning: Array(table.utf8), file: "p.csv", target: .deals)
        #expect(start.missing.isEmpty)
        #expect(
            start.guessed.filter { $0.column == "closed_at" }.map(\.heading) == ["Deal - Won time", "Deal - Lost time"])
        let (deals, refused) = try read(Array(table.utf8), by: mapping(start.json))
        #expect(refused.map(\.0.reason) == [] && deals.map(\.status) == [.open, .won, .lost])
        #expect(
            deals.map(\.closedAt) == [
                nil, calendar.instant("2025-02-01T10:00:00"), calendar.instant("2025-03-01T11:00:00"),
            ])
        let several = MappingStart.json(of: [("p.csv", start), ("q.csv", start)])
        #expect(try mappings(several).tables.map(\.files?.pattern) == ["p.csv", "q.csv"])
        #expect(try mappings(several).mappings(of: "q.csv") == [mapping(start.json)])
    }

    // MARK: A mapping to begin with

    @Test("a mapping to begin with is guessed from headings in either language, and can be read as it is")
    func start() throws {
        let ukrainian = """
            Номер угоди;Назва угоди;Сума;Валюта;Відповідальний;Етап;Дата створення;Дата закриття;Теги
            1;"а;б";1 000,00;UAH;s1;Новий;31.12.2025 10:00;15.02.2026;x
            2;б;12,5;UAH;s2;Успішно реалізовано;05.01.2026 10:00;01.02.2026;
            3;в;;UAH;s1;Закрито і не реалізовано;06.01.2026 11:00;02.02.2026;

            """
        for encoding in TextEncoding.allCases {
            let bytes = encoding.encoded(Array(ukrainian.utf8))
            let start = try MappingStart(beginning: bytes, file: "crm.csv", target: .deals)
            #expect(start.missing.isEmpty && start.unused == ["Теги"])
            let (deals, refused) = try read(bytes, by: mapping(start.json))
            #expect(refused.map(\.0.reason) == [])
            #expect(deals.map(\.status) == [.open, .won, .lost])
            #expect(deals.map(\.expectedClose) == [Day(iso: "2026-02-15"), nil, nil])
            #expect(
                deals.map(\.closedAt) == [nil, calendar.instant("2026-02-01"), calendar.instant("2026-02-02")])
            #expect(deals[0].amount == Amount(text: "1000.00"))
        }
        let english = """
            Record ID,Deal Name,Deal Stage,Deal owner,Amount,Close Date,Create Date,Pipeline
            10,A,Closed Won,"Kim, Ann","1,250.00",12/31/2025,1/15/2025,Sales

            """
        let start = try MappingStart(beginning: Array(english.utf8), file: "h.csv", target: .deals)
        #expect(start.json.contains("\"dates\": \"mm/dd/yyyy\"") && start.json.contains("\"decimal\": \".\""))
        let (deals, refused) = try read(Array(english.utf8), by: mapping(start.json))
        #expect(refused.isEmpty && deals.first?.status == .won && deals.first?.owner == "Kim, Ann")
    }

    @Test(
        "a bare ID is the row's own, never that of a deal, a person or a contact that the row names",
        arguments: [
            ("deals", "ID,Назва,Сума", ["deal_id": "ID", "title": "Назва", "amount": "Сума"]),
            ("activities", "ID,Type,Start time", ["activity_id": "ID", "kind": "Type", "started_at": "Start time"]),
            (
                "activities", "ID,Deal - ID,Contact ID,User ID",
                [
                    "activity_id": "ID", "deal_id": "Deal - ID", "contact_id": "Contact ID", "employee_id": "User ID",
                ]
            ),
            ("payments", "Номер,№ угоди,Сума", ["payment_id": "Номер", "deal_id": "№ угоди", "amount": "Сума"]),
            ("payments", "Deal ID,Deal amount,Sum", ["deal_id": "Deal ID", "amount": "Sum"]),
            ("splits", "ID,Share", ["share": "Share"]), ("deal_log", "ID,Field", ["field": "Field"]),
            ("employees", "ID,Name", ["employee_id": "ID", "name": "Name"]),
            ("contacts", "Record ID,Name", ["contact_id": "Record ID", "name": "Name"]),
        ])
    func ownID(table: String, headings: String, expected: [String: String]) throws {
        let target = try #require(ExchangeFile(rawValue: table))
        let start = try MappingStart(beginning: Array((headings + "\n").utf8), file: "t.csv", target: target)
        #expect(Dictionary(uniqueKeysWithValues: start.guessed.map { ($0.column, $0.heading) }) == expected)
    }

    @Test("what is not found is said and not made up")
    func notFound() throws {
        let start = try MappingStart(beginning: Array("a,\"b\"\"c\"\n1,2\n".utf8), file: "t.csv", target: .deals)
        #expect(start.guessed.isEmpty && start.unused == ["a", "b\"c"])
        #expect(start.missing == ["deal_id", "created_at", "stage", "status"])
        #expect(problem(start.json) == .columnsMissing(start.missing, target: "deals"))
        #expect(throws: Refusal(file: "t.csv", line: 0, reason: .empty)) {
            try MappingStart(beginning: [], file: "t.csv", target: .deals)
        }
    }
}
