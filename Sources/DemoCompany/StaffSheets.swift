import SalesDomain

extension Staff {
    var sheets: [Sheet] { [departmentSheet, employeeSheet, membershipSheet, absenceSheet] }

    private var departmentSheet: Sheet {
        var sheet = Sheet("departments.csv", "department", "parent")
        for department in Staff.departments { sheet.add(department.name, department.parent) }
        return sheet
    }

    private var employeeSheet: Sheet {
        var sheet = Sheet("employees.csv", "employee_id", "name", "email", "department", "role", "active")
        for person in people {
            sheet.add(
                person.id, person.name, Latin.address(of: person.name, at: "obrii.example"), person.department,
                person.role.rawValue, person.left == nil ? "yes" : "no")
        }
        return sheet
    }

    private var membershipSheet: Sheet {
        var sheet = Sheet("memberships.csv", "employee_id", "department", "role", "head", "from", "to")
        for person in people where !person.department.isEmpty {
            var from = person.from
            if let earlier = person.earlier {
                sheet.add(
                    person.id, earlier.department, person.role.rawValue, "no", text(from), text(earlier.until + -1))
                from = earlier.until
            }
            sheet.add(
                person.id, person.department, person.role.rawValue, person.role == .head ? "yes" : "no", text(from),
                text(person.left))
        }
        return sheet
    }

    /// A fortnight every summer, not everyone's the same one.
    private var absenceSheet: Sheet {
        var sheet = Sheet("absences.csv", "employee_id", "from", "to", "kind")
        for (place, person) in sellers.enumerated() {
            for year in lastDay.year - 2...lastDay.year {
                guard let june = Day(year: year, month: 6, day: 1) else { continue }
                let first = june + (place * 37 + year * 11) % 80
                guard person.works(on: first), person.works(on: first + 13), first + 13 < lastDay else { continue }
                sheet.add(person.id, first.description, (first + 13).description, "відпустка")
            }
        }
        return sheet
    }

    private func text(_ day: Day?) -> String { day?.description ?? "" }
}
