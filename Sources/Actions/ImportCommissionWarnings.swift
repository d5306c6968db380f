internal import Exchange
internal import Ledger
internal import LiveFacts
internal import SalesDomain

/// What an import of commission plans found and where it changed them.
struct CommissionPlansBefore {
    let plans: [CommissionPlan]
    /// What rested on them then, without lines.
    let settled: [CommissionStatement]
    let quotas: [QuotaRow]
    /// Rows of plans that changed what there was, each with its place.
    var quotaPlaces: [(row: QuotaRow, place: Place)] = []
    /// The first place of each plan at which something was added or changed.
    var places: [String: Place] = [:]

    struct Place {
        let file: String
        let line: Int
    }
}

/// Words on commission plans that were taken and mean more than their rows say; asked when everything that decides it is
/// there.
extension ImportRun {
    /// Before anything of them is written.
    func rememberCommissions() throws {
        guard commissionsBefore == nil else { return }
        commissionsBefore = try writing.batch { ledger in
            CommissionPlansBefore(
                plans: try CommissionPlan.all(in: ledger),
                settled: try CommissionStatement.settled(in: ledger, company.calendar),
                quotas: try ledger.quotas.all())
        }
    }

    func noteCommission(_ plan: String, _ index: Int, _ row: CSVRow, _ taken: Taken) {
        guard taken != .unchanged, commissionsBefore?.places[plan] == nil else { return }
        commissionsBefore?.places[plan] = .init(file: self.plan.files[index].source.name, line: row.line)
    }

    func warnOfCommissions() throws {
        guard let before = commissionsBefore, !before.places.isEmpty || !before.quotaPlaces.isEmpty else { return }
        try writing.batch { ledger in
            let plans = try CommissionPlan.all(in: ledger)
            let organisation = try Organisation(ledger)
            report.warnings += midPeriodWarnings(plans, organisation)
            report.warnings += settledWarnings(before, plans, organisation)
            report.warnings += quotaWarnings(before, try ledger.quotas.all(), organisation)
        }
    }

    /// Of versions that hold later than their row says.
    private func midPeriodWarnings(_ plans: [CommissionPlan], _ organisation: Organisation) -> [ImportWarning] {
        versions.compactMap { version in
            plans.first { $0.name == version.name && $0.from == version.from }
                .flatMap { MidPeriodStart($0, among: plans, in: organisation, company.calendar) }
                .map { ImportWarning(file: version.file, line: version.line, column: .from, matter: .midPeriod($0)) }
        }
    }

    /// Of settled statements in whose period somebody is paid otherwise now, at the plan by which it came.
    private func settledWarnings(
        _ before: CommissionPlansBefore, _ plans: [CommissionPlan], _ organisation: Organisation
    ) -> [ImportWarning] {
        let others = PaidOtherwise(before.plans, plans, in: organisation)
        var found: [String: [CommissionStatement]] = [:]
        for statement in before.settled {
            guard let day = others.firstOther(statement) else { continue }
            // Where none was known before, none was changed.
            guard
                before.plans.plan(paying: statement.employee, for: statement.period, in: organisation) != nil
            else { continue }
            let names = [before.plans, plans].compactMap {
                $0.plan(of: statement.employee, in: organisation, on: day)?.name
            }
            guard let name = names.first(where: { before.places[$0] != nil }) else { continue }
            found[name, default: []].append(statement)
        }
        return found.sorted { $0.key < $1.key }.compactMap { name, statements in
            guard let place = before.places[name], let resting = RestingStatements(statements) else { return nil }
            return ImportWarning(
                file: place.file, line: place.line, column: .plan,
                matter: .settled(plan: name, resting.statements.map { settled($0, organisation) }))
        }
    }

    func settled(_ statement: CommissionStatement, _ organisation: Organisation) -> ImportWarning.Settled {
        let person = organisation.employee(statement.employee)
        return ImportWarning.Settled(
            employee: person?.externalID ?? "\(statement.employee.number)", name: person?.name ?? "",
            period: statement.period.name(in: company.calendar), state: statement.state)
    }
}
