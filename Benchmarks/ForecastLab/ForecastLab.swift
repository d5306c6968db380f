import Forecasting
import Foundation

/// Measures the number core on the data sets beside the project and on simulated companies.
@main
struct ForecastLab {
    static func main() {
        let words = CommandLine.arguments.dropFirst()
        let data = ProcessInfo.processInfo.environment["LIYKA_DATA"] ?? "../shared/data"
        if words.contains("speed") {
            Speed.run(
                deals: words.compactMap { Int($0) }.first ?? 100_000,
                Story.allCases.first { words.contains($0.rawValue) } ?? .steady)
        }
        if words.first == "backtest" {
            Backward.run(deals: words.compactMap { Int($0) }.first ?? 13_000, months: 24)
        }
        if words.first == "fit", words.count == 3 {
            try? FitRatio.run(deals: words.compactMap { Int($0) }.first ?? 100_000, folder: words.last ?? ".")
            return
        }
        if words.contains("digest") { Digest.run(data) }
        let verbose = words.contains("-v")
        if words.contains("simulate") {
            let sizes = words.compactMap { Double($0) }
            let stories = Story.allCases.filter { words.contains($0.rawValue) }
            Simulations.run(
                sizes: sizes.isEmpty ? [6, 20, 70, 300] : sizes,
                seeds: words.first { $0.hasPrefix("seeds=") }.flatMap { Int($0.dropFirst(6)) } ?? 2,
                stories: stories.isEmpty ? Story.allCases : stories,
                fractions: words.contains("start") ? [0] : [0, 1.0 / 3, 2.0 / 3], blind: words.contains("blind"),
                each: words.contains("each"))
        }
        if words.first == "parts" {
            let stories = Story.allCases.filter { words.contains($0.rawValue) }
            Parts.run(
                sizes: words.compactMap { Double($0) },
                seeds: words.first { $0.hasPrefix("seeds=") }.flatMap { Int($0.dropFirst(6)) } ?? 2,
                stories: stories.isEmpty ? [.steady, .growth, .lumpy] : stories,
                times: words.filter { $0.hasPrefix("times=") }.compactMap { Double($0.dropFirst(6)) },
                without: Set(Trait.allCases.filter { words.contains("without=" + $0.rawValue) }))
        }
        if words.contains("plans") {
            let sizes = words.compactMap { Double($0) }
            let stories = Story.allCases.filter { words.contains($0.rawValue) }
            PlanChances.run(
                sizes: sizes.isEmpty ? [20, 70] : sizes, seeds: words.contains("quick") ? 1 : 3,
                stories: stories.isEmpty ? Story.allCases : stories)
        }
        if words.contains("bpic2012") {
            let windows = [(2011, 11), (2011, 12)].map { LabQuestion.month(Civil.day($0, $1, 1)) }
            RealSets.run(data, "bpic2012", periods: windows, verbose: verbose)
        }
        if words.contains("maven") {
            let windows = (6...9).map { LabQuestion.month(Civil.day(2017, $0, 1)) }
            RealSets.run(data, "maven", periods: windows, verbose: verbose)
        }
        if words.contains("m3") { M3.run(data) }
        if words.contains("practice") { Practice.run(data, verbose: verbose) }
    }
}
