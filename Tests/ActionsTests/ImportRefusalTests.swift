import Actions
import Exchange
import Ledger
import SalesDomain
import Testing

@Suite("Bad input")
struct ImportRefusalTests {
    @Test(
        "a file that cannot be understood is refused before anything is written",
        arguments: [
            ("", Refusal.Reason.empty),
            ("\u{FEFF}\n\n", .empty),
            (Small.header, .noRows),
            ("a,b,c\n1,2,3\n", .columnsMissing(ExchangeFile.deals.required, found: ["a", "b", "c"])),
            (
                "deal_id,amount,stage,status,closed_at\nd1,1,New,open,\n",
                .columnsMissing([.created_at], found: ["deal_id", "amount", "stage", "status", "closed_at"])
            ),
            (Small.header + Small.deal("d1") + "\"d2,,,\n" + Small.deal("d3"), .quoteNeverClosed),
            (Small.header + "\"d1\"x,,Sales,s1,1,UAH,2024-01-01,,New,open,,\n", .textAfterQuote),
        ])
    func wholeFile(text: String, reason: Refusal.Reason) throws {
        let desk = try ImportDesk()
        let before = try desk.everything()
        let problem = #expect(throws: ImportProblem.self) {
            try desk.take(["deals.csv": text])
        }
        guard case .refused(let refusals) = problem else { return }
        #expect(refusals.map(\.reason) == [reason])
        #expect(try desk.everything() == before)
    }

    @Test("bytes that are not UTF-8 are refused with their line")
    func notUTF8() throws {
        let desk = try ImportDesk()
        var bytes = Array((Small.header + Small.deal("d1")).utf8)
        bytes += [0xC7, 0xE0] + Array(Small.deal("d2").utf8)
        let problem = #expect(throws: ImportProblem.self) { try desk.take(["deals.csv": bytes]) }
        guard case .refused(let refusals) = problem else { return }
        #expect(refusals == [Refusal(file: "deals.csv", line: 3, reason: .notUTF8)])
        #expect(try desk.deals() == [])
    }

    @Test(
        "a bad row is refused alone, with its line, column and reason; every good row is in",
        arguments: [
            (Small.deal("d2", created: "2024-02-30"), Column.created_at, Refusal.Reason.notAnInstant("2024-02-30")),
            (Small.deal("d2", expected: "31.12.2024"), .expected_close, .notADay("31.12.2024")),
            (Small.deal("d2", amount: "-5"), .amount, .negative("-5")),
            (Small.deal("d2", amount: "9999999999999"), .amount, .tooLarge("9999999999999")),
            (Small.deal("d2", amount: "1.001"), .amount, .tooManyDecimals("1.001", currency: "UAH")),
            (Small.deal("d2", amount: "\"1,5\""), .amount, .notANumber("1,5")),
            (Small.deal("d2", currency: "BTC"), .currency, .currencyUnknown("BTC")),
            (
                Small.deal("d2", stage: "Won", status: "won", closed: "2024-01-09"), .closed_at,
                .closedBeforeCreated
            ),
            (
                Small.deal("d2", stage: "Won", status: "lost", closed: "2024-01-19"), .status,
                .statusAgainstStage(status: "lost", stage: "Won", outcome: "won")
            ),
            (Small.deal("d2", status: "maybe"), .status, .notOneOf("maybe", allowed: ["open", "won", "lost"])),
            (Small.deal("d1", amount: "7"), .deal_id, .sameIDOtherContent("d1")),
        ])
    func oneRow(row: String, column: Column, reason: Refusal.Reason) throws {
        let desk = try ImportDesk()
        let report = try desk.take([
            "pipelines.csv": Small.pipelines,
            "deals.csv": Small.header + Small.deal("d1") + row + Small.deal("d3"),
        ])
        #expect(report.rejected == [Refusal(file: "deals.csv", line: 3, column: column, reason: reason)])
        #expect(try desk.deals() == ["d1", "d3"])
        #expect(report.files.last?.read == 3)
        #expect(report.files.last?.rejected == 1)
    }

    @Test("a stage where deals stood keeps its outcome; one that nobody used may change")
    func outcomeOfUsedStage() throws {
        let desk = try ImportDesk()
        _ = try desk.take(["pipelines.csv": Small.pipelines, "deals.csv": Small.deals])
        let before = try desk.now("d1")
        let other = Small.pipelines.replacing("Offer,2,0.5,open", with: "Offer,2,0.5,lost")
            .replacing("New,1,0.1,open", with: "New,1,0,lost")
        let report = try desk.take(["pipelines.csv": other])
        #expect(
            report.rejected == [
                Refusal(
                    file: "pipelines.csv", line: 3, column: .outcome,
                    reason: .outcomeOfUsedStage("Offer", outcome: "open"))
            ])
        #expect(try desk.now("d1") == before)
        #expect(report.files.first?.changed == 1)
    }

    @Test("the same id with the same content is no news")
    func sameTwice() throws {
        let desk = try ImportDesk()
        let report = try desk.take(["deals.csv": Small.header + Small.deal("d1") + Small.deal("d1")])
        #expect(report.isClean)
        #expect(report.files[0].unchanged == 1)
    }

    @Test(
        "a deal whose log contradicts it is refused whole, and its log with it",
        arguments: [
            (
                "d2,2024-01-10,stage,,New\nd2,2024-01-12,stage,New,Offer\n",
                Refusal.Reason.logEndsElsewhere(field: "stage", log: "Offer", deal: "New")
            ),
            (
                "d2,2024-01-10,stage,,Offer\nd2,2024-01-12,stage,Won,New\n",
                .logBroken(field: "stage", expected: "Offer", found: "Won")
            ),
            ("d2,2024-01-09,stage,,New\n", .logBeforeCreation("2024-01-09T00:00:00+00:00")),
            ("d2,2024-01-12,amount,50,99.99\n", .logEndsElsewhere(field: "amount", log: "99.99", deal: "100.00")),
            ("d2,2024-01-12,amount,50,1.001\n", .logRefused(line: 4)),
            ("d2,2024-13-12,amount,50,100\n", .logRefused(line: 4)),
        ])
    func contradiction(entries: String, reason: Refusal.Reason) throws {
        let desk = try ImportDesk()
        let report = try desk.take([
            "pipelines.csv": Small.pipelines, "deals.csv": Small.header + Small.deal("d1") + Small.deal("d2"),
            "deal_log.csv":
                "deal_id,changed_at,field,old,new\nd1,2024-01-10,stage,,Offer\nd1,2024-01-11,stage,Offer,New\n"
                + entries,
        ])
        #expect(report.rejected.first { $0.file == "deals.csv" }?.reason == reason)
        #expect(try desk.deals() == ["d1"])
        let log = try #require(report.files.first { $0.file == .dealLog })
        #expect(log.added == 2)
        #expect(log.rejected == log.read - 2 && log.read == 2 + entries.split(separator: "\n").count)
    }

    @Test("a closed deal is refused when its log closes it at another time, or never")
    func closing() throws {
        let desk = try ImportDesk()
        let won = Small.header + Small.deal("d1", stage: "Won", status: "won", closed: "2024-02-01")
        let log = "deal_id,changed_at,field,old,new\nd1,2024-01-31,stage,New,Won\n"
        let report = try desk.take(["deals.csv": won, "deal_log.csv": log])
        guard case .logClosesElsewhen? = report.rejected.first(where: { $0.file == "deals.csv" })?.reason else {
            Issue.record("\(report.rejected)")
            return
        }
        #expect(try desk.deals() == [])
    }

    @Test("what names a deal that is not there is refused; what names anyone else makes them known")
    func dependants() throws {
        let desk = try ImportDesk()
        let report = try desk.take([
            "deals.csv": Small.header + Small.deal("d1"),
            "payments.csv": "payment_id,deal_id,date,kind,amount\np1,d1,2024-02-01,paid,10\np2,d9,2024-02-01,paid,10\n",
            "activities.csv":
                "activity_id,kind,started_at,employee_id,deal_id\na1,call,2024-02-01,s7,d1\na2,call,2024-02-01,s7,d9\n",
            "splits.csv": "deal_id,employee_id,share\nd1,s1,0.5\nd1,s2,0.4\n",
        ])
        #expect(
            report.rejected.map(\.reason) == [
                .sharesNotWhole("0.9"), .sharesNotWhole("0.9"), .dealUnknown("d9"), .dealUnknown("d9"),
            ])
        #expect(report.named["employee"] == 2)
    }

    @Test("rejected rows come back as a file that can be mended and given again")
    func rejects() throws {
        let desk = try ImportDesk()
        let kept = Kept()
        var options = ImportOptions()
        options.language = .uk
        options.rejects = { name, bytes in kept.add(name, bytes) }
        try desk.take(
            ["deals.csv": Small.header + Small.deal("d1") + Small.deal("d2", amount: "-5")], options: options)
        let lines = kept.text("deals.csv").split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[1] == "d2,,Sales,s1,-5,UAH,2024-01-10,,New,open,,,3,amount,«-5» менше за нуль")
        let mended = kept.text("deals.csv").replacing(",-5,", with: ",5,")
        let report = try desk.take(["deals.csv": mended])
        #expect(report.isClean)
        #expect(report.files[0].unknownColumns == ["rejected_line", "rejected_column", "rejected_reason"])
        #expect(try desk.deals() == ["d1", "d2"])
    }

    @Test("a path that leads to nothing is said")
    func noPath() {
        #expect(throws: ImportProblem.self) { _ = try ImportSource.files(at: ["/nowhere/deals.csv"]) }
    }
}

/// What the import handed over.
final class Kept: @unchecked Sendable {
    // Only one thread imports.
    private var files: [String: [UInt8]] = [:]
    func add(_ name: String, _ bytes: [UInt8]) { files[name, default: []] += bytes }
    func text(_ name: String) -> String { String(decoding: files[name] ?? [], as: UTF8.self) }

    @Test(
        "a deal that was refused stays refused, whatever later rows say of it",
        arguments: [Small.deal("d1", created: "2024-02-30"), Small.deal("d1", stage: "Offer")])
    func refusedBefore(row: String) throws {
        let desk = try ImportDesk()
        let log = "deal_id,changed_at,field,old,new\nd1,2024-01-10,stage,,New\n"
        let report = try desk.take([
            "pipelines.csv": Small.pipelines, "deal_log.csv": log,
            "deals.csv": Small.header + row + Small.deal("d1") + Small.deal("d3"),
        ])
        let deals = report.rejected.filter { $0.file == "deals.csv" }
        #expect(deals.map(\.line) == [2, 3])
        #expect(deals.last?.reason == .dealRefused("d1") && deals.last?.column == .deal_id)
        #expect(try desk.deals() == ["d3"])
    }
}
