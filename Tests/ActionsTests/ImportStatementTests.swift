import Actions
import Exchange
import Ledger
import SalesDomain
import Testing

@Suite("Statements and their lines") struct ImportStatementTests {
    private static let header = "plan,employee_id,period,line,rule,amount,base\n"
    private static let one = "Sellers,s1,2024-01,1,won,10.00,500.00\n"
    private static let two = "Sellers,s1,2024-01,2,won,-2.50,-125.00\n"

    private func statements(_ state: String) -> String {
        "plan,employee_id,period,state,at\nSellers,s1,2024-01,\(state),2024-02-05\n"
    }

    private func amounts(_ desk: ImportDesk) throws -> [Int64] {
        try desk.store.read { ledger in
            try ledger.commissionStatements.all().flatMap {
                try ledger.commissionStatements.lines(of: $0.id).map(\.amount)
            }
        }
    }

    @Test("lines without a statement anywhere are refused, each with the way to mend it")
    func ofNobody() throws {
        let desk = try ImportDesk()
        let report = try desk.take(["commission_lines.csv": Self.header + Self.one + Self.two])
        let refused = [2, 3].map {
            Refusal(
                file: "commission_lines.csv", line: $0, column: .plan,
                reason: .statementUnknown("Sellers s1 2024-01"))
        }
        #expect(report.rejected == refused)
        #expect(report.files[0].read == 2 && report.files[0].rejected == 2)
        for language in Company.Language.allCases {
            #expect(refused[0].words(in: language).contains("commission_statements.csv"))
        }
        #expect(try desk.store.read { try $0.employees.all() }.isEmpty)
    }

    @Test("lines alone go to the statement in the books, in the place of those that it had; again they change nothing")
    func ofKnown() throws {
        let desk = try ImportDesk()
        try desk.take(["commission_statements.csv": statements("calculated")])
        let first = try desk.take(["commission_lines.csv": Self.header + Self.one]).files[0]
        #expect(first.added == 1 && first.read == 1)
        #expect(try amounts(desk) == [1000])
        let both = Self.header + Self.two + Self.one
        let second = try desk.take(["commission_lines.csv": both]).files[0]
        #expect(second.changed == 2 && second.read == 2)
        #expect(try amounts(desk) == [1000, -250])
        let position = try desk.position()
        #expect(try desk.take(["commission_lines.csv": both]).files[0].unchanged == 2)
        #expect(try desk.position() == position)
    }

    @Test(
        "statements alone keep the lines that they have, also where they are settled; what is settled takes no others")
    func alone() throws {
        let desk = try ImportDesk()
        try desk.take([
            "commission_statements.csv": statements("calculated"), "commission_lines.csv": Self.header + Self.one,
        ])
        for state in ["approved", "paid"] {
            let report = try desk.take(["commission_statements.csv": statements(state)])
            #expect(report.isClean && report.files[0].changed == 1)
            #expect(try amounts(desk) == [1000])
        }
        let report = try desk.take(["commission_lines.csv": Self.header + Self.one + Self.two])
        #expect(
            report.rejected.map(\.reason) == [
                .statementFixed("Sellers s1 2024-01"), .statementFixed("Sellers s1 2024-01"),
            ])
        #expect(try amounts(desk) == [1000])
    }

    @Test("a new statement that is settled comes with its lines, or with the word that there are none")
    func settled() throws {
        let desk = try ImportDesk()
        let alone = try desk.take(["commission_statements.csv": statements("paid")])
        #expect(alone.rejected.map(\.reason) == [.linesMissing])
        let told = try desk.take(["commission_statements.csv": statements("paid"), "commission_lines.csv": Self.header])
        #expect(told.isClean && told.files[0].added == 1)
    }

    @Test("a line that cannot be taken takes its statement and the other lines along, each row counted once")
    func whole() throws {
        for (wrong, reason) in [
            ("Sellers,s1,2024-01,2,won,1.005,1\n", Refusal.Reason.tooManyDecimals("1.005", currency: "UAH")),
            ("Sellers,s1,2024-01,x,won,1,1\n", .notWhole("x")),
            ("Sellers,s1,2024-01,1,won,7.00,1\n", .sameIDOtherContent("Sellers s1 2024-01 / 1")),
        ] {
            let desk = try ImportDesk()
            let report = try desk.take([
                "commission_statements.csv": statements("calculated"),
                "commission_lines.csv": Self.header + Self.one + wrong,
            ])
            #expect(report.rejected.count == 3 && report.rejected.contains { $0.line == 3 && $0.reason == reason })
            #expect(report.rejected.count { $0.reason == .lineRefused(line: 3) } == 1, "\(report.rejected)")
            #expect(report.rejected.count { $0.reason == .statementRefused(line: 2) } == 1)
            #expect(report.files.map(\.read) == [1, 2] && report.files.map(\.rejected) == [1, 2])
            #expect(try desk.store.read { try $0.commissionStatements.all() }.isEmpty)
        }
    }
}
