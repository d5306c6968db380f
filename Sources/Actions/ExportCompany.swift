internal import Exchange
internal import Ledger
internal import SalesDomain

/// The company, its people, its pipelines, and what is sold to whom.
extension ExportRun {
    func giveCompany() throws {
        let known = Dictionary(uniqueKeysWithValues: try ledger.settings.all().map { ($0.key, $0.value) })
        for key in CompanyRecord.Key.allCases {
            guard let value = known[key.rawValue], let record = CompanyRecord(key, value) else { continue }
            try add(record)
        }
    }

    func giveDepartments() throws {
        for department in try ledger.departments.all() {
            try add(
                DepartmentRecord(
                    department: department.name, parent: department.parent.flatMap { names.departments[$0] }))
        }
    }

    func giveEmployees() throws {
        for (id, row) in names.employees {
            try add(
                EmployeeRecord(
                    id: names.employeeNames[id] ?? row.externalID, name: row.name, email: row.email,
                    department: row.department.flatMap { names.departments[$0] }, role: row.role, active: row.active))
        }
    }

    func giveMemberships() throws {
        let rows = try ledger.memberships.all().sorted { left, right in
            let places = [left, right].map { row in
                (rank(row.employee), row.from?.number ?? .min, names.departments[row.department] ?? "")
            }
            return places[0] < places[1]
        }
        for row in rows {
            try add(
                MembershipRecord(
                    employee: employee(row.employee), department: names.departments[row.department] ?? "",
                    role: row.role, head: row.head, from: row.from, to: row.to))
        }
    }

    func giveAbsences() throws {
        let rows = try ledger.absences.all().sorted { left, right in
            let places = [left, right].map { (rank($0.employee), $0.from, $0.kind ?? "") }
            return places[0] < places[1]
        }
        for row in rows {
            try add(AbsenceRecord(employee: employee(row.employee), from: row.from, to: row.to, kind: row.kind))
        }
    }

    func giveCalendar() throws {
        for row in try ledger.calendarDays.all() {
            try add(CalendarRecord(date: row.day, working: row.working, name: row.name))
        }
    }

    func giveStages() throws {
        for pipeline in names.pipelines {
            for stage in pipeline.stages {
                try add(
                    StageRecord(
                        pipeline: pipeline.name, kind: pipeline.kind, stage: stage.name, position: stage.position,
                        probability: stage.probability, outcome: stage.outcome))
            }
        }
    }

    func giveStageVersions() throws {
        let versions = Dictionary(grouping: try ledger.stages.versions(), by: \.stage)
        for pipeline in names.pipelines {
            for stage in pipeline.stages {
                for version in versions[stage.id] ?? [] {
                    try add(
                        StageVersionRecord(
                            pipeline: pipeline.name, stage: stage.name, from: version.from,
                            position: version.position, probability: version.probability))
                }
            }
        }
    }

    func giveProducts() throws {
        for (_, row) in try ledger.products.all() {
            let currency = row.currency ?? company.baseCurrency
            try add(
                ProductRecord(
                    product: row.name, price: amount(row.price, currency), currency: row.currency,
                    cost: amount(row.cost, currency)))
        }
    }

    func giveCompanyLog() throws {
        let products = Dictionary(uniqueKeysWithValues: try ledger.products.all().map { ($0.id, $0.row.name) })
        let stages = Dictionary(
            uniqueKeysWithValues: names.pipelines.flatMap { pipeline in
                pipeline.stages.map { ($0.id, (stage: $0.name, pipeline: pipeline.name)) }
            })
        func department(_ id: Department.ID) -> String { names.departments[id] ?? "" }
        for change in try ledger.companyLog.all() {
            let what: CompanyLogRecord.What
            switch change.what {
            case .basis(let pair): what = .basis(pair)
            case .parent(let id, let pair):
                what = .parent(of: department(id), .init(old: pair.old.map(department), new: pair.new.map(department)))
            case .active(let id, let pair): what = .active(employee(id), pair)
            case .price(let id, let pair): what = .price(products[id] ?? "", pair)
            case .cost(let id, let pair): what = .cost(products[id] ?? "", pair)
            case .stage(let id): what = .stage(stages[id]?.stage ?? "", pipeline: stages[id]?.pipeline ?? "")
            }
            try add(CompanyLogRecord(recordedAt: change.recordedAt, what: what))
        }
    }

    func giveAccounts() throws {
        try ledger.accounts.each { _, row in
            try add(
                AccountRecord(
                    account: row.name, industry: row.industry, country: row.country, owner: row.owner.map(employee),
                    taxID: row.taxID, phone: row.phone))
        }
    }

    func giveContacts() throws {
        try ledger.contacts.each { _, row in
            try add(
                ContactRecord(
                    id: names.external(row.externalID, of: row.source), account: try row.account.flatMap(names.account),
                    name: row.name, email: row.email, phone: row.phone, position: row.job))
        }
    }

    func employee(_ id: Employee.ID) -> String { names.employeeNames[id] ?? "" }

    /// A scope as files name it.
    func columns(of scope: Scope) -> (department: String?, employee: String?) {
        (scope.parts.department.flatMap { names.departments[$0] }, scope.parts.employee.map(employee))
    }

    private func rank(_ id: Employee.ID) -> Int { names.employeeRanks[id] ?? .max }

    func amount(_ minorUnits: Int64?, _ currency: Currency) -> Amount? {
        minorUnits.map { Amount(Money(minorUnits: $0, currency: currency)) }
    }
}
