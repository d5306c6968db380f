import Actions
import Foundation
import Ledger
import SQLiteDriver
import SalesDomain
import Testing

@Suite("Tokens of programs") final class TokenTests {
    private let folder: Folder
    private let store: any Store
    private let cast: Cast
    private let keep: KeepTokens

    init() throws {
        folder = try Folder()
        store = try folder.store()
        cast = try Cast(in: store)
        keep = KeepTokens(store: store)
        let add = AddUser(store: store, passwords: Passwords(cost: .none))
        try add(.init(name: "sava", password: "ten letters", employee: .called("s01")), at: Cast.start)
        try add(.init(name: "svitlana", password: "ten letters", employee: .called("s02")), at: Cast.start)
        try add(.init(name: "max", password: "ten letters", role: .admin), at: Cast.start)
    }

    private func doer(_ name: String) throws -> Doer { Doer(try KeepTokens.user(name, in: store)) }

    private func opens(_ made: KeepTokens.Made, at now: Instant = Cast.start) throws -> String? {
        switch try EnterByToken(store: store)(made.secret, from: "here", at: now) {
        case .known(let user, let token):
            #expect(token.id == made.id)
            return user.name
        case .wrong: return nil
        case .slowed: throw CancellationError()
        }
    }

    private func states(at now: Instant = Cast.start) throws -> [ListTokens.State] {
        try ListTokens(store: store)(at: now).map(\.state)
    }

    @Test("a token opens what its person may see until it is withdrawn")
    func withdrawn() throws {
        let made = try keep.make(.init(name: " Power \n BI "), of: "SAVA", at: Cast.start)
        #expect(made.name == "Power BI" && made.secret.text.wholeMatch(of: #/liyka_[0-9a-f]{64}/#) != nil)
        #expect(try opens(made) == "sava")
        let other = try keep.make(.init(name: "report"), of: "sava", at: Cast.start)
        #expect(other.secret != made.secret)
        #expect(try keep.withdraw(made.id, at: Cast.start).owner.name == "sava")
        #expect(try opens(made) == nil && opens(other) == "sava")
        #expect(try states() == [.withdrawn, .works])
        #expect(throws: TokenProblem.noSuchToken(made.id.number)) { try keep.withdraw(made.id, at: Cast.start) }
    }

    @Test("a token works through its last day on the company's clock, and not a moment longer")
    func lastDay() throws {
        try store.write { _ = try $0.settings.set("time_zone", "Europe/Kyiv") }
        let zone = try #require(Zone(identifier: "Europe/Kyiv"))
        let today = zone.day(of: Cast.start)
        let made = try keep.make(.init(name: "a", until: today), of: "sava", at: Cast.start)
        let end = zone.start(of: today + 1)
        #expect(try opens(made, at: Instant(microseconds: end.microseconds - 1)) == "sava")
        #expect(try opens(made, at: end) == nil)
        #expect(try states(at: end) == [.expired])
        #expect(try ListTokens(store: store)(at: end).first?.until == today)
        #expect(throws: TokenProblem.over(today + -1)) {
            try keep.make(.init(name: "b", until: today + -1), of: "sava", at: Cast.start)
        }
    }

    @Test("when an account is closed its tokens end, also after it is opened again")
    func closed() throws {
        let made = try keep.make(.init(name: "a"), of: "sava", at: Cast.start)
        let kept = try keep.make(.init(name: "a"), of: "svitlana", at: Cast.start)
        let sava = try KeepTokens.user("sava", in: store)
        let accounts = KeepAccounts(store: store)
        try accounts.setOpen(false, sava.id, by: try doer("max"), at: Cast.start)
        #expect(try opens(made) == nil)
        #expect(throws: TokenProblem.shut("sava")) { try keep.make(.init(name: "b"), of: "sava", at: Cast.start) }
        try accounts.setOpen(true, sava.id, by: try doer("max"), at: Cast.start)
        #expect(try opens(made) == nil && opens(kept) == "svitlana")
        #expect(try states() == [.withdrawn, .works])
    }

    @Test("when a person has left, their tokens open nothing")
    func left() throws {
        let made = try keep.make(.init(name: "a"), of: "sava", at: Cast.start)
        try store.write { _ = try $0.run("UPDATE employees SET active = 0 WHERE external_id = 's01'") }
        #expect(try opens(made) == nil)
        #expect(try states() == [.shut])
        #expect(throws: TokenProblem.shut("sava")) { try keep.make(.init(name: "b"), of: "sava", at: Cast.start) }
    }

    @Test("a name is wanted, one of its own among a person's tokens; there is an end to how many they are")
    func names() throws {
        _ = try keep.make(.init(name: "Звіт"), of: "sava", at: Cast.start)
        #expect(throws: TokenProblem.nameEmpty) { try keep.make(.init(name: " "), of: "sava", at: Cast.start) }
        #expect(throws: TokenProblem.nameTaken("звіт")) {
            try keep.make(.init(name: "звіт"), of: "sava", at: Cast.start)
        }
        #expect(throws: TokenProblem.noSuchUser("nobody")) {
            try keep.make(.init(name: "a"), of: "nobody", at: Cast.start)
        }
        for number in 2...KeepTokens.most { _ = try keep.make(.init(name: "\(number)"), of: "sava", at: Cast.start) }
        #expect(throws: TokenProblem.tooMany(KeepTokens.most)) {
            try keep.make(.init(name: "one more"), of: "sava", at: Cast.start)
        }
        let first = try #require(try ListTokens(store: store)(at: Cast.start).first)
        _ = try keep.withdraw(first.token.id, at: Cast.start)
        _ = try keep.make(.init(name: "Звіт"), of: "sava", at: Cast.start)
    }

    @Test("nobody makes a token for somebody else, and only an administrator withdraws another's")
    func whose() throws {
        let made = try keep.make(.init(name: "a"), of: "sava", by: try doer("sava"), at: Cast.start)
        for other in ["svitlana", "max"] {
            #expect(throws: DeedProblem.notAllowed) {
                try keep.make(.init(name: "b"), of: "sava", by: try doer(other), at: Cast.start)
            }
        }
        #expect(throws: TokenProblem.noSuchToken(made.id.number)) {
            try keep.withdraw(made.id, by: try doer("svitlana"), at: Cast.start)
        }
        #expect(try opens(made) == "sava")
        _ = try keep.withdraw(made.id, by: try doer("max"), at: Cast.start)
        #expect(try opens(made) == nil)
    }

    @Test("wrong tokens are slowed by where they come from; a right one never is")
    func slowed() throws {
        let made = try keep.make(.init(name: "a"), of: "sava", at: Cast.start)
        let enter = EnterByToken(store: store)
        func wrong(_ address: String, _ now: Instant = Cast.start) throws -> EnterByToken.Answer {
            try enter(Secret("liyka_" + String(repeating: "0", count: 64)), from: address, at: now)
        }
        for _ in 1...30 { #expect(try wrong("a") == .wrong) }
        #expect(try wrong("a") == .slowed(1))
        #expect(try wrong("b") == .wrong)
        guard case .known = try enter(made.secret, from: "a", at: Cast.start) else {
            Issue.record("a right token was kept waiting")
            return
        }
        #expect(try wrong("a", Cast.start.adding(seconds: 1)) == .wrong)
        #expect(try wrong("a", Cast.start.adding(seconds: 1)) == .slowed(2))
    }

    @Test("nothing that is stored or leaves in an export reads as a token or lets one be made")
    func nothingLeaves() throws {
        let file = try folder.file("secrets.sqlite")
        _ = try Cast(in: file)
        try AddUser(store: file, passwords: Passwords(cost: .none))(
            .init(name: "sava", password: "ten letters", employee: .called("s01")), at: Cast.start)
        let made = try KeepTokens(store: file).make(.init(name: "a"), of: "sava", at: Cast.start)
        let digest = Data(made.secret.digest)
        let hex = digest.map { String(format: "%02x", $0) }.joined()
        let bare = Data(made.secret.text.dropFirst("liyka_".count).utf8)
        _ = try ExportRecords(store: file).run(into: folder.path("out"))
        try file.copy(toFile: folder.path("copy.sqlite"))
        try file.close()
        let stored = try folder.contents()
        #expect(stored.count > 20 && stored.contains { $0.name == "copy.sqlite" && $0.bytes.range(of: digest) != nil })
        for (name, bytes) in stored {
            #expect(bytes.range(of: bare) == nil, "\(name)")
            #expect(bytes.range(of: Data(hex.utf8)) == nil, "\(name)")
            if name.hasSuffix(".csv") { #expect(bytes.range(of: digest) == nil, "\(name)") }
        }
        for guess in [hex, "liyka_" + hex, made.secret.text.uppercased(), String(decoding: bare, as: UTF8.self)] {
            #expect(
                try EnterByToken(store: try folder.file("copy.sqlite"))(Secret(guess), from: "x", at: Cast.start)
                    == .wrong)
        }
    }
}

extension Folder {
    /// Every file under it.
    fileprivate func contents() throws -> [(name: String, bytes: Data)] {
        let files = FileManager.default.enumerator(at: url, includingPropertiesForKeys: [.isRegularFileKey])
        var found: [(String, Data)] = []
        while let file = files?.nextObject() as? URL {
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            found.append((file.lastPathComponent, try Data(contentsOf: file)))
        }
        return found
    }
}
