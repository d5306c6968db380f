import SalesDomain
import Testing
import Texts

@testable import WebPages

@Suite("The waterfall")
struct WaterfallTests {
    private func chart(_ first: Int64, _ steps: [(Int64, (low: Int64, high: Int64)?)]) -> Waterfall {
        Waterfall(
            first: .init(name: "before", amount: first, colour: "accent"),
            steps: steps.enumerated().map {
                .init(name: "s\($0)", amount: $1.0, colour: "open", deals: "\($0 + 2) deals", range: $1.1)
            }, last: .init(name: "after", colour: "accent"), currency: Currency(code: "UAH")!, texts: Texts(.en))
    }

    @Test("each bar begins where the one before it ended, and the last is their sum")
    func steps() {
        let lines = chart(1_000, [(500, nil), (-200, nil), (0, nil)]).lines
        #expect(lines.map(\.low) == [0, 1_000, 1_300, 0])
        #expect(lines.map(\.high) == [1_000, 1_500, 1_500, 1_300])
        #expect(lines.map(\.isTotal) == [true, false, false, true])
    }

    @Test("a range stands around the end of its bar")
    func ranges() throws {
        let lines = chart(1_000, [(500, (100, 900)), (-200, (-200, -200))]).lines
        let range = try #require(lines[1].range)
        #expect(range == (1_100, 1_900))
        #expect(lines[2].range == nil)
        #expect(chart(1_000, [(500, (100, 900))]).axis.high >= 19)
    }

    @Test("each bar tells how many deals stand behind it: to a pointer, and in the picture without scripts")
    func deals() {
        let chart = chart(1_000, [(500, nil), (-200, nil)])
        #expect(chart.lines.map(\.deals) == ["", "2 deals", "3 deals", ""])
        #expect(chart.json.contains("\"tip\":\"s1: \u{2212}2 ₴ · 3 deals\""))
        for width in [620.0, 360] {
            let svg = WaterfallPicture(chart: chart, width: width).svg("wide", said: "")
            #expect(svg.contains("2 deals") && svg.contains("3 deals"))
        }
    }

    @Test("the way to the forecast counts its deals: won, at each stage, and the wins expected of it all")
    func bridge() throws {
        let section = BridgeSection(
            bridge: Firm.bridge, counts: Firm.whole.count, currency: Firm.uah,
            frame: Firm.frame(.company(), language: .en, assets: []))
        let rows = try #require(section.values["rows"] as? [Values])
        let said = rows.compactMap { $0["count"] as? String }
        #expect(said.first == "212 won" && said.last == "" && said.dropLast(1).last == "42 expected")
        #expect(said.dropFirst().dropLast(2).map { $0 } == Firm.bridge.stages.map { "\($0.count) open" })
        #expect(section.values["total_count"] as? String == "360 expected")
        #expect((section.values["data_html"] as? String)?.contains("212 won") == true)
    }

    @Test("what is lost is hatched, and both totals have one colour")
    func marks() {
        let chart = chart(1_000, [(-200, nil)])
        #expect(chart.lines.map(\.colour) == ["accent", "lost", "accent"])
        #expect(WaterfallPicture(chart: chart, width: 620).svg("wide", said: "").contains("f-hatch-lost"))
    }

    @Test("small steps beside large totals: the axis begins near them, and the totals are marked as cut")
    func cut() {
        let chart = chart(2_000_000_000, [(50_000_000, nil), (-90_000_000, nil)])
        #expect(chart.axis.low > 0 && chart.axis.low < 19_600_000)
        #expect(chart.lines.map(chart.isCut) == [true, false, false, true])
        #expect(chart.json.contains("\"cut\":true"))
    }

    @Test("large steps begin at zero, and a loss of everything stays in the picture")
    func whole() {
        #expect(chart(1_000, [(-900, nil)]).axis.low == 0)
        let minus = chart(1_000, [(-1_500, nil)])
        #expect(minus.axis.low <= -5 && minus.lines.last?.low == -500)
        #expect(minus.lines.allSatisfy { !minus.isCut($0) })
    }
}
