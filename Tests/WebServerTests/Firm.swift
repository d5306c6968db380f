import Actions
import Foundation
import Ledger
import LiveFacts
import Logging
import SalesDomain
import Synchronization
import TestDatabase
import Testing

@testable import WebServer

/// A small firm in a database of its own. North has Hanna as its head and Sava and Svitlana as sellers, South has Stepan;
/// Dana directs. Each seller has a deal, and everybody signs in with the same password. Today is 18 November 2026.
final class Firm: Sendable {
    static let password = "correct horse battery"
    static let morning = Instant(seconds: 1_794_988_800)

    let store: any Store
    let clock = TestClock(Firm.morning)
    let news = Mutex<[WebServer.News]>([])
    private let folder: URL

    private init(_ folder: URL, _ store: any Store) {
        self.folder = folder
        self.store = store
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A database without anybody.
    static func empty() throws -> Firm {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("liyka-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return Firm(folder, try TestDatabase(folder.appendingPathComponent("firm.sqlite").path).made())
    }

    static func furnished() throws -> Firm {
        let firm = try Firm.empty()
        try firm.store.write { try Firm.furnish($0) }
        return firm
    }

    /// With Max, its administrator, who is no employee.
    static func administered() throws -> Firm {
        let firm = try Firm.furnished()
        try firm.store.write { ledger in
            _ = try ledger.addUser(
                named: "max@firm.example", password: Passwords(cost: .none).hash(Firm.password), role: .admin,
                employee: nil, language: .en, at: Firm.morning)
        }
        return firm
    }

    func server(_ change: (inout WebSettings) -> Void = { _ in }) -> WebServer {
        server(LiveFacts(store, clock: clock.clock), change)
    }

    func server(_ live: LiveFacts, _ change: (inout WebSettings) -> Void = { _ in }) -> WebServer {
        var settings = WebSettings()
        change(&settings)
        let clock = clock.clock
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return WebServer(
            office: WebOffice(
                store: store, live: live, clock: clock,
                passwords: Passwords(cost: .none), logger: logger),
            settings: settings
        ) { [self] said in news.withLock { $0.append(said) } }
    }

    func deal(_ externalID: String) throws -> Deal.ID {
        let found = try store.read { ledger in
            try ledger.deals.find(externalID, of: try ledger.sources.id(of: "firm"))
        }
        return try #require(found)
    }
}

final class TestClock: Sendable {
    private let now: Mutex<Instant>
    init(_ now: Instant) { self.now = Mutex(now) }
    var clock: Clock { Clock { self.now.withLock { $0 } } }
    func pass(seconds: Int64) { now.withLock { $0 = $0.adding(seconds: seconds) } }
}
