internal import Exchange
internal import Ledger
internal import SalesDomain

/// The currency in which a company counts that has not said it: taken once, from the first files that hold amounts, whatever
/// else came before or comes along, and said.
extension ImportRun {
    func nameCurrency() throws {
        let key = CompanyRecord.Key.baseCurrency.rawValue
        let money = plan.files.filter { $0.rows > 0 && $0.file.holdsMoney }
        guard let place = money.first(where: { $0.file == .deals }) ?? money.first,
            try writing.batch({ try $0.settings.value(key) }) == nil, let (currency, ground) = try presumedCurrency()
        else { return }
        try batch("import company") { batch in
            try batch.touch()
            try batch.transaction.settings.set(key, currency.code)
        }
        try learnCompany()
        report.warnings.append(
            ImportWarning(
                file: place.source.name, line: 0, column: .currency, matter: .currencyTaken(currency, ground)))
    }

    /// Nil where no row can be taken, and none names a currency.
    private func presumedCurrency() throws -> (Currency, ImportWarning.CurrencyGround)? {
        let deals = try currencies(.deals, DealRecord.self)
        let others = try [
            currencies(.payments, PaymentRecord.self), currencies(.products, ProductRecord.self),
            currencies(.quotas, QuotaRecord.self),
        ]
        let rates = try currencies(.rates, RateRecord.self)
        let named = deals.named.isEmpty ? others.reduce(into: Set<Currency>()) { $0.formUnion($1.named) } : deals.named
        let quoted = try rates.named.union(writing.batch { try $0.rates.all().map(\.currency) })
        let unquoted = named.subtracting(quoted)
        if let only = unquoted.first, unquoted.count == 1 { return (only, named.count == 1 ? .only : .unquoted) }
        guard ([deals, rates] + others).contains(where: \.isTaken) else { return nil }
        return (company.baseCurrency, .usual(named: named.sorted { $0.code < $1.code }))
    }

    /// Those that rows of a kind of file name, refused ones too; and whether one of the rows can be taken.
    private func currencies<Record: ExchangeRecord>(_ file: ExchangeFile, _: Record.Type) throws
        -> (named: Set<Currency>, isTaken: Bool)
    {
        var found: (named: Set<Currency>, isTaken: Bool) = ([], false)
        for (index, one) in plan.files.enumerated() where one.file == file {
            try chunksOfAnswers(index, Record.self) { answers in
                for answer in answers {
                    let (row, refusal) = answer.parts
                    if refusal == nil { found.isTaken = true }
                    guard row.count == one.header.width else { continue }
                    let fields = Fields(row: row, header: one.header, file: one.source.name, calendar: company.calendar)
                    if let currency = try? fields.currency() { found.named.insert(currency) }
                }
            }
        }
        return found
    }
}

extension ExchangeFile {
    /// Are there amounts in it that are kept in a currency: the one that is named, or else the company's?
    fileprivate var holdsMoney: Bool {
        switch self {
        case .products, .deals, .payments, .quotas, .rates: true
        case .company, .departments, .employees, .memberships, .absences, .calendar, .pipelines, .stageVersions,
            .companyLog, .accounts, .contacts, .dealLog, .dealLines, .splits, .activities, .series, .commissionPlans,
            .commissionRules, .commissionMembers, .commissionStatements, .commissionLines, .grants, .references,
            .headlines, .forecastRecord, .submissions, .correctiveActions, .alertSnoozes:
            false
        }
    }
}
