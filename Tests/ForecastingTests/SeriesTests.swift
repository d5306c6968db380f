import Foundation
import Testing

@testable import Forecasting

struct SeriesTests {
    let golden = Golden.numbers

    @Test("the season is that of classical decomposition")
    func season() {
        let values = golden.series["seasonal"]!
        #expect(near(SeasonalAdjustment(decomposing: values, season: 12).pattern, golden.multiplicative, 1e-9))
        let additive = SeasonalAdjustment(decomposing: values, season: 12, as: .additive)
        #expect(near(additive.pattern, golden.additive, 1e-9))
    }

    @Test("a season is taken off only where it stands out of the noise")
    func seasonTest() {
        #expect(SeasonalAdjustment(golden.series["seasonal"]!, season: 12).kind == .multiplicative)
        #expect(SeasonalAdjustment(golden.series["steady"]!, season: 12).kind == .none)
        #expect(SeasonalAdjustment(Array(golden.series["seasonal"]!.prefix(30)), season: 12).kind == .none)
    }

    @Test("each smoothing model has the likelihood, the means and the variances of the reference")
    func smoothing() throws {
        let values = golden.series["seasonal"]!
        for case_ in golden.ets {
            let model = try #require(
                SmoothingModel.candidates(positive: true, seasonal: true).first { $0.description == case_.model })
            let (w, s) = (case_.weights, case_.start)
            let weights = SmoothingWeights(alpha: w.alpha, beta: w.beta, gamma: w.gamma, phi: w.phi)
            let start = SmoothingState(level: s.level, slope: s.slope ?? 0, season: s.season ?? [])
            let fitted = FittedSmoothing(model, weights, from: start, over: values)
            #expect(abs(fitted.deviance - case_.deviance) < 1e-6, "\(model)")
            let outlook = fitted.forecast(18)
            #expect(near(outlook.means, case_.means, 1e-6), "\(model)")
            guard let variances = case_.relative_variance else { continue }
            let ours = outlook.deviations.map { $0 * $0 / fitted.variance }
            #expect(near(ours, variances, 1e-6), "\(model)")
        }
    }

    @Test(
        "DOTM misses by no more than a general search finds, and forecasts the same", arguments: ["steady", "growing"])
    func dotm(_ name: String) {
        let fitted = DynamicTheta(season: 1).fit(golden.series[name]!)
        let reference = golden.dotm[name]!
        #expect(fitted.squares <= reference.squares * (1 + 1e-6))
        #expect(near(fitted.forecast(18).means, reference.means, 0.02 * reference.means[0]))
    }

    @Test("Theta forecasts what the reference forecasts", arguments: ["steady", "growing"])
    func theta(_ name: String) {
        let means = Theta(season: 1).fit(golden.series[name]!).forecast(18).means
        #expect(near(means, golden.theta[name]!, 1e-3))
    }

    @Test("the search finds weights at least as good as those that the reference was given")
    func search() throws {
        for case_ in golden.ets {
            let model = try #require(
                SmoothingModel.candidates(positive: true, seasonal: true).first { $0.description == case_.model })
            let found = try #require(
                ExponentialSmoothing(season: 12).fit(golden.series["seasonal"]!, model: model))
            #expect(found.deviance <= case_.deviance + 1e-3, "\(model)")
        }
    }

    @Test("scaled values give a scaled forecast")
    func scale() {
        let values = golden.series["seasonal"]!
        let one = SeriesForecast(values: values, season: 12, horizon: 12)
        let thousand = SeriesForecast(values: values.map { $0 * 1000 }, season: 12, horizon: 12)
        #expect(near(thousand.means.map { $0 / 1000 }, one.means, 0.01 * one.means[0]))
    }

    @Test("short, constant, empty and odd series give finite numbers")
    func oddSeries() {
        let odd: [[Double]] = [
            [], [5], [5, 7], [0, 0, 0, 0, 0, 0], [3, 3, 3, 3, 3, 3, 3, 3], [0, 0, 0, 9, 0, 0, 0, 0],
            [1, 2, 3, 4], [-5, 4, -3, 2, -1, 0, 1, -2, 3], (0..<40).map { Double($0 % 12 == 0 ? 1 : 0) },
            (0..<60).map { 1e12 * Double($0) }, .init(repeating: 1e-9, count: 30),
        ]
        for values in odd {
            let outlook = SeriesForecast(values: values, season: 12, horizon: 24).outlook
            #expect(outlook.means.count == 24 && outlook.means.allSatisfy(\.isFinite), "\(values)")
            #expect(outlook.deviations.allSatisfy { $0.isFinite && $0 >= 0 }, "\(values)")
        }
    }

    @Test("the interval widens with the horizon")
    func widening() {
        let deviations = SeriesForecast(values: golden.series["growing"]!, season: 1, horizon: 24).outlook.deviations
        #expect(zip(deviations, deviations.dropFirst()).allSatisfy { $0 <= $1 })
    }

    private func near(_ found: [Double], _ wanted: [Double], _ tolerance: Double) -> Bool {
        found.count == wanted.count && zip(found, wanted).allSatisfy { abs($0 - $1) <= tolerance }
    }
}
