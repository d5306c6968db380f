import HTTPTypes
import Ledger
import LiveFacts
import Testing

@testable import WebServer

@Suite("Accuracy that takes long to measure") struct MeasuringTests {
    @Test("is wished for by whoever asks, measured aside, and then there without being asked twice")
    func aside() async throws {
        let firm = try Firm.furnished()
        try firm.addWin()
        firm.clock.pass(seconds: 60)
        let live = LiveFacts(firm.store, clock: firm.clock.clock, patience: 0)
        try await firm.server(live).application().test(.router) { client in
            let boss = Browser(client)
            try await boss.signIn("d01")
            // Nobody warms these months ahead.
            var warming = Warming(live)
            try warming.look()
            let target = "/accuracy?from=2026-08&to=2026-09"
            let waiting = try await boss.get(target)
            #expect(waiting.status == 200 && waiting.text.contains("Точність саме вимірюється"))
            #expect(waiting.refresh == "4")
            try live.measureWishes()
            let measured = try await boss.get(target)
            #expect(!measured.text.contains("саме вимірюється") && measured.refresh == nil)
            #expect(measured.text.contains("<table"))
        }
    }

    @Test("is there at the first look where the books were warmed before")
    func warmed() async throws {
        let firm = try Firm.furnished()
        try firm.addWin()
        firm.clock.pass(seconds: 60)
        let live = LiveFacts(firm.store, clock: firm.clock.clock, patience: 0)
        var warming = Warming(live)
        try warming.look()
        try warming.look()
        try live.measureWishes()
        try await firm.server(live).application().test(.router) { client in
            let boss = Browser(client)
            try await boss.signIn("d01")
            #expect(try await !boss.get("/accuracy").text.contains("саме вимірюється"))
            #expect(try await !boss.get("/reports/estimate").text.contains("саме вимірюється"))
        }
    }
}

extension Browser.Page {
    /// After how many seconds the browser asks again.
    fileprivate var refresh: String? { HTTPField.Name("Refresh").flatMap { headers[$0] } }
}
