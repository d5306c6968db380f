import Testing

@testable import Forecasting

struct DistributionTests {
    @Test("the mean of a lognormal rest is what was said, and quantiles do not cross")
    func meanAndQuantiles() {
        let total = Distribution.lognormal(base: 100, mean: 50, sigma: 0.6)
        #expect(total.mean == 150)
        #expect(abs(total.mean(of: { $0 }) - 150) < 0.2)
        let values = stride(from: 0.01, to: 1, by: 0.01).map(total.quantile)
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
        #expect(abs(total.probability(atLeast: total.quantile(0.9)) - 0.1) < 1e-9)
    }
}
