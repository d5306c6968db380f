import Exchange
import SalesDomain
import Testing

@testable import DemoCompany

@Suite("The demo company's files") struct ReadingTests {
    let calendar = CompanyCalendar(zone: Zone(identifier: "Europe/Kyiv")!)

    @Test("every file is read whole by the importer, without a refusal")
    func read() throws {
        for (name, bytes) in Cast.files {
            let file = try #require(ExchangeFile(path: name))
            let rows = try count(file, bytes)
            #expect(rows == Cast.tables[name]?.rows.count, "\(name)")
            #expect(rows > 0, "\(name)")
        }
    }

    private func count(_ file: ExchangeFile, _ bytes: [UInt8]) throws -> Int {
        switch file {
        case .company: try count(CompanyRecord.self, bytes)
        case .departments: try count(DepartmentRecord.self, bytes)
        case .employees: try count(EmployeeRecord.self, bytes)
        case .memberships: try count(MembershipRecord.self, bytes)
        case .absences: try count(AbsenceRecord.self, bytes)
        case .calendar: try count(CalendarRecord.self, bytes)
        case .pipelines: try count(StageRecord.self, bytes)
        case .companyLog: try count(CompanyLogRecord.self, bytes)
        case .stageVersions: try count(StageVersionRecord.self, bytes)
        case .products: try count(ProductRecord.self, bytes)
        case .accounts: try count(AccountRecord.self, bytes)
        case .contacts: try count(ContactRecord.self, bytes)
        case .deals: try count(DealRecord.self, bytes)
        case .dealLog: try count(LogRecord.self, bytes)
        case .dealLines: try count(DealLineRecord.self, bytes)
        case .splits: try count(SplitRecord.self, bytes)
        case .payments: try count(PaymentRecord.self, bytes)
        case .activities: try count(ActivityRecord.self, bytes)
        case .quotas: try count(QuotaRecord.self, bytes)
        case .rates: try count(RateRecord.self, bytes)
        case .series: try count(SeriesRecord.self, bytes)
        case .commissionPlans: try count(CommissionPlanRecord.self, bytes)
        case .commissionRules: try count(CommissionRuleRecord.self, bytes)
        case .commissionMembers: try count(CommissionMemberRecord.self, bytes)
        case .commissionStatements: try count(CommissionStatementRecord.self, bytes)
        case .commissionLines: try count(CommissionLineRecord.self, bytes)
        case .grants: try count(GrantRecord.self, bytes)
        case .references: try count(ReferenceRecord.self, bytes)
        case .headlines: try count(HeadlineRecord.self, bytes)
        case .forecastRecord: try count(ForecastRecordRow.self, bytes)
        case .submissions: try count(SubmissionRecord.self, bytes)
        case .correctiveActions: try count(CorrectiveActionRecord.self, bytes)
        case .alertSnoozes: try count(AlertSnoozeRecord.self, bytes)
        }
    }

    private func count<Record: ExchangeRecord>(_: Record.Type, _ bytes: [UInt8]) throws -> Int {
        var reader = RecordReader<Record>(name: Record.file.fileName, calendar: calendar)
        reader.feed(bytes)
        var count = try drain(&reader)
        reader.finish()
        count += try drain(&reader)
        #expect(reader.header?.unknown.isEmpty != false)
        return count
    }

    private func drain<Record: ExchangeRecord>(_ reader: inout RecordReader<Record>) throws -> Int {
        var count = 0
        while let answer = try reader.next() {
            switch answer {
            case .record: count += 1
            case .refused(let refusal, _): Issue.record("\(refusal)")
            }
        }
        return count
    }
}
