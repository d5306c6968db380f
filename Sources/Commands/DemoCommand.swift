import Actions
import ArgumentParser
import DemoCompany
import Exchange
import SalesDomain
import Texts
import Wiring

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Fills an empty database with a made-up company: same seed and date, same company.")

    @Option(help: "What the company is made from")
    var seed: UInt64 = DemoCompany.usualSeed
    @Option(help: "How many sales deals it has started")
    var deals: Int = DemoCompany.usualDeals
    @Option(help: ArgumentHelp("The day up to which it has lived (default: today)", valueName: "date"))
    var until: String?
    @OptionGroup var globals: Globals

    func run() async throws {
        let texts = globals.texts
        guard (0...1_000_000).contains(deals) else {
            throw Failure.unusable(
                texts(
                    "cli.number.bad",
                    [
                        "option": "deals", "value": .text("\(deals)"), "low": "0",
                        "high": .text(texts.integer(1_000_000)),
                    ]))
        }
        let until = try day(texts)
        let office = try globals.office(.createdOrMigrated)
        guard try office.store.read({ try $0.pipelines.all().isEmpty && !$0.hasUsers() }) else {
            let address = globals.address
            throw Failure.unusable(
                texts(
                    address.key("cli.database.not_empty"),
                    ["path": .text(address.shown), "schema": .text(address.schema ?? "")]))
        }
        let company = DemoCompany(seed: seed, deals: deals, until: until)
        let bar = ProgressBar()
        let sources = company.files().map { ImportSource.memory(name: $0.name, bytes: $0.content) }
        let report = try CareProblem.worded(globals) {
            try ImportRecords(store: office.store, clock: office.clock).run(sources) { bar.show($0) }
        }
        bar.clear()
        guard report.isClean else {
            throw Failure.no(report.rejected.map { $0.placed(texts) }.joined(separator: "\n"))
        }
        try KeepModelsWord(store: office.store, live: office.live)()
        for person in DemoCompany.signIns {
            try AddUser(store: office.store)(
                AddUser.Wishes(
                    name: person.name, password: DemoCompany.password, role: person.role,
                    employee: .called(person.employeeID)),
                at: office.clock.now())
        }
        try DemoDeeds(store: office.store, live: office.live, until: company.until).run()
        if globals.json { answer(try JSONLine.of(made)) }
        say(
            texts(
                "cli.demo.done",
                ["path": .text(globals.address.shown), "password": .text(DemoCompany.password)]))
        for person in DemoCompany.signIns { say("  \(person.name)  \(texts("role.\(person.role.rawValue)"))") }
    }

    private struct Made: Encodable {
        struct SignIn: Encodable {
            let name: String
            let role: String
        }
        let database: String
        let password: String
        let users: [SignIn]
    }

    private var made: Made {
        Made(
            database: globals.address.shown, password: DemoCompany.password,
            users: DemoCompany.signIns.map { Made.SignIn(name: $0.name, role: $0.role.rawValue) })
    }

    private func day(_ texts: Texts) throws -> Day {
        let today = Zone(identifier: "Europe/Kyiv")!.day(of: Clock.system.now())
        guard let until else { return today }
        guard let day = Day(iso: until) else {
            throw Failure.unusable(texts("cli.date.bad", ["option": "until", "value": .text(until)]))
        }
        guard day <= today else {
            throw Failure.unusable(texts("cli.instant.ahead", ["option": "until", "value": .text(until)]))
        }
        return day
    }
}
