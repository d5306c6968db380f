import Actions
import ArgumentParser
import Ledger
import ReportDocuments
import SalesDomain
import Texts

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Tokens with which programs read the API in a person's place.",
        subcommands: [Add.self, List.self, Remove.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a token and prints it: this once, for only its digest is stored.")
        @Argument(help: "What the token is for, such as the name of the program")
        var name: String
        @Option(help: ArgumentHelp("In whose place the program reads: what is typed at signing in", valueName: "who"))
        var user: String
        @Option(help: ArgumentHelp("The last day on which it works (default: no end)", valueName: "day"))
        var until: String?
        @OptionGroup var globals: Globals

        func run() async throws {
            let texts = globals.texts
            let office = try globals.office()
            let wishes = KeepTokens.Wishes(name: name, until: try lastDay(texts))
            let made = try TokenProblem.worded(globals, user) {
                try KeepTokens(store: office.store).make(wishes, of: user, at: office.clock.now())
            }
            let document = TokenDocument(
                id: made.id.number, name: made.name, user: user, .made(until: made.until, secret: made.secret.text))
            answer(globals.json ? document.json.text : made.secret.text)
            say(
                texts(
                    made.until == nil ? "cli.token.made" : "cli.token.made_until",
                    [
                        "name": .text(made.name), "user": .text(user),
                        "until": .text(made.until.map { "\($0)" } ?? ""),
                    ]))
        }

        private func lastDay(_ texts: Texts) throws -> Day? {
            guard let until else { return nil }
            guard let day = Day(iso: until), Day.years.contains(day.year) else {
                throw Failure.unusable(texts("cli.token.until_bad", ["value": .text(until)]))
            }
            return day
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists them; what they read like is stored nowhere.")
        @Option(help: ArgumentHelp("Of this person only", valueName: "who"))
        var user: String?
        @Flag(help: "Also those that were withdrawn")
        var all = false
        @OptionGroup var globals: Globals

        func run() async throws {
            let office = try globals.office()
            let every = try TokenProblem.worded(globals, user ?? "") {
                let owner = try user.map { try KeepTokens.user($0, in: office.store) }
                return try ListTokens(store: office.store)(of: owner?.id, at: office.clock.now())
            }
            let rows = every.filter { all || $0.state != .withdrawn }
            if globals.json {
                return answer(JSONValue.object([("tokens", .array(rows.map { TokenDocument($0).json }))]).text)
            }
            if rows.isEmpty { return say(globals.texts("cli.token.none")) }
            answer(List.table(rows, globals.texts).text)
        }

        private static func table(_ rows: [ListTokens.Row], _ texts: Texts) -> Table {
            var table = Table(
                ["id", "name", "user", "state", "until", "used"].map { texts("cli.token.column." + $0) })
            for row in rows {
                table.add([
                    "\(row.token.id.number)", row.token.name, row.owner.name,
                    texts("cli.token.state." + row.state.rawValue), row.until.map { "\($0)" } ?? texts("none"),
                    row.token.usedOn.map { "\($0)" } ?? texts("none"),
                ])
            }
            return table
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Withdraws a token: it opens nothing from now on.")
        @Argument(help: ArgumentHelp("The token's number in `liyka token list`", valueName: "number"))
        var id: Int64
        @OptionGroup var globals: Globals

        func run() async throws {
            let texts = globals.texts
            let office = try globals.office()
            let done = try TokenProblem.worded(globals, "") {
                try KeepTokens(store: office.store).withdraw(Token.ID(id), at: office.clock.now())
            }
            if globals.json {
                answer(
                    TokenDocument(id: id, name: done.token.name, user: done.owner.name, .withdrawn).json.text)
            }
            say(
                texts(
                    "cli.token.withdrawn", ["name": .text(done.token.name), "user": .text(done.owner.name)]))
        }
    }
}

extension TokenDocument {
    fileprivate init(_ row: ListTokens.Row) {
        self.init(
            id: row.token.id.number, name: row.token.name, user: row.owner.name,
            .listed(state: row.state.rawValue, made: row.madeOn, until: row.until, lastUsed: row.token.usedOn))
    }
}

extension TokenProblem {
    static func worded<Result>(_ globals: Globals, _ user: String, _ deed: () throws -> Result) throws -> Result {
        do { return try deed() } catch let problem as TokenProblem {
            throw Failure.no(problem.words(user, globals.texts))
        } catch let error as LedgerError {
            throw Failure.unusable(error.words(globals.texts, globals.address))
        }
    }

    private func words(_ user: String, _ texts: Texts) -> String {
        switch self {
        case .nameEmpty: texts("cli.token.name_empty")
        case .nameTaken(let name): texts("cli.token.name_taken", ["name": .text(name), "user": .text(user)])
        case .over(let day): texts("cli.token.over", ["value": .text("\(day)")])
        case .tooMany(let most): texts("cli.token.many", ["user": .text(user), "most": .count(most)])
        case .noSuchUser(let name): texts("cli.user.absent", ["name": .text(name)])
        case .shut(let name): texts("cli.token.shut", ["user": .text(name)])
        case .noSuchToken(let number): texts("cli.token.absent", ["value": .text("\(number)")])
        }
    }
}
