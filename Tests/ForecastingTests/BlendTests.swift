import Foundation
import Testing

@testable import Forecasting

@Suite("How much the pipeline and how much the series has to say")
struct BlendTests {
    /// Twelve past months of about a hundred, in which the two said so much of what came.
    private func blend(pipeline: Double, series: Double, noise: Double) -> Blend {
        let rows = (0..<12).map { month in
            let came = 100.0 + Double(month % 3)
            return Blend.Row(
                pipeline: came * pipeline, series: came * series, actual: came, age: Double(30 * month),
                variance: noise * noise * came * came)
        }
        return Blend(rows, other: rows, gone: 0, hasStageHistory: true, hasSeries: true, shift: 0)
    }

    @Test("windows in which both say nearly the same leave the weight where it was")
    func same() {
        #expect(abs(blend(pipeline: 1, series: 1.01, noise: 0.05).weight - 0.95) < 0.02)
    }

    @Test("a series that was right where the pipeline wavers takes over, all the more the less chance explains")
    func takesOver() {
        func wavering(noise: Double) -> Double {
            let rows = (0..<12).map { month in
                Blend.Row(
                    pipeline: month % 2 == 0 ? 140 : 60, series: 100, actual: 100, age: Double(30 * month),
                    variance: noise * noise * 10_000)
            }
            return Blend(rows, other: rows, gone: 0, hasStageHistory: true, hasSeries: true, shift: 0).weight
        }
        let (clear, vague) = (wavering(noise: 0.05), wavering(noise: 0.8))
        #expect(clear < 0.1)
        #expect(vague > 0.7 && vague < 0.95)
    }

    @Test("a bias is corrected when it stands far out, and left alone when it may be chance")
    func bias() {
        // ln 1.15 = 0.14, of which the doubt keeps a part.
        let clear = blend(pipeline: 1.15, series: 1.15, noise: 0.05).biasPipeline
        #expect(clear > 0.05 && clear < 0.14)
        let rows = (0..<12).map { month in
            Blend.Row(
                pipeline: 105, series: nil, actual: month % 2 == 0 ? 70 : 130, age: Double(30 * month), variance: 900)
        }
        let blend = Blend(rows, other: rows, gone: 0, hasStageHistory: true, hasSeries: false, shift: 0)
        #expect(blend.biasPipeline == 0 && blend.weight == 1)
    }

    @Test("no bias is corrected by more than a fifth, and none of which only two windows tell")
    func boundedBias() {
        #expect(blend(pipeline: 3, series: 3, noise: 0.05).biasPipeline == 0.2)
        #expect(blend(pipeline: 0.3, series: 0.3, noise: 0.05).biasSeries == -0.2)
        let two = Array(repeating: Blend.Row(pipeline: 300, series: 300, actual: 100, age: 0, variance: 1), count: 2)
        let blend = Blend(two, other: two, gone: 0, hasStageHistory: true, hasSeries: true, shift: 0)
        #expect(blend.biasPipeline == 0 && blend.biasSeries == 0)
    }

    @Test("the further the level has shifted since, the less past windows have to say")
    func shifted() {
        func blend(_ pipeline: (Int) -> Double, series: Double, shift: Double) -> Blend {
            let rows = (0..<12).map { month in
                Blend.Row(
                    pipeline: pipeline(month), series: series, actual: 100, age: Double(30 * month), variance: 25)
            }
            return Blend(rows, other: rows, gone: 0, hasStageHistory: true, hasSeries: true, shift: shift)
        }
        func wavering(_ shift: Double) -> Double {
            blend({ $0 % 2 == 0 ? 140 : 60 }, series: 100, shift: shift).weight
        }
        func biased(_ shift: Double) -> Double { blend({ _ in 115 }, series: 115, shift: shift).biasPipeline }
        let third = exp(-1.0)
        #expect(abs((1 - wavering(Blend.shiftScale)) - third * (1 - wavering(0))) < 1e-9)
        #expect(biased(0) > 0.05 && abs(biased(Blend.shiftScale) - third * biased(0)) < 1e-12)
    }

    @Test("without a history of stages the series begins with more to say, and less as the period goes by")
    func beginning() {
        func weight(_ hasStageHistory: Bool, gone: Double) -> Double {
            Blend([], other: [], gone: gone, hasStageHistory: hasStageHistory, hasSeries: true, shift: 0).weight
        }
        #expect(abs(weight(true, gone: 0) - 0.95) < 1e-12 && abs(weight(false, gone: 0) - 0.4) < 1e-12)
        #expect(abs(weight(false, gone: 0.5) - 0.55) < 1e-12 && abs(weight(true, gone: 1) - 0.97) < 1e-12)
    }
}
