internal import Exchange
internal import Ledger
internal import SalesDomain

/// One export, from the first file to the last, in one picture of the ledger.
final class ExportRun {
    let ledger: any Transaction
    let company: Company
    let names: ExportNames
    private let write: ([UInt8], String) throws -> Void
    private var writer = CSVWriter()
    private var file = ExchangeFile.company
    private var rows = 0
    private var files: [ExportReport.File] = []

    init(_ ledger: any Transaction, _ write: @escaping ([UInt8], String) throws -> Void) throws {
        self.ledger = ledger
        self.write = write
        company = try ledger.settings.company()
        names = try ExportNames(ledger)
    }

    func run() throws -> ExportReport {
        for file in ExchangeFile.allCases {
            self.file = file
            rows = 0
            writer.header(of: file)
            try give(file)
            try write(writer.take(), file.fileName)
            files.append(ExportReport.File(name: file.fileName, rows: rows))
        }
        return ExportReport(files: files)
    }

    func add<Record: ExchangeRecord>(_ record: Record) throws {
        writer.add(record, in: company.calendar)
        rows += 1
        if writer.bytes.count > 1 << 18 { try write(writer.take(), file.fileName) }
    }

    private func give(_ file: ExchangeFile) throws {
        switch file {
        case .company: try giveCompany()
        case .departments: try giveDepartments()
        case .employees: try giveEmployees()
        case .memberships: try giveMemberships()
        case .absences: try giveAbsences()
        case .calendar: try giveCalendar()
        case .pipelines: try giveStages()
        case .stageVersions: try giveStageVersions()
        case .products: try giveProducts()
        case .companyLog: try giveCompanyLog()
        case .accounts: try giveAccounts()
        case .contacts: try giveContacts()
        case .deals: try giveDeals()
        case .dealLog: try giveLog()
        case .dealLines: try giveLines()
        case .splits: try giveSplits()
        case .payments: try givePayments()
        case .activities: try giveActivities()
        case .quotas: try giveQuotas()
        case .rates: try giveRates()
        case .series: try giveSeries()
        case .commissionPlans: try giveCommissionPlans()
        case .commissionRules: try giveCommissionRules()
        case .commissionMembers: try giveCommissionMembers()
        case .commissionStatements: try giveStatements()
        case .commissionLines: try giveStatementLines()
        case .grants: try giveGrants()
        case .references: try giveReferences()
        case .headlines: try giveHeadlines()
        case .forecastRecord: try giveForecastRecord()
        case .submissions: try giveSubmissions()
        case .correctiveActions: try giveCorrectiveActions()
        case .alertSnoozes: try giveAlertSnoozes()
        }
    }
}
