package import Ledger
package import SalesDomain
package import SalesFacts

extension CompanyFrame {
    /// Everything but deals, as the books have it now.
    package init(_ ledger: any Transaction) throws {
        let company = try ledger.settings.company()
        self.init(
            company: company, organisation: try Organisation(ledger), pipelines: try ledger.pipelines.all(),
            stageVersions: try CompanyFrame.versions(ledger),
            products: try ledger.products.all().map { $0.row.product($0.id) }, rates: try ledger.rates.all(),
            quotas: try ledger.quotas.all().compactMap { $0.quota(in: company.calendar) },
            absences: try ledger.absences.all().map { Absence(employee: $0.employee, from: $0.from, to: $0.to) },
            series: try CompanyFrame.series(ledger))
        changes = try ledger.companyLog.all()
        commissions = try CommissionPlan.all(in: ledger)
        grants = try ledger.grants.all()
        references = try ledger.referenceFunnels.all()
        headlines = try ledger.headlines.all()
        submissions = try ledger.submissions.all(in: company.calendar)
    }

    private static func series(_ ledger: any Transaction) throws -> [SeriesPoint] {
        var points = [SeriesPoint]()
        try ledger.seriesPoints.each { points.append(SeriesPoint(series: $0, day: $1, value: $2)) }
        return points
    }

    /// A version that says nothing of its place or chance keeps the stage's own.
    private static func versions(_ ledger: any Transaction) throws -> [StageVersion] {
        let stages = Dictionary(uniqueKeysWithValues: try ledger.stages.all().map { ($0.id, $0.row) })
        return try ledger.stages.versions().compactMap { version in
            guard let stage = stages[version.stage] else { return nil }
            return StageVersion(
                stage: version.stage, from: version.from, position: version.position ?? stage.position,
                probability: version.probability)
        }
    }
}

extension Organisation {
    /// Departments and people in the order of their names, and who belonged where.
    package init(_ ledger: any Transaction) throws {
        let people = try ledger.employees.all()
        let sources = try SourceNames(ledger)
        self.init(
            departments: try ledger.departments.all(),
            employees: try Organisation.inOrder(
                people.map { person in
                    let name = try ledger.employees.name(of: person, among: sources)
                    let names = [person.row.externalID, sources.whole(person.row.externalID, of: person.row.source)]
                    return Employee(
                        id: person.id, externalID: name, otherNames: names.filter { $0 != name },
                        exportedID: sources.exported(person.row.externalID, of: person.row.source),
                        name: person.row.name,
                        role: person.row.role, active: person.row.active)
                }),
            memberships: try Organisation.memberships(ledger, people))
    }

    /// By name; of equal names by what an export calls them.
    private static func inOrder(_ people: [Employee]) -> [Employee] {
        people.map { (key: TextKey.order($0.name), person: $0) }.sorted { left, right in
            left.key == right.key
                ? left.person.exportedID < right.person.exportedID : left.key.lexicographicallyPrecedes(right.key)
        }.map(\.person)
    }

    /// As written down; of somebody about whom nothing is written, the department of the person's own record, since ever,
    /// as its head when that is the person's role.
    private static func memberships(_ ledger: any Transaction, _ people: [(id: Employee.ID, row: EmployeeRow)]) throws
        -> [Membership]
    {
        let roles = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0.row.role) })
        let written = try ledger.memberships.all().map {
            Membership(
                employee: $0.employee, department: $0.department, role: $0.role ?? roles[$0.employee] ?? .seller,
                isHead: $0.head, from: $0.from, to: $0.to)
        }
        let known = Set(written.map(\.employee))
        let implied = people.compactMap { person -> Membership? in
            guard let department = person.row.department, !known.contains(person.id) else { return nil }
            return Membership(
                employee: person.id, department: department, role: person.row.role, isHead: person.row.role == .head)
        }
        return written + implied
    }
}
