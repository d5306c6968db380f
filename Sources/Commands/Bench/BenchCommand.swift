import Actions
import ArgumentParser
import Foundation
import SalesDomain
import Wiring

struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "How fast this machine is with a large made-up company: one JSON document of figures.",
        discussion: "Works in a folder of its own that it removes; the company's database is not touched.")

    @Option(help: "How many deals the company has")
    var deals = 100_000
    @Option(help: "At least how many log entries (default: about five for each deal)")
    var log = 0
    @Option(help: "How many past months are forecast anew at three moments each; 0 leaves it out")
    var months = 24
    @OptionGroup var globals: Globals

    func run() async throws {
        for (option, value, high) in [("deals", deals, 5_000_000), ("log", log, 100_000_000), ("months", months, 36)]
        where !(0...high).contains(value) {
            throw Failure.unusable(
                globals.texts(
                    "cli.number.bad",
                    [
                        "option": .text(option), "value": .text("\(value)"), "low": "0",
                        "high": .text(globals.texts.integer(high)),
                    ]))
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "liyka-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "bench.sqlite").path
        let store = try DatabaseAddress.sqlite(path: path).open(.createdOrMigrated)
        let bench = Bench(office: Office(store: store, clock: .system))
        answer(try JSONLine.of(try bench.run(deals: deals, log: log, months: months)))
    }
}
