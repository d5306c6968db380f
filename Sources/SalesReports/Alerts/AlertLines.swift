internal import SalesDomain

/// Which matters of a scope stand by themselves, to be acted on by whoever answers for it, and in whose line the others
/// are gathered. A person has the deals that matter to the own period, and the small ones apart; a team what is said of it and its people, and the deals that matter to
/// its period; whoever has teams below what is said of these, and of people and deals what matters to the period.
struct AlertLines {
    let shown: AlertsReport.Shown
    /// Below which the parts are told apart: the scope, or the only department in it.
    private let root: Department.ID?
    private let organisation: Organisation
    private let day: Day

    /// - Parameter toCome: what the scope's forecast has beyond what is won.
    init(_ scope: Scope, toCome: Int64, _ organisation: Organisation, on day: Day) {
        self.organisation = organisation
        self.day = day
        let (root, isTeam) = AlertLines.root(scope, organisation)
        self.root = root
        let floor = max(1, Int64(nearest: AlertsReport.Shown.share * Double(toCome)))
        if case .employee = scope { shown = .own(floor) } else { shown = isTeam ? .team(floor) : .wide(floor) }
    }

    private static func root(_ scope: Scope, _ organisation: Organisation) -> (Department.ID?, isTeam: Bool) {
        var root: Department.ID?
        if case .department(let id) = scope { root = id }
        for _ in organisation.departments {
            let below = organisation.departments.filter { $0.parent == root }
            guard below.count == 1 else { return (root, below.isEmpty) }
            root = below[0].id
        }
        return (root, true)
    }

    func placed(_ alert: AlertsReport.Alert) -> AlertsReport.Alert {
        var alert = alert
        alert.line = line(of: alert)
        return alert
    }

    private func line(of alert: AlertsReport.Alert) -> Scope? {
        guard alert.stake < shown.floor else { return nil }
        if case .own = shown { return alert.mark.deal == nil ? nil : .employee(alert.owner) }
        if alert.mark.deal != nil { return part(of: alert.owner) }
        guard case .wide = shown, case .employee(let person) = alert.mark.scope else { return nil }
        return part(of: person)
    }

    /// The department right below the root to which a person belongs, or the person.
    private func part(of person: Employee.ID?) -> Scope {
        var department = person.flatMap { organisation.department(of: $0, on: day) }
        for _ in organisation.departments {
            guard let id = department, id != root else { break }
            let parent = organisation.department(id)?.parent
            if parent == root { return .department(id) }
            department = parent
        }
        return .employee(person)
    }
}
