internal import Exchange
internal import Ledger
internal import SalesDomain

/// Files whose rows are taken one by one.
extension ImportRun {
    func take(_ index: Int) throws {
        switch plan.files[index].file {
        case .company: try takeCompany(index)
        case .departments: try takeDepartments(index)
        case .employees: try takeEmployees(index)
        case .memberships: try takeMemberships(index)
        case .absences: try takeAbsences(index)
        case .calendar: try takeCalendar(index)
        case .pipelines: try takeStages(index)
        case .stageVersions: try takeStageVersions(index)
        case .products: try takeProducts(index)
        case .companyLog: try takeCompanyLog(index)
        case .accounts: try takeAccounts(index)
        case .contacts: try takeContacts(index)
        case .deals, .dealLog, .splits: return  // Taken together, each deal with its log.
        case .dealLines: try takeDealLines(index)
        case .payments: try takePayments(index)
        case .activities: try takeActivities(index)
        case .quotas: try takeQuotas(index)
        case .rates: try takeRates(index)
        case .series: try takeSeries(index)
        case .commissionPlans: try takeCommissionPlans(index)
        case .commissionRules: try takeCommissionRules(index)
        case .commissionMembers: try takeCommissionMembers(index)
        case .commissionStatements: try takeStatements(index)
        case .commissionLines: try takeStatementLines(index)
        case .grants: try takeGrants(index)
        case .references: try takeReferences(index)
        case .headlines: try takeHeadlines(index)
        case .forecastRecord: try takeForecastRecord(index)
        case .submissions: try takeSubmissions(index)
        case .correctiveActions: try takeCorrectiveActions(index)
        case .alertSnoozes: try takeAlertSnoozes(index)
        }
    }

    /// Says what became of a row; what is written makes the batch count.
    func taken<ID>(_ put: Put<ID>, _ batch: ImportBatch) throws -> Taken {
        switch put {
        case .added:
            try batch.touch()
            return .added
        case .changed:
            try batch.touch()
            return .changed
        case .unchanged: return .unchanged
        }
    }

    func refusal(_ index: Int, _ row: CSVRow, _ column: Column?, _ reason: Refusal.Reason) -> Refusal {
        Refusal(file: plan.files[index].source.name, line: row.line, column: column, reason: reason)
    }

    func money(_ amount: Amount?, in currency: Currency, _ index: Int, _ row: CSVRow, _ column: Column) throws -> Money?
    {
        guard let amount else { return nil }
        return try amount.money(in: currency) { refusal(index, row, column, $0) }
    }
}

/// The rows of one file by their identities: the same row again is no news, another of the same identity is refused.
struct RowsSeen {
    private var contents: [Int: Int] = [:]

    /// False when the same row was there before.
    mutating func isNew(_ identity: String, _ row: CSVRow, otherwise refusal: (Refusal.Reason) -> Refusal)
        throws(Refusal)
        -> Bool
    {
        let content = row.bytes.hashValue ^ row.ends.hashValue
        guard let known = contents.updateValue(content, forKey: identity.hashValue) else { return true }
        guard known == content else {
            contents[identity.hashValue] = known
            throw refusal(.sameIDOtherContent(identity))
        }
        return false
    }
}
