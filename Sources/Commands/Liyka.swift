import ArgumentParser
import Foundation
import Wiring

/// The whole command line: reads the words, runs the command, gives the exit status (0, 1 or 2, never another).
package enum LiykaCommandLine {
    package static func run(_ arguments: [String]) async -> Int32 {
        FreedMemory.keep()
        do {
            let words = Arguments.globalsLast(arguments)
            try Liyka.check(command: words)
            var command = try Liyka.parseAsRoot(words)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return 0
        } catch let exit as ExitStatus {
            return exit.status
        } catch let failure as Failure {
            say("liyka: " + DatabaseAddress.masked(failure.words, arguments))
            return failure.status
        } catch {
            let words = Liyka.fullMessage(for: error)
            if Liyka.exitCode(for: error) == .success {
                answer(words)
                return 0
            }
            say(DatabaseAddress.masked(words, arguments))
            return Exit.unusable
        }
    }
}

struct Liyka: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "liyka",
        abstract: "A sales CRM that looks forward: forecast, funnel, plan and how right it was.",
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, DemoCommand.self, UserCommand.self, TokenCommand.self, DatabaseCommand.self,
            ImportCommand.self, ExportCommand.self, ForecastCommand.self, BacktestCommand.self, SeriesCommand.self,
            ReportCommand.self,
            BenchCommand.self,
        ])
}

extension Liyka {
    /// The parser takes a command that is not there for an argument, and the options after it for unknown ones.
    fileprivate static func check(command words: [String]) throws {
        guard let name = words.first, !name.hasPrefix("-"), name != "help" else { return }
        let known = configuration.subcommands.compactMap { $0.configuration.commandName }
        guard !known.contains(name) else { return }
        throw Failure.unusable(Globals.spoken(in: words).texts("cli.command.bad", ["value": .text(name)]))
    }
}

extension Globals {
    /// Of the command line the language alone, for what must be said outside a command.
    static func spoken(in words: [String]) -> Globals {
        let said = words.firstIndex(of: "--lang").flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
        var globals = Globals()
        globals.lang = said.flatMap(Language.init(rawValue:))
        return globals
    }
}
