import Actions
import Foundation
import Ledger
import SalesDomain
import Synchronization
import Texts
import Wiring

extension ImportCommand {
    func options(_ store: any Store) throws -> ImportOptions {
        let texts = globals.texts
        var options = ImportOptions()
        options.source = source
        options.at = try instant(store, texts)
        options.dryRun = dryRun
        options.language = globals.language
        if let rejects { options.rejects = try RejectsFile(rejects, texts).take }
        return options
    }

    /// On the clock of the company that is there; of one that is yet to come nothing can differ, so any clock will do.
    private func instant(_ store: any Store, _ texts: Texts) throws -> Instant? {
        guard let at else { return nil }
        guard let instant = try store.read({ try $0.settings.company() }).calendar.instant(at) else {
            throw Failure.unusable(texts("cli.instant.bad", ["option": "at", "value": .text(at)]))
        }
        guard instant <= Clock.system.now() else {
            throw Failure.unusable(texts("cli.instant.ahead", ["option": "at", "value": .text(at)]))
        }
        return instant
    }
}

/// The file of rejected rows. Rows of several files stand one after the other, each under its own heading.
final class RejectsFile: Sendable {
    private let handle: Mutex<FileHandle>
    private let path: String
    private let texts: Texts

    init(_ path: String, _ texts: Texts) throws {
        self.path = path
        self.texts = texts
        do {
            handle = Mutex(try OutputFile(path).open())
        } catch {
            throw Obstacle(error).failure(path, texts)
        }
    }

    var take: @Sendable (String, [UInt8]) throws -> Void {
        { [self] _, bytes in
            do { try handle.withLock { try $0.write(contentsOf: bytes) } } catch {
                throw Obstacle(error).failure(path, texts)
            }
        }
    }
}
