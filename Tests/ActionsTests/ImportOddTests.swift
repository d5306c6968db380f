import Exchange
import Foundation
import Ledger
import SalesDomain
import Testing

@testable import Actions

@Suite("Odd files") struct ImportOddTests {
    private func refused(_ bytes: [UInt8], as name: String = "deals.csv") throws -> [Refusal] {
        let desk = try ImportDesk()
        let problem = #expect(throws: ImportProblem.self) { try desk.take([name: bytes]) }
        guard case .refused(let refusals) = problem else { return [] }
        return refusals
    }

    private static let text = Small.header + Small.deal("d1")

    @Test("a workbook and a text in UTF-16 are told as what they are, whatever they are called")
    func kinds() throws {
        let wide = Self.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let workbook: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]
        for name in ["deals.csv", "deals.xlsx"] {
            #expect(try refused(workbook, as: name).map(\.reason) == [.workbook])
            #expect(try refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1], as: name).map(\.reason) == [.workbook])
            #expect(try refused([0xFF, 0xFE] + wide, as: name).map(\.reason) == [.utf16])
            #expect(try refused(wide, as: name).map(\.reason) == [.utf16])
        }
        #expect(throws: Refusal(file: "a.xlsx", line: 0, reason: .workbook)) {
            try MappingStart(beginning: workbook, file: "a.xlsx", target: .deals)
        }
    }

    @Test("columns that another sign parts are told so", arguments: [";", "\t", "|"])
    func separators(sign: String) throws {
        let bytes = Array(Self.text.replacing(",", with: sign).utf8)
        for name in ["deals.csv", "crm.csv"] {
            let refusal = try #require(try refused(bytes, as: name).first)
            #expect(refusal.reason == .otherSeparator(sign == "\t" ? "tab" : sign))
            #expect(Company.Language.allCases.allSatisfy { refusal.words(in: $0).contains("--start-mapping") })
        }
    }

    @Test("a heading of two words is no column that is called by the first")
    func headings() throws {
        let desk = try ImportDesk()
        let text =
            "deal_id,amount,created_at,stage,status,closed_at,Account manager, Currency \n"
            + "d1,5,2024-01-10,New,open,,Oleh,EUR\n"
        let report = try desk.take(["deals.csv": text])
        #expect(report.files[0].unknownColumns == ["Account manager"])
        #expect(try desk.now("d1").account == nil)
        #expect(try desk.now("d1").currency?.code == "EUR")
    }

    @Test("what a folder has besides is told; a folder without any file of the format names what it has")
    func folder() throws {
        let desk = try ImportDesk()
        let folder = desk.folder.appendingPathComponent("company")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["payment.csv", "Deals.xlsx", ".hidden"] {
            try Data("x".utf8).write(to: folder.appendingPathComponent(name))
        }
        let problem = #expect(throws: ImportProblem.self) { try ImportSource.found(at: [folder.path]) }
        guard case .refused(let refusals) = problem else { return }
        #expect(refusals.map(\.reason) == [.noFiles(found: ["Deals.xlsx", "payment.csv"])])
        try Data(Self.text.utf8).write(to: folder.appendingPathComponent("deals.csv"))
        let found = try ImportSource.found(at: [folder.path])
        #expect(found.files.map(\.name) == [folder.path + "/deals.csv"])
        #expect(found.passedOver == [folder.path + "/Deals.xlsx", folder.path + "/payment.csv"])
    }

    @Test("what is made because it is named, and differs by case or spaces only from what was there, is spoken of")
    func alike() throws {
        let desk = try ImportDesk()
        let files = [
            "pipelines.csv": Small.pipelines, "employees.csv": "employee_id,name\nS1,Sava\n",
            "deals.csv": Small.header + Small.deal("d1", stage: "new") + Small.deal("d2", stage: "Offer "),
        ]
        let report = try desk.take(files)
        #expect(report.isClean)
        let said = report.warnings.filter { if case .alike = $0.matter { true } else { false } }
        #expect(
            said == [
                ImportWarning(
                    file: "deals.csv", line: 2, column: .stage, matter: .alike(name: "new", like: "New")),
                ImportWarning(
                    file: "deals.csv", line: 2, column: .owner_id, matter: .alike(name: "s1", like: "S1")),
                ImportWarning(
                    file: "deals.csv", line: 3, column: .stage, matter: .alike(name: "Offer ", like: "Offer")),
            ])
        #expect(try desk.take(files).warnings == [])
        let alone = try ImportDesk().take([
            "deals.csv": Small.header + Small.deal("d1") + Small.deal("d2", stage: "new")
        ])
        #expect(alone.warnings.contains { $0.line == 3 && $0.matter == .alike(name: "new", like: "New") })
    }

    @Test("ids with a space at an end are spoken of, a column at a time")
    func spaces() throws {
        let report = try ImportDesk().take([
            "deals.csv": Small.header + Small.deal("d1") + Small.deal("d1 ") + Small.deal("\u{A0}d2")
        ])
        let said = report.warnings.filter { if case .spaces = $0.matter { true } else { false } }
        #expect(
            said == [
                ImportWarning(
                    file: "deals.csv", line: 3, column: .deal_id, matter: .spaces(first: "d1 ", rows: 2))
            ])
    }

    @Test(
        "in either language a warning names what was taken, for what it may be meant, and how to mend it",
        arguments: Company.Language.allCases)
    func words(language: Company.Language) {
        func words(_ matter: ImportWarning.Matter) -> String {
            ImportWarning(file: "deals.csv", line: 2, column: .stage, matter: matter).words(in: language)
        }
        func quoted(_ text: String) -> String { language == .en ? "“\(text)”" : "«\(text)»" }
        let alike = words(.alike(name: "new", like: "New"))
        #expect(alike.contains(quoted("new")) && alike.contains(quoted("New")))
        let spaces = words(.spaces(first: "d1 ", rows: 17))
        #expect(spaces.contains(quoted("d1 ")) && spaces.contains(": 17)"))
        let (uah, usd) = (Currency(code: "UAH")!, Currency(code: "USD")!)
        #expect(words(.rateOfBase(usd)).hasPrefix("USD "))
        let anew = language == .en ? "new database" : "нову базу"
        for (ground, isLate) in [
            (ImportWarning.CurrencyGround.only, false), (.unquoted, true), (.usual(named: []), true),
            (.usual(named: [usd]), true),
        ] {
            let taken = words(.currencyTaken(uah, ground))
            #expect(taken.contains("UAH") && taken.contains(anew) == isLate)
            #expect(taken.contains("USD") == (ground == .usual(named: [usd])))
        }
    }

    @Test("a start of the fiscal year that cannot be read is told how it is written")
    func yearStart() throws {
        let report = try ImportDesk().take(["company.csv": "key,value\nfiscal_year_start,1 January\n"])
        #expect(report.rejected.map(\.reason) == [.notAYearStart("1 January")])
        #expect(report.rejected.first?.words(in: .en).contains("01-01") == true)
    }
}
