internal import Actions
internal import Ledger
internal import SalesDomain
internal import WebPages
internal import WebRoutes

extension Desk {
    /// Only for an administrator; to everybody else there is no such page.
    func settings(_ member: Member) throws -> Answer {
        guard member.role == .admin else { throw Refusal.notFound }
        guard member.guest.visit.verb == .post else { return try showSettings(SettingsPage.Content(), member) }
        let form = member.guest.visit.form
        let keep = KeepAccounts(store: office.store, passwords: office.passwords)
        let now = office.clock.now()
        switch form.last("deed") {
        case "add": return try letIn(member, at: now)
        case "renew":
            var content = SettingsPage.Content()
            let opened = try keep.renew(try account(form), by: member.doer, at: now)
            content.opened = .init(name: opened.name, password: opened.password)
            return try showSettings(content, member)
        case "open", "close":
            try keep.setOpen(form.last("deed") == "open", try account(form), by: member.doer, at: now)
            return .redirect(to: .settings)
        case "withdraw":
            try withdrawToken(member, at: now)
            return .redirect(to: .settings)
        default: throw Refusal.badRequest("deed")
        }
    }

    private func account(_ form: Query) throws(Refusal) -> User.ID {
        guard let id = form.last("account").flatMap({ Int64($0) }) else { throw .badRequest("account") }
        return User.ID(id)
    }

    private func letIn(_ member: Member, at now: Instant) throws -> Answer {
        let form = member.guest.visit.form
        var content = SettingsPage.Content()
        content.typed = form.last("name") ?? ""
        let employee = form.last("employee").flatMap { Int64($0) }.map { Employee.ID($0) }
        let role = form.last("role").flatMap(Role.init(rawValue:))
        do {
            let added = try AddUser(store: office.store, passwords: office.passwords)(
                .init(name: content.typed, password: nil, role: role, employee: employee.map { .employee($0) }),
                by: member.doer, at: now)
            content.opened = .init(
                name: added.name, password: added.password,
                whose: added.employee.map { .init(name: $0.name, role: $0.role, isByEmail: $0.isByEmail) })
            content.typed = ""
            return try showSettings(content, member)
        } catch let problem as UserProblem {
            content.problem = SettingsPage.Problem(problem)
            content.chosen = (employee, role)
        }
        return try showSettings(content, member, status: .unprocessableContent)
    }

    private func showSettings(
        _ content: SettingsPage.Content, _ member: Member, status: Answer.Status = .ok
    ) throws -> Answer {
        var content = content
        try office.store.read { ledger in
            let users = try ledger.users()
            content.accounts = users.map { member.account($0) }
            let known = Set(users.compactMap(\.employee))
            content.others = member.organisation.employees.filter { $0.active && !known.contains($0.id) }
                .map { ($0.id, $0.name) }
            content.data = try SettingsPage.DataState(ledger)
        }
        content.tokens = try tokens(member, of: nil)
        return .html(SettingsPage(content, frame: frame(member)).html(), status: status)
    }
}

extension Member {
    fileprivate func account(_ user: User) -> SettingsPage.Account {
        let employee = user.employee.flatMap { organisation.employee($0) }
        let department = employee.flatMap { organisation.department(of: $0.id, on: today) }
        return SettingsPage.Account(
            id: user.id.number, name: user.name, person: employee?.name ?? user.called,
            role: employee?.role ?? user.role, department: department.flatMap { organisation.department($0)?.name },
            isOpen: user.active && employee?.active != false, isMine: user.id == session.user.id)
    }
}

extension SettingsPage.DataState {
    fileprivate init(_ ledger: any Transaction) throws {
        self.init()
        let counts = try Counts(ledger)
        deals = counts["deals"] ?? 0
        logEntries = counts["deal_log"] ?? 0
        imports = try ledger.imports.latest(5).map { ($0.path, $0.startedAt, $0.finishedAt != nil) }
        lastBackup = try ledger.last(BackUp.deed)
    }
}

extension SettingsPage.Problem {
    fileprivate init(_ problem: UserProblem) {
        switch problem {
        case .nameTaken: self = .taken
        case .severalEmployees, .severalCalled: self = .several
        case .employeeLeft: self = .left
        case .personLeft(let name, _): self = .personLeft(name)
        case .noSuchEmployee: self = .noEmployee
        case .hasAccount(let person, _, let name): self = .hasAccount(person, name: name)
        case .othersEmail(_, let person, _): self = .othersEmail(person)
        case .roleMissing: self = .role
        case .nameEmpty, .passwordTooShort, .noSuchUser: self = .empty
        }
    }
}
