import Testing

@testable import WebPages

@Suite("A plan and a forecast in pieces") struct PiecesApartTests {
    @Test("the difference is that of what is shown, though each alone would be rounded the other way")
    func difference() {
        let apart = PiecesApart(12.6, 10.4, margin: 4)
        #expect(apart.places == 0 && apart.plan == 13 && apart.forecast == 10 && apart.deviation == -3)
    }

    @Test(
        "decimals stand where whole numbers would hide on which side of nothing the range lies, or say it lies aside",
        arguments: [
            (12.0, 10.0, 1.9, 1), (12.0, 10.0, 1.99, 2), (12.0, 10.0, 1.4, 0), (10.0, 12.0, 1.9, 1),
            (12.6, 10.4, 2.3, 1), (10.0, 10.0, 0.3, 0), (10.2, 10.0, 0.0, 1),
        ])
    func decimals(plan: Double, forecast: Double, margin: Double, places: Int) {
        let apart = PiecesApart(plan, forecast, margin: margin)
        #expect(apart.places == places)
    }

    @Test("whatever is shown, plan and deviation are the forecast, and a range that excludes nothing does so as shown")
    func law() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let (plan, forecast) = (
                Double.random(in: 0...40, using: &random), Double.random(in: 0...40, using: &random)
            )
            let margin = Double.random(in: 0...6, using: &random)
            let apart = PiecesApart(plan, forecast, margin: margin)
            let (shown, deviation) = (try #require(apart.plan), try #require(apart.deviation))
            #expect(abs(shown + deviation - apart.forecast) < 1e-9)
            guard apart.places < 2 else { continue }
            #expect((deviation + apart.margin < 0) == (forecast - plan + margin < 0), "\(plan) \(forecast) \(margin)")
        }
        #expect(PiecesApart(nil, 3.6, margin: 1).deviation == nil)
    }
}
