internal import Exchange
internal import Ledger
internal import SalesDomain

/// The company, its people and its calendar.
extension ImportRun {
    func takeCompany(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, CompanyRecord.self) { record, row, batch in
            guard try seen.isNew(record.key.rawValue, row, otherwise: { refusal(index, row, .key, $0) }) else {
                return .unchanged
            }
            let known = try batch.transaction.settings.value(record.key.rawValue)
            try refuseOlder(try batch.transaction.settings.toldAt(record.key.rawValue), known != record.value) {
                refusal(index, row, .value, $0)
            }
            try batch.transaction.settings.set(record.key.rawValue, record.value, by: telling(batch))
            guard known != record.value else { return .unchanged }
            try batch.touch()
            if case .basis(let basis) = record { try date(basis, since: known, batch) }
            return known == nil ? .added : .changed
        }
        try learnCompany()
    }

    /// The first word about the company, in however many files, is known since ever. Of a company of which files have told
    /// without a word about its basis that was the wins.
    private func date(_ basis: Company.Basis, since known: String?, _ batch: ImportBatch) throws {
        guard known != nil || companyWasTold else { return }
        let old = known.flatMap { Company.Basis(rawValue: $0) } ?? .won
        guard old != basis else { return }
        try batch.transaction.companyLog.append(
            CompanyChange(.basis(.init(old: old, new: basis)), recordedAt: at), in: try batch.id())
    }

    func takeDepartments(_ index: Int) throws {
        var seen = RowsSeen()
        var parents: [String: String] = [:]
        try batch("import departments") { batch in
            let all = try batch.transaction.departments.all()
            let names = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0.name) })
            for department in all { parents[department.name] = department.parent.flatMap { names[$0] } }
        }
        try read(index, DepartmentRecord.self) { record, row, batch in
            guard try seen.isNew(record.department, row, otherwise: { refusal(index, row, .department, $0) }) else {
                return .unchanged
            }
            var above = record.parent
            while let name = above {
                if name == record.department {
                    throw refusal(index, row, .parent, .departmentCircle(record.department))
                }
                above = parents[name]
            }
            let parent = try record.parent.map { try names.department($0, batch) }
            if let known = try batch.transaction.departments.known(record.department) {
                try refuseOlder(known.toldAt, known.parent != parent) { refusal(index, row, .parent, $0) }
            }
            parents[record.department] = record.parent
            return try taken(
                try batch.transaction.departments.put(record.department, under: parent, by: telling(batch)), batch)
        }
    }

    func takeEmployees(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, EmployeeRecord.self) { record, row, batch in
            guard try seen.isNew(record.id, row, otherwise: { refusal(index, row, .employee_id, $0) }) else {
                return .unchanged
            }
            let employee = EmployeeRow(
                source: try names.sourceID(batch.transaction), externalID: record.id, name: record.name,
                email: record.email, department: try record.department.map { try names.department($0, batch) },
                role: record.role, active: record.active)
            let known = try batch.transaction.employees.find(employee.externalID, of: employee.source)
            if let known {
                try refuseOlder(try batch.transaction.employees.toldAt(known.id), known.row != employee) {
                    refusal(index, row, .employee_id, $0)
                }
            }
            let result = try taken(try batch.transaction.employees.put(employee, by: telling(batch)), batch)
            if let known, known.row.active != employee.active {
                try withdrawTokens(of: known.id, employee, index, row, batch)
            }
            return result
        }
    }

    /// Who leaves takes their programs along, and whoever comes back begins without them: nothing that was forgotten meanwhile
    /// opens by itself.
    private func withdrawTokens(
        of id: Employee.ID, _ employee: EmployeeRow, _ index: Int, _ row: CSVRow, _ batch: ImportBatch
    ) throws {
        let number = try batch.transaction.withdrawTokens(of: id, at: now)
        guard number > 0 else { return }
        try batch.transaction.note("withdraw_tokens", on: "employee:\(id.number)", by: nil, at: now)
        report.warnings.append(
            ImportWarning(
                file: plan.files[index].source.name, line: row.line, column: .active,
                matter: .tokensWithdrawn(
                    employee: employee.externalID, name: employee.name, number: number, works: employee.active)))
    }

    func takeMemberships(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, MembershipRecord.self) { record, row, batch in
            let identity = "\(record.employee) \(record.department) \(record.from.map { "\($0)" } ?? "")"
            guard try seen.isNew(identity, row, otherwise: { refusal(index, row, .employee_id, $0) }) else {
                return .unchanged
            }
            let membership = MembershipRow(
                employee: try names.employee(record.employee, batch),
                department: try names.department(record.department, batch), role: record.role, head: record.head,
                from: record.from, to: record.to)
            return try taken(try batch.transaction.memberships.put(membership), batch)
        }
    }

    func takeAbsences(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, AbsenceRecord.self) { record, row, batch in
            let identity = "\(record.employee) \(record.from) \(record.kind ?? "")"
            guard try seen.isNew(identity, row, otherwise: { refusal(index, row, .employee_id, $0) }) else {
                return .unchanged
            }
            let absence = AbsenceRow(
                employee: try names.employee(record.employee, batch), from: record.from, to: record.to,
                kind: record.kind)
            return try taken(try batch.transaction.absences.put(absence), batch)
        }
    }

    func takeCalendar(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, CalendarRecord.self) { record, row, batch in
            guard try seen.isNew("\(record.date)", row, otherwise: { refusal(index, row, .date, $0) }) else {
                return .unchanged
            }
            let day = CalendarDayRow(day: record.date, working: record.working, name: record.name)
            return try taken(try batch.transaction.calendarDays.put(day), batch)
        }
    }
}
