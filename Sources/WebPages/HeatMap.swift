internal import SalesDomain
internal import SalesReports
internal import Texts

/// Calls by day of the week and hour: the darker the more, with a number where calls were missed. Inbound ones; where
/// there is none, all that were made.
struct HeatMap {
    let cells: [EventsReport.Heat]
    let texts: Texts
    /// The address of the very calls of a weekday (0 is Monday) and hour.
    let link: (Int, Int, Activity.Direction?) -> String
    private let byPlace: [Int: EventsReport.Heat]
    private let isInbound: Bool

    init(
        cells: [EventsReport.Heat], texts: Texts, link: @escaping (Int, Int, Activity.Direction?) -> String
    ) {
        self.cells = cells
        self.texts = texts
        self.link = link
        isInbound = cells.contains { $0.inbound > 0 }
        byPlace = Dictionary(cells.map { ($0.weekday * 24 + $0.hour, $0) }, uniquingKeysWith: { first, _ in first })
    }

    var isWorthDrawing: Bool { all > 0 }
    private var all: Int { cells.reduce(0) { $0 + count($1) } }
    private var missed: Int { cells.reduce(0) { $0 + $1.missed } }

    private func count(_ cell: EventsReport.Heat) -> Int { isInbound ? cell.inbound : cell.inbound + cell.outbound }

    var hours: ClosedRange<Int> {
        let used = cells.filter { count($0) > 0 }.map(\.hour)
        return min(9, used.min() ?? 9)...max(17, used.max() ?? 17)
    }

    private var weekdays: [Int] {
        let used = Set(cells.filter { count($0) > 0 }.map(\.weekday))
        return (0...6).filter { $0 < 5 || used.contains($0) }
    }

    var title: String { texts(isInbound ? "events.heat.title" : "events.heat.title.all") }
    var sub: String { texts(isInbound ? "events.heat.sub" : "events.heat.sub.all", ["calls": .count(all)]) }

    func svg(width: Double, _ style: String) -> String {
        var drawing = Drawing(width: width)
        let left = 28.0
        let step = (width - left) / Double(hours.count)
        let largest = Double(cells.map(count).max() ?? 1)
        for hour in hours where hours.count <= 12 || hour % 2 == 0 {
            drawing.text(.init(left + (Double(hour - hours.lowerBound) + 0.5) * step), 12, "\(hour)", "t-note t-middle")
        }
        for (line, weekday) in weekdays.enumerated() {
            let y = 20 + Double(line) * 34
            drawing.text(0, y + 20, texts("weekday.short.\(weekday)"))
            for hour in hours {
                let x = left + Double(hour - hours.lowerBound) * step
                let cell = byPlace[weekday * 24 + hour]
                let level = Int((Double(cell.map(count) ?? 0) / largest * 5).rounded(.up))
                drawing.rect(.init(x), y, .init(step - 2), 32, "heat h\(level)", round: 2)
                guard let cell, cell.missed > 0 else { continue }
                if cell.missed > 1 {
                    drawing.circle(.init(x + step / 2 - 1), y + 16, min(11, step / 2 - 2), "f-signal")
                }
                drawing.text(
                    .init(x + step / 2 - 1), y + 20, "\(cell.missed)",
                    cell.missed > 1 ? "t-on-signal t-middle" : "t-signal t-middle")
            }
        }
        return drawing.svg(
            width: width, height: 22 + Double(weekdays.count) * 34, style,
            said: texts(isInbound ? "events.heat.said" : "events.heat.said.all"))
    }

    /// The two hours of the day in which most calls are missed, when they are a good part of them.
    var busiest: String? {
        guard missed >= 10 else { return nil }
        let byHour = hours.map { hour in cells.filter { $0.hour == hour }.reduce(0) { $0 + $1.missed } }
        let pairs = zip(byHour, byHour.dropFirst()).map(+).enumerated()
        guard let (place, count) = pairs.max(by: { $0.element < $1.element }), Double(count) >= 0.3 * Double(missed)
        else { return nil }
        let from = hours.lowerBound + place
        return texts(
            "events.heat.busiest",
            [
                "count": .text("\(count)"), "missed": .text("\(missed)"), "from": .text("\(from):00"),
                "to": .text("\(from + 2):00"),
            ])
    }

    /// The same as a table, missed in brackets; each number leads to its calls.
    var rows: [Values] {
        weekdays.map { weekday in
            ["name": texts("weekday.short.\(weekday)"), "cells": hours.map { cell(weekday, $0) }]
        }
    }

    private func cell(_ weekday: Int, _ hour: Int) -> Values {
        guard let cell = byPlace[weekday * 24 + hour], count(cell) > 0 else { return ["link": false] }
        let words = cell.missed > 0 ? "\(count(cell)) (\(cell.missed))" : "\(count(cell))"
        return [
            "link": ["words": words, "href": link(weekday, hour, isInbound ? .inbound : nil)] as Values
        ]
    }
}
