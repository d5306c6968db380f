import Forecasting
import Foundation

/// Measures the number core on the data sets beside the project and on simulated companies.
@main
struct ForecastLab {
    static func main() {
        let words = CommandLine.arguments.dropFirst()
        let data = ProcessInfo.processInfo.environment["LIYKA_DATA"] ?? "../shared/data"
        if words.contains("practice") { Practice.run(data, verbose: words.contains("-v")) }
    }
}
