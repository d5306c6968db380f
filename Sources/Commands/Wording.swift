import Foundation
import Ledger
import SalesDomain
import Texts
import Wiring

extension Globals {
    /// The reader's language: `--lang`, else LIYKA_LANG, else what the terminal says.
    var texts: Texts { Texts(language) }

    var language: Company.Language {
        if let lang { return lang == .uk ? .uk : .en }
        let environment = ProcessInfo.processInfo.environment
        let named = [environment["LIYKA_LANG"], environment["LC_ALL"], environment["LC_MESSAGES"], environment["LANG"]]
        return named.compactMap { $0 }.first { !$0.isEmpty }.map { $0.hasPrefix("uk") ? .uk : .en } ?? .en
    }

    var address: DatabaseAddress {
        DatabaseAddress(named: database, environment: ProcessInfo.processInfo.environment)
    }
}

extension DatabaseAddress {
    /// The key of words that speak of a file, or of those that speak of a schema in its place.
    func key(_ file: String) -> String { isServed ? file + ".schema" : file }
}

extension OpeningProblem {
    func words(_ texts: Texts, _ address: DatabaseAddress) -> String {
        switch self {
        case .absent(let path): texts("cli.database.absent", ["path": .text(path)])
        case .folderAbsent(let path): texts("cli.database.folder_absent", ["path": .text(path)])
        case .ledger(let error): error.words(texts, address)
        }
    }
}

extension Obstacle {
    /// What is in the way, and how to mend it.
    func words(_ texts: Texts) -> String { texts("cli.obstacle." + rawValue) }

    /// Of a file that was to be written.
    func failure(_ path: String, _ texts: Texts) -> Failure {
        .unusable(texts("cli.file.cannot_write", ["path": .text(path), "why": .text(words(texts))]))
    }
}

extension LedgerError {
    func words(_ texts: Texts, _ address: DatabaseAddress) -> String {
        let path = Texts.Argument.text(address.shown)
        switch self {
        case .cannotOpen(let cause): return texts("cli.database.cannot_open", ["path": path, "cause": .text(cause)])
        case .foreign: return texts(address.key("cli.database.foreign"), ["path": path])
        case .tooNew(let found, let known):
            return texts(
                "cli.database.too_new", ["path": path, "found": .text("\(found)"), "known": .text("\(known)")])
        case .tooOld(let found, let known):
            return texts(
                "cli.database.too_old", ["path": path, "found": .text("\(found)"), "known": .text("\(known)")])
        case .busy: return texts("cli.database.busy", ["path": path])
        case .unreachable(let reach, let cause):
            return texts("cli.server." + reach.rawValue, ["path": path, "cause": .text(cause)])
        case .inUse: return texts("cli.database.in_use", ["path": path])
        case .importing: return texts("cli.import.running", ["path": path])
        case .unwritable(.denied, let cause) where address.isServed:
            return texts("cli.server.denied", ["path": path, "cause": .text(cause)])
        case .unwritable(.readOnly, let cause) where address.isServed:
            return texts("cli.server.read_only", ["path": path, "cause": .text(cause)])
        case .unwritable(let obstacle, _):
            return texts("cli.database.unwritable", ["path": path, "why": .text(obstacle.words(texts))])
        case .damaged(let cause): return texts("cli.database.damaged", ["path": path, "cause": .text(cause)])
        case .stale: return texts("cli.database.busy", ["path": path])
        case .broken(_, let cause), .misused(let cause): return texts("cli.database.broken", ["cause": .text(cause)])
        case .notHere: return texts("cli.database.postgres")
        }
    }
}
