internal import Exchange
internal import Ledger
internal import SalesDomain

/// Words on plans that were taken and by which settled bonuses were counted.
extension ImportRun {
    func noteQuota(_ quota: QuotaRow, _ index: Int, _ row: CSVRow, _ taken: Taken) {
        guard taken != .unchanged, commissionsBefore?.settled.isEmpty == false else { return }
        let place = CommissionPlansBefore.Place(file: plan.files[index].source.name, line: row.line)
        commissionsBefore?.quotaPlaces.append((quota, place))
    }

    /// Of each file one, at the first of its rows that has changed such a plan.
    func quotaWarnings(
        _ before: CommissionPlansBefore, _ quotas: [QuotaRow], _ organisation: Organisation
    ) -> [ImportWarning] {
        var found: [String: (line: Int, statements: [CommissionStatement])] = [:]
        for (row, place) in before.quotaPlaces {
            guard let quota = row.quota(in: company.calendar) else { continue }
            let resting = before.settled.filter { quota.decides($0, by: before.plans, in: organisation) }
            guard !resting.isEmpty, isOther(row, before.quotas, quotas) else { continue }
            found[place.file, default: (place.line, [])].statements += resting
        }
        return found.sorted { $0.key < $1.key }.compactMap { file, found in
            guard let resting = RestingStatements(found.statements.unique) else { return nil }
            return ImportWarning(
                file: file, line: found.line, column: .value,
                matter: .settledByQuota(resting.statements.map { settled($0, organisation) }))
        }
    }

    /// Whether something else holds now of the plan of which a row is a version.
    private func isOther(_ row: QuotaRow, _ before: [QuotaRow], _ after: [QuotaRow]) -> Bool {
        let today = company.calendar.zone.day(of: now)
        let (old, new) = (
            before.filter(row.isOfOnePlan).standing(on: today), after.filter(row.isOfOnePlan).standing(on: today)
        )
        return (old?.value, old?.currency) != (new?.value, new?.currency)
    }
}

extension [CommissionStatement] {
    /// Each once.
    fileprivate var unique: [CommissionStatement] {
        reduce(into: []) { found, one in if !found.contains(one) { found.append(one) } }
    }
}
