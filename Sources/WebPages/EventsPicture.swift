internal import SalesDomain
internal import SalesReports
internal import Texts

/// A bar for each person: calls made, taken, missed; the norm as a tick; the share of calls made at the right.
struct EventsPicture {
    let report: EventsReport
    let page: ReportPage
    let width: Double

    /// More people than this are in the table only.
    private static let most = 30
    private var isWide: Bool { width > 500 }
    private var left: Double { isWide ? 150 : 0 }
    private var right: Double { isWide ? 64 : 52 }
    private var step: Double { isWide ? 30 : 44 }
    private var texts: Texts { page.texts }

    private var people: [EventsReport.Person] {
        Array(report.people.byOutbound.filter { $0.calls.all > 0 || $0.norm != nil }.prefix(EventsPicture.most))
    }

    func svg(_ style: String) -> String {
        var drawing = Drawing(width: width)
        let people = people
        let largest = people.map { max(Double($0.calls.all), $0.norm ?? 0) }.max() ?? 1
        // Room for the last number beside the longest bar.
        let unit = (width - left - right - 34) / max(1, largest)
        for (index, person) in people.enumerated() {
            draw(person, at: step * Double(index) + (isWide ? 0 : 16), unit, &drawing)
        }
        return drawing.svg(width: width, height: step * Double(people.count) + 4, style, said: texts("events.said"))
    }

    private func draw(_ person: EventsReport.Person, at y: Double, _ unit: Double, _ drawing: inout Drawing) {
        let name = page.frame.name(of: .employee(person.employee))
        drawing.text(0, isWide ? y + 18 : y - 2, isWide ? name.cut(to: 22) : name)
        var x = left
        func bar(_ count: Int, _ style: String, _ number: String, atStart: Bool = false) {
            guard count > 0 else { return }
            let length = Double(count) * unit
            drawing.rect(.init(x), y + 5, .init(max(1, length)), 18, style)
            let words = texts.integer(count)
            if length > Double(words.count) * 7 + 8 {
                drawing.text(.init(atStart ? x + 6 : x + length - 5), y + 18, words, number + (atStart ? "" : " t-end"))
            }
            x += length
        }
        bar(person.outbound.all, "f-slate", "t-on-slate", atStart: true)
        bar(person.inbound.answered, "f-slate2", "t-ink")
        if person.inbound.missed > 0 {
            drawing.rect(.init(x), y + 5, .init(max(2, Double(person.inbound.missed) * unit)), 18, "f-hatch-signal")
            x += max(2, Double(person.inbound.missed) * unit)
            drawing.text(.init(x + 5), y + 18, texts.integer(person.inbound.missed), "t-signal")
        }
        if let norm = person.norm { drawing.rect(.init(left + norm * unit), y + 2, 2, 24, "f-plan", shift: -1) }
        guard let share = person.activeShare else { return }
        let isPassive = person.employee != nil && person.isPassive
        drawing.text(
            .init(width), y + 18, (isPassive ? "▲ " : "") + texts.percent(share),
            isPassive ? "t-signal t-end" : "t-end")
    }
}

extension [EventsReport.Person] {
    /// Who calls most first, nobody last.
    var byOutbound: [EventsReport.Person] {
        enumerated().sorted {
            ($0.element.employee == nil ? 1 : 0, -$0.element.outbound.all, $0.offset)
                < ($1.element.employee == nil ? 1 : 0, -$1.element.outbound.all, $1.offset)
        }.map(\.element)
    }
}

extension String {
    /// No longer than its place in a picture.
    func cut(to length: Int) -> String { count > length ? prefix(length - 1) + "…" : self }
}
