import ArgumentParser
import Foundation
import Ledger
import Logging
import SalesDomain
import Texts
import WebServer
import Wiring

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serves the pages and the API.")

    @Option(help: "Port to listen on; 0 takes a free one")
    var port = 8080
    @Option(help: "Address to listen on")
    var host = "127.0.0.1"
    @Flag(help: "People come by https (a proxy stands before this server)")
    var https = false
    @OptionGroup var globals: Globals

    func run() async throws {
        let texts = globals.texts
        guard (0...65_535).contains(port) else {
            throw Failure.unusable(
                texts("cli.number.bad", ["option": "port", "value": .text("\(port)"), "low": "0", "high": "65535"]))
        }
        let office = watched(try globals.office(.createdOrMigrated))
        let logger = Logger(label: "liyka")
        let server = WebServer(office: office.web(logger), settings: settings) { news in
            switch news {
            case .serving(let host, let port):
                say(texts("cli.serve.address", ["address": .text("http://\(host):\(port)")]))
            case .setUpCode(let code):
                let address = "http://\(host):\(port)/set-up"
                say(texts("cli.serve.code", ["address": .text(address), "code": .text(code)]))
            }
        }
        // Nothing runs any more: what the write-ahead log holds goes into the file.
        defer { try? office.store.close() }
        let warm = KeepWarm(office: office, logger: logger)
        let begun = await warm.begin()
        let keeper = Task.detached { await KeepRecord(office: office, logger: logger).run() }
        let warmer = Task.detached { await warm.run(from: begun) }
        defer {
            keeper.cancel()
            warmer.cancel()
        }
        do { try await server.run() } catch  where "\(error)".contains("EADDRINUSE") || "\(error)".contains("errno: 98")
        {
            throw Failure.unusable(texts("cli.serve.port", ["port": .text("\(port)")]))
        }
    }

    /// Says so when the database's server is lost, and when it is back.
    private func watched(_ office: Office) -> Office {
        let (texts, address) = (globals.texts, globals.address)
        let store = WatchedStore(office.store) { problem in
            if let problem {
                say("liyka: " + problem.words(texts, address) + " " + texts("cli.serve.lost"))
            } else {
                say(texts("cli.serve.back", ["path": .text(address.shown)]))
            }
        }
        return Office(store: store, clock: office.clock)
    }

    private var settings: WebSettings {
        var settings = WebSettings()
        settings.host = host
        settings.port = port
        settings.https = https
        settings.database = globals.address.shown
        settings.behindProxy = https
        let folder = ProcessInfo.processInfo.environment["LIYKA_ASSETS"] ?? ".assets"
        settings.assets = FileManager.default.fileExists(atPath: folder) ? folder : nil
        return settings
    }
}
