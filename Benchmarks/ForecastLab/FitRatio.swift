import Forecasting
import Foundation

/// Writes a made-up company's columns into a folder, fits them, and says how long it took: for `fit_ratio.py`.
enum FitRatio {
    private struct Said: Encodable {
        let deals: Int
        let today: Int32
        let calendarStart: Int32
        let wall: Double
        let processor: Double
        let counts: [[Double]]
    }

    static func run(deals wanted: Int, folder: String) throws {
        let company = SimulatedCompany(.steady, winsPerMonth: Double(wanted) / 66, seed: 5)
        let (history, nodes) = (company.history, company.nodes)
        let place = URL(fileURLWithPath: folder)
        func write<Value>(_ name: String, _ values: [Value]) throws {
            try values.withUnsafeBytes { try Data($0).write(to: place.appending(path: name)) }
        }
        try write("created", history.created)
        try write("stepStart", history.stepStart)
        try write("stepDay", history.stepDay)
        try write("stepState", history.stepState)
        try write("owner", history.owner)
        try write("product", history.product)
        try write("weekday", history.calendar.weekday)
        try write("monthOfQuarter", history.calendar.monthOfQuarter)
        let best = (0..<5).map { _ in Stopwatch.of { Forecaster().fit(history, nodes: nodes) } }
            .min { $0.wall < $1.wall }!
        let said = Said(
            deals: history.created.count, today: history.today, calendarStart: history.calendar.firstDay,
            wall: best.wall, processor: best.processor,
            counts: Forecaster().counts(history, nodes: nodes).byState)
        print(String(decoding: try JSONEncoder().encode(said), as: UTF8.self))
    }
}
