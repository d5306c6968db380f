package import SalesDomain
internal import Texts
internal import WebRoutes

/// The administrator's page: are people and rights right, are the data in, is there a backup?
package struct SettingsPage: Sendable {
    /// Somebody who may sign in, or might again.
    package struct Account: Sendable {
        package let id: Int64
        /// What is typed at signing in.
        package let name: String
        /// The person's own name, where it is known.
        package let person: String?
        package let role: Role
        package let department: String?
        package let isOpen: Bool
        /// The reader's own: it cannot be closed from here.
        package let isMine: Bool
        package init(
            id: Int64, name: String, person: String?, role: Role, department: String?, isOpen: Bool, isMine: Bool
        ) {
            self.id = id
            self.name = name
            self.person = person
            self.role = role
            self.department = department
            self.isOpen = isOpen
            self.isMine = isMine
        }
    }

    package struct Content: Sendable {
        package var accounts: [Account] = []
        /// Active employees without an account, in the order of names.
        package var others: [(id: Employee.ID, name: String)] = []
        package var data = DataState()
        /// Everybody's that are not withdrawn.
        package var tokens: [TokenTable.Line] = []
        package var opened: Opened?
        package var problem: Problem?
        /// What was typed into the form, when it was refused.
        package var typed = ""
        /// What was chosen in it.
        package var chosen: (employee: Employee.ID?, role: Role?) = (nil, nil)
        package init() {}
    }

    /// Who was let in just now, and with which password: shown this once.
    package struct Opened: Sendable {
        package struct Whose: Sendable {
            package let name: String
            package let role: Role
            /// Nobody chose the person: the e-mail did.
            package let isByEmail: Bool
            package init(name: String, role: Role, isByEmail: Bool) {
                self.name = name
                self.role = role
                self.isByEmail = isByEmail
            }
        }
        package let name: String
        package let password: String
        /// Nil: not asked, or of no employee.
        package let whose: Whose?
        package init(name: String, password: String, whose: Whose? = nil) {
            self.name = name
            self.password = password
            self.whose = whose
        }
    }

    package struct DataState: Sendable {
        package var deals = 0
        package var logEntries = 0
        package var imports: [(path: String, at: Instant, isWhole: Bool)] = []
        package var lastBackup: Instant?
        package init() {}
    }

    package enum Problem: Sendable {
        case empty, taken, role, several, left, noEmployee
        /// Whoever was chosen.
        case personLeft(String)
        /// Who was chosen, or has the e-mail, signs in already by this name.
        case hasAccount(String, name: String)
        /// Whose e-mail it is.
        case othersEmail(String)
    }

    private let content: Content
    private let frame: Frame

    package init(_ content: Content, frame: Frame) {
        self.content = content
        self.frame = frame
    }

    package func html() -> String { Templates.render("settings", values) }

    var values: Values {
        frame.values(
            Heading(title: texts("page.settings")),
            [
                "sentence_html": sentence, "action": Route.settings.target, "csrf": frame.csrf,
                "opened": content.opened.map {
                    [
                        "words": texts("settings.opened", ["name": .text($0.name)]), "password": $0.password,
                        "whose": $0.whose.map(whose) ?? false as Any,
                    ] as Values
                } ?? false as Any,
                "problem": content.problem.map { ["words": words($0)] as Values } ?? false as Any,
                "typed": content.typed, "accounts": content.accounts.map(row),
                "others": content.others.map {
                    [
                        "id": String($0.id.number), "name": $0.name, "current": $0.id == content.chosen.employee,
                    ] as Values
                },
                "roles": Role.allCases.map {
                    [
                        "code": $0.rawValue, "label": texts("role." + $0.rawValue),
                        "current": $0 == content.chosen.role ?? .admin,
                    ] as Values
                },
                "facts": facts, "commands": commands,
                "own_tokens_html": texts.html("settings.tokens", ["account": .text(Route.account.target)]),
            ].merging(TokenTable(lines: content.tokens, namesOwners: true).values(texts)) { own, _ in own })
    }

    private var texts: Texts { frame.texts }

    private var sentence: String {
        texts.html(
            "settings.sentence",
            [
                "open": .count(content.accounts.filter(\.isOpen).count), "others": .count(content.others.count),
                "deals": .count(content.data.deals),
            ])
    }

    private func whose(_ person: Opened.Whose) -> String {
        texts(
            person.isByEmail ? "settings.opened.whose.email" : "settings.opened.whose",
            ["person": .text(person.name), "role": .text(texts("role." + person.role.rawValue))])
    }

    private func words(_ problem: Problem) -> String {
        let name: [String: Texts.Argument] = ["name": .text(content.typed)]
        return switch problem {
        case .empty: texts("settings.problem.empty")
        case .taken: texts("settings.problem.taken", name)
        case .role: texts("settings.problem.role")
        case .several: texts("settings.problem.several", name)
        case .left: texts("settings.problem.left", name)
        case .noEmployee: texts("settings.problem.no_employee")
        case .personLeft(let person): texts("settings.problem.person_left", ["person": .text(person)])
        case .hasAccount(let person, let account):
            texts("settings.problem.has_account", ["person": .text(person), "account": .text(account)])
        case .othersEmail(let person):
            texts("settings.problem.others_email", ["name": .text(content.typed), "person": .text(person)])
        }
    }

    private func row(_ account: Account) -> Values {
        [
            "id": String(account.id), "name": account.name, "person": account.person ?? account.name,
            "role": texts("role." + account.role.rawValue), "department": account.department ?? "",
            "state": texts(account.isOpen ? "settings.state.open" : "settings.state.closed"), "closed": !account.isOpen,
            "turn": account.isMine
                ? false as Any
                : [
                    "deed": account.isOpen ? "close" : "open",
                    "label": texts(account.isOpen ? "settings.close" : "settings.open"),
                ] as Values,
        ]
    }

    private var facts: [Values] {
        let data = content.data
        func moment(_ instant: Instant) -> String { texts.moment(instant, in: frame.zone) }
        var facts: [(String, String)] = [
            (texts("settings.data.deals"), texts.integer(data.deals)),
            (texts("settings.data.log"), texts.integer(data.logEntries)),
            (
                texts("settings.data.backup"),
                data.lastBackup.map { moment($0) } ?? texts("settings.data.no_backup")
            ),
        ]
        facts += data.imports.map { run in
            (
                texts("settings.data.import", ["path": .text(shown(run.path))]),
                moment(run.at) + (run.isWhole ? "" : " · " + texts("settings.data.unfinished"))
            )
        }
        return facts.map { ["name": $0.0, "value": $0.1] }
    }

    /// An import of a folder names every file of it.
    private func shown(_ path: String) -> String {
        let files = path.split(separator: " ").count
        return files > 3 ? texts("settings.data.files", ["count": .count(files)]) : path
    }

    /// What is done where the server is.
    private var commands: [Values] {
        frame.told(content.data.deals == 0 ? [.importing, .demo, .backup] : [.importing, .backup])
    }
}
