internal import SalesDomain
internal import SalesReports
internal import Texts

/// How many calls were made and taken, what was missed, and who hardly calls anybody.
struct EventsSentence {
    let report: EventsReport
    let page: ReportPage

    private var texts: Texts { page.texts }

    var html: String {
        let whole = report.whole
        guard whole.calls.all > 0 || whole.others.values.contains(where: { $0 > 0 }) else {
            return texts.html("events.sentence.none", ["lead": .text(lead)])
        }
        let main = texts.html(
            "events.sentence",
            [
                "lead": .text(lead), "outbound": .count(whole.outbound.all), "inbound": .count(whole.inbound.answered),
                "missed": .count(whole.inbound.missed), "lost": .count(whole.inbound.notCalledBack),
            ])
        return [main, passive, short].compactMap(\.self).joined(separator: " ")
    }

    private var lead: String {
        let period = page.period(.locative)
        return page.subject.isEmpty ? texts.capital(period) : page.subject + period
    }

    private var passive: String? {
        let people = report.people.count { $0.employee != nil && $0.isPassive }
        guard people > 0, report.people.count > 1 else { return nil }
        return texts.html("events.sentence.passive", ["people": .count(people)])
    }

    /// Below nine tenths of the norm, the whole scope together.
    private var short: String? {
        guard let norm = report.whole.norm, norm >= 1, Double(report.whole.outbound.all) < 0.9 * norm else {
            return nil
        }
        return texts.html(
            "events.sentence.norm",
            [
                "share": .text(texts.percent(Double(report.whole.outbound.all) / norm)),
                "norm": .text(texts.decimal(norm, places: 0)),
            ])
    }
}
