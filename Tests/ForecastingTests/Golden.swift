import Foundation

/// What `Tests/Golden/series.py` wrote.
struct Golden: Decodable {
    let series: [String: [Double]]
    let multiplicative: [Double]
    let additive: [Double]
    let ets: [Smoothing]
    let dotm: [String: Dotm]
    let theta: [String: [Double]]

    struct Smoothing: Decodable {
        let model: String
        let weights: Weights
        let start: Start
        let deviance: Double
        let means: [Double]
        let relative_variance: [Double]?
    }
    struct Weights: Decodable { let alpha, beta, gamma, phi: Double }
    struct Start: Decodable {
        let level: Double
        let slope: Double?
        let season: [Double]?
    }
    struct Dotm: Decodable {
        let squares: Double
        let means: [Double]
    }

    static let numbers: Golden = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Golden/series.json")
        do { return try JSONDecoder().decode(Golden.self, from: Data(contentsOf: file)) } catch {
            fatalError("\(error)")
        }
    }()
}
