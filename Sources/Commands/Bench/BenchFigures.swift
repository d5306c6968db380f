import Foundation

/// Seconds on the clock, except where the name says otherwise.
struct BenchFigures: Encodable {
    var deals = 0
    var open = 0
    var log = 0
    var processors = ProcessInfo.processInfo.activeProcessorCount
    var importing = Import()
    var load = 0.0
    var cut = 0.0
    var picture = 0.0
    /// The first answer of the day at every level, by person and by department, and with each open deal.
    var forecastPeople = 0.0
    var forecastDeals = 0.0
    /// One deal changed: the facts follow and the whole company is forecast anew. The median of several, and the worst.
    var changeMedian = 0.0
    var changeWorst = 0.0
    /// Of the same company as of the same instant, answered by facts that were loaded anew.
    var sameAfterLoading = false
    var backtest: Double?
    var memory = Memory()

    struct Import: Encodable {
        var seconds = 0.0
        var rows = 0
        var rowsPerSecond = 0.0
        var peakBytes = 0
    }

    /// Bytes of the whole process.
    struct Memory: Encodable {
        var loaded = 0
        var forecast = 0
        var afterChanges = 0
        /// The greatest of all stages after the import.
        var peak = 0
        var peaks = Peaks()
    }

    /// The greatest memory while each stage ran.
    struct Peaks: Encodable {
        var load = 0
        var forecast = 0
        var changes = 0
        var backtest = 0
    }
}

/// Resident bytes by /proc; 0 where there is no such thing.
enum ResidentMemory {
    static var now: Int { kilobytes("VmRSS:") * 1024 }
    static var peak: Int { kilobytes("VmHWM:") * 1024 }

    /// From here on the peak is counted anew, where the system can do that.
    static func forgetPeak() { try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs")) }

    private static func kilobytes(_ name: String) -> Int {
        guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
        let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0
    }
}
