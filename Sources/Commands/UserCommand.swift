import Actions
import ArgumentParser
import Foundation
import SalesDomain
import Texts

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "People who may sign in.", subcommands: [Add.self, List.self, Password.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets somebody sign in; the password is read from standard input.")
        @Argument(help: "What is typed at signing in")
        var name: String
        @Option(help: "seller, head, director, accountant, analyst or admin (an employee has their own)")
        var role: Role?
        @Option(help: ArgumentHelp("The employee that this is, by the company's own id", valueName: "id"))
        var employee: String?
        @OptionGroup var globals: Globals

        func run() async throws {
            let texts = globals.texts
            let office = try globals.office()
            let add = AddUser(store: office.store)
            try UserProblem.worded(texts) {
                guard try role != nil || employee != nil || add.isEmail(name) else {
                    throw Failure.unusable(texts("cli.user.role_needed", ["name": .text(name)]))
                }
            }
            let password = try Secret.ask(texts("cli.user.password_ask", ["name": .text(name)]), texts)
            let added = try UserProblem.worded(texts) {
                try add(
                    AddUser.Wishes(
                        name: name, password: password, role: role, employee: employee.map { .called($0) }),
                    at: office.clock.now())
            }
            if globals.json { answer(try JSONLine.of(Line(name: added.name, employee: added.employee?.externalID))) }
            say(texts("cli.user.added", ["name": .text(added.name)]))
            if let person = added.employee { sayTied(to: person, texts) }
        }

        private struct Line: Encodable {
            let name: String
            let employee: String?
        }

        private func sayTied(to person: AddUser.Added.Person, _ texts: Texts) {
            let given: [String: Texts.Argument] = [
                "person": .text(person.name), "id": .text(person.externalID),
                "role": .text(texts("role." + person.role.rawValue)),
            ]
            say(texts(person.isByEmail ? "cli.user.tied" : "cli.user.tied_named", given))
            if let role, role != person.role { say(texts("cli.user.role_kept", given)) }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists them.")
        @OptionGroup var globals: Globals

        struct Line: Encodable {
            let name: String
            let role: String
            let employee: String?
            let active: Bool
        }

        func run() async throws {
            let lines = try ListUsers(store: try globals.office().store)().map {
                Line(name: $0.user.name, role: $0.user.role.rawValue, employee: $0.employee, active: $0.user.active)
            }
            if globals.json { return answer(try JSONLine.of(["users": lines])) }
            for line in lines { answer([line.name, line.role, line.employee ?? ""].joined(separator: "\t")) }
        }
    }

    struct Password: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Changes a password, read from standard input, and ends open sessions.")
        @Argument(help: "What is typed at signing in")
        var name: String
        @OptionGroup var globals: Globals

        func run() async throws {
            let texts = globals.texts
            let office = try globals.office()
            let password = try Secret.ask(texts("cli.user.password_ask", ["name": .text(name)]), texts)
            try UserProblem.worded(texts) {
                try SetPassword(store: office.store)(of: name, to: password, at: office.clock.now())
            }
            if globals.json { answer(try JSONLine.of(["name": name])) }
            say(texts("cli.user.password_set", ["name": .text(name)]))
        }
    }
}

extension Role: ExpressibleByArgument {}

extension UserProblem {
    static func worded<Result>(_ texts: Texts, _ deed: () throws -> Result) throws -> Result {
        do { return try deed() } catch let problem as UserProblem { throw Failure.no(problem.words(texts)) }
    }

    func words(_ texts: Texts) -> String {
        switch self {
        case .nameEmpty: texts("cli.user.name_bad", ["name": "«»"])
        case .nameTaken(let name): texts("cli.user.exists", ["name": .text(name)])
        case .passwordTooShort(let least): texts("cli.user.password_short", ["count": .count(least)])
        case .noSuchUser(let name): texts("cli.user.absent", ["name": .text(name)])
        case .noSuchEmployee(let id): texts("cli.user.employee_absent", ["value": .text(id)])
        case .severalCalled(let id, let names):
            texts(
                "cli.id.several",
                ["option": "--employee", "value": .text(id), "names": .text(names.joined(separator: ", "))])
        case .severalEmployees(let name, let ids):
            texts("cli.user.employees_several", ["name": .text(name), "ids": .text(ids.joined(separator: ", "))])
        case .employeeLeft(let name): texts("cli.user.employee_left", ["name": .text(name)])
        case .personLeft(let name, let id):
            texts("cli.user.person_left", ["person": .text(name), "id": .text(id)])
        case .hasAccount(let person, let id, let name):
            texts("cli.user.has_account", ["person": .text(person), "id": .text(id), "name": .text(name)])
        case .othersEmail(let name, let person, let id):
            texts("cli.user.others_email", ["name": .text(name), "person": .text(person), "id": .text(id)])
        case .roleMissing(let name): texts("cli.user.role_needed", ["name": .text(name)])
        }
    }
}
