internal import SalesDomain
internal import SalesReports
internal import Texts

/// The log of a deal in words, newest first; both times where they differ.
struct DealLogWords {
    let report: DealReport
    let frame: Frame

    /// Recorded so much later than it happened that the reader should know.
    private static let slack: Int64 = 120

    private var texts: Texts { frame.texts }

    var lines: [Values] {
        report.log.reversed().map { entry in
            let isLate = entry.known.seconds - entry.changed.seconds > DealLogWords.slack
            let recorded = texts("deal.log.recorded", ["moment": .text(short(entry.known))])
            return [
                "stamp": frame.company.calendar.text(of: entry.changed), "when": short(entry.changed),
                "words_html": words(entry.field, entry.old, entry.new),
                "recorded": isLate ? ["words": recorded] as Values : false as Any,
            ]
        }
    }

    private func short(_ instant: Instant) -> String {
        "\(texts.numericDay(frame.zone.day(of: instant))) \(texts.time(instant, in: frame.zone))"
    }

    private func words(_ field: Deal.Field, _ old: Int64?, _ new: Int64?) -> String {
        let name = texts("deal.field.\(field.name)")
        switch (value(field, old), value(field, new)) {
        case (let before?, let after?) where before != after:
            return texts.html(
                "deal.log.changed", ["field": .text(name), "old": .text(before), "new": .text(after)])
        case (_, let after?): return texts.html("deal.log.set", ["field": .text(name), "new": .text(after)])
        case (let before?, nil) where new == nil:
            return texts.html("deal.log.cleared", ["field": .text(name), "old": .text(before)])
        default: return texts.html("deal.log.event", ["field": .text(name)])
        }
    }

    /// Nil for a field whose value has no words here.
    private func value(_ field: Deal.Field, _ number: Int64?) -> String? {
        guard let number else { return nil }
        let names = frame.names
        switch field {
        case .stage: return names.stage(.init(number)).map { texts("deal.quoted", ["name": .text($0.name)]) }
        case .owner: return frame.name(of: .employee(.init(number)))
        case .amount, .cost:
            return report.row.amount.map { texts.exact(Money(minorUnits: number, currency: $0.currency)) }
        case .expectedClose: return Int32(exactly: number).map { texts.day(Day(number: $0)) }
        case .product: return names.products[.init(number)]
        case .account: return names.accounts[.init(number)]
        case .pipeline: return names.pipeline(.init(number))?.name
        case .status:
            let statuses: [Int64: Deal.Status] = [0: .open, 1: .won, 2: .lost]
            return statuses[number].map { texts("deal.status." + $0.rawValue) }
        case .createdAt, .closedAt: return texts.day(frame.zone.day(of: Instant(microseconds: number)))
        case .created, .currency, .source, .title, .vatRate, .lostReason, .lead, .category, .nextStep, .split, .merged,
            .removed:
            return nil
        }
    }
}

extension Deal.Field {
    /// The last part of its text's address.
    var name: String { "\(self)" }
}
