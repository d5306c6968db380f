package import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// What is supposed on a page, what follows from it, and forms to suppose more. Each supposition stands in the address:
/// to share it is to send the address.
package struct WhatIfSection: Sendable {
    package struct Content: Sendable {
        /// Nil: nothing is supposed yet.
        package let report: WhatIfReport?
        /// Of which something may be supposed here.
        package let deals: [DealsReport.Row]
        /// Open stages, as `Pipeline/Stage`.
        package let stages: [String]
        package let currency: Currency
        /// The numbers of `deals` that people know them by.
        package var numbers: [Deal.ID: String] = [:]
        /// On a page of one deal nobody is asked of which.
        package var isOfOne = false
        /// Why what was asked by a deal's name could not be supposed.
        package var problem: Problem?
        package init(report: WhatIfReport?, deals: [DealsReport.Row], stages: [String], currency: Currency) {
            self.report = report
            self.deals = deals
            self.stages = stages
            self.currency = currency
        }
    }

    package enum Problem: Sendable, Equatable {
        /// No such deal is this reader's.
        case unknown
        /// Several are called so; their numbers.
        case several([String])
        /// The date or the amount cannot be read.
        case value
        /// The deal is supposed to end otherwise already.
        case contrary(Deal.ID)
    }

    private let content: Content
    private let frame: Frame

    init(_ content: Content, frame: Frame) {
        self.content = content
        self.frame = frame
    }

    /// Of a page: closed, with the address that opens it; or open.
    static func values(_ content: Content?, frame: Frame) -> Values {
        let begun = frame.route.supposing(Suppositions([], isBegun: true)).target + "#what-if"
        return [
            "what_if": content.map { WhatIfSection($0, frame: frame).values } ?? false as Any,
            "what_if_href": content == nil ? begun as Any : false,
        ]
    }

    /// Of a page on which nothing can be supposed.
    static var nothing: Values { ["what_if": false, "what_if_href": false] }

    private var texts: Texts { frame.texts }
    private var supposed: Suppositions { frame.route.suppositions }

    /// What is supposed already; what could not be is said anew.
    private var kept: [(name: String, value: String)] {
        frame.route.supposing(Suppositions(supposed.list)).pairs
    }

    private var values: Values {
        let shown = content.report?.shown.map(line) ?? []
        let parts = content.report.map(parts) ?? []
        return [
            "close_href": frame.route.supposing(.none).target,
            "share_href": frame.route.supposing(Suppositions(supposed.list)).target, "shown": shown,
            "any_shown": !shown.isEmpty, "hidden": content.report.flatMap(hidden) ?? false as Any,
            "reference": content.report?.reference.map(reference) ?? false as Any,
            "dates": content.report?.ignoresDates == true ? texts("what_if.dates") as Any : false,
            "sentence_html": content.report.map(sentence) ?? texts.html("what_if.none"),
            "is_answered": content.report != nil, "rows": content.report.map(rows) ?? [], "parts": parts,
            "any_parts": !parts.isEmpty,
            "parts_plan": parts.contains { $0["chance"] as? String != "" }, "action": frame.route.path,
            "kept": kept.map { ["name": $0.name, "value": $0.value] as Values }, "forms": forms,
            "deals": content.isOfOne ? [Values]() : offered,
        ]
    }

    /// Two readers of one link may be measured by different deals.
    private func reference(_ scope: Scope) -> String {
        texts("what_if.reference", ["scope": .text(frame.name(of: scope))])
    }

    private func hidden(_ report: WhatIfReport) -> String? {
        report.hidden == 0 ? nil : texts("what_if.hidden", ["hidden": .count(report.hidden)])
    }

    private func line(_ shown: WhatIfReport.Shown) -> Values {
        let isCounted = shown.standing == .counts
        return [
            "words_html": texts.html("what_if.said." + shown.supposition.word, words(shown)),
            "effect": isCounted
                ? texts.signedAmount(shown.effect, content.currency)
                : texts("what_if.standing." + shown.standing.rawValue),
            "remove_href": frame.route.supposing(supposed.without(shown.supposition)).target + "#what-if",
        ]
    }

    private func words(_ shown: WhatIfReport.Shown) -> [String: Texts.Argument] {
        var given: [String: Texts.Argument] = [:]
        if let row = shown.row {
            given["deal"] = .text(frame.names.title(of: row.deal))
            given["href"] = .text(frame.address(of: row.deal))
        }
        switch shown.supposition {
        case .lost, .won: break
        case .close(_, let day): given["day"] = .text(texts.day(day))
        case .amount(_, let thousandths):
            let currency = shown.row?.amount?.currency ?? content.currency
            let money = Money(minorUnits: Supposition.minorUnits(thousandths, currency), currency: currency)
            given["amount"] = .text(texts.exact(money))
        case .reference(let name): given["stage"] = .text(name)
        }
        return given
    }

    private func sentence(_ report: WhatIfReport) -> String {
        var given: [String: Texts.Argument] = [
            "after": money(report.after.mean), "before": money(report.before.mean),
        ]
        guard let now = report.before.probability, let then = report.after.probability else {
            return texts.html("what_if.sentence.no_plan", given)
        }
        given["now"] = .text(texts.probability(now))
        given["then"] = .text(texts.probability(then))
        return texts.html("what_if.sentence.plan", given)
    }

    private func rows(_ report: WhatIfReport) -> [Values] {
        let (before, after) = (report.before, report.after)
        func row(_ name: String, _ old: String, _ new: String, _ change: String, strong: Bool = false) -> Values {
            ["name": texts("what_if.row." + name), "before": old, "after": new, "change": change, "strong": strong]
        }
        func sum(
            _ name: String, _ old: Int64?, _ new: Int64?, strong: Bool = false, in currency: Currency? = nil
        ) -> Values? {
            guard let old, let new else { return nil }
            let currency = currency ?? content.currency
            return row(
                name, texts.amount(old, currency), texts.amount(new, currency), texts.signedAmount(new - old, currency),
                strong: strong)
        }
        func range(_ outcome: WhatIfReport.Outcome) -> String {
            let ends = texts.amounts(from: outcome.p10, to: outcome.p90, content.currency)
            return "\(ends.low) – \(ends.high)"
        }
        var rows = [sum("mean", before.mean, after.mean, strong: true), row("range", range(before), range(after), "")]
        if let now = before.probability, let then = after.probability {
            rows.append(
                row(
                    "probability", texts.probability(now), texts.probability(then), texts.points(from: now, to: then),
                    strong: true))
        }
        rows.append(
            sum("bonus", before.bonus?.expected, after.bonus?.expected, in: before.bonus?.currency))
        rows.append(sum("template", before.template, after.template))
        rows.append(sum("statistical", before.statistical, after.statistical))
        return rows.compactMap(\.self)
    }

    /// Departments and people whose forecast or plan moves.
    private func parts(_ report: WhatIfReport) -> [Values] {
        report.parts.filter(\.isMoved).map { part in
            [
                "name": frame.name(of: part.scope), "depth": part.parent == nil ? "0" : "1",
                "strong": !part.scope.isPerson,
                "before": texts.amount(part.before, content.currency),
                "after": texts.amount(part.after, content.currency),
                "change": part.before == part.after
                    ? "" : texts.signedAmount(part.after.minus(part.before), content.currency),
                "chance": chance(part),
            ]
        }
    }

    private func chance(_ part: WhatIfReport.Part) -> String {
        guard let now = part.probabilityBefore, let then = part.probabilityAfter else { return "" }
        let (old, new) = (texts.probability(now), texts.probability(then))
        return old == new ? new : "\(old) → \(new)"
    }

    private func money(_ minor: Int64) -> Texts.Argument { .text(texts.amount(minor, content.currency)) }

    /// One for each kind of supposition: what it is of, and what goes with it.
    private var forms: [Values] {
        let kinds: [(word: String, isOfDeal: Bool)] = [
            ("lost", true), ("won", true), ("close", true), ("amount", true), ("reference", false),
        ]
        return kinds.filter { $0.word != "amount" || content.currency != .deals }.compactMap { kind in
            let isNamed = kind.isOfDeal && !content.isOfOne
            let choices = kind.isOfDeal ? content.deals.map { choice($0, kind.word) } : content.stages.map(choice)
            guard isNamed || !choices.isEmpty else { return nil }
            let asked = supposed.asked.flatMap { $0.word == kind.word ? $0 : nil }
            let contrary = contrary(kind.word)
            let wrong = asked == nil && contrary == nil ? nil : content.problem.map(words)
            return [
                "word": kind.word, "label": texts("what_if.form." + kind.word), "choices": choices,
                "named": isNamed ? ["deal": asked?.deal ?? contrary ?? ""] as Values : false as Any,
                "turned": contrary == nil ? false as Any : turned,
                "of": texts(kind.isOfDeal ? "what_if.of.deal" : "what_if.of.stage"), "is_close": kind.word == "close",
                "is_amount": kind.word == "amount", "amount": asked?.value ?? "", "wrong": wrong ?? false as Any,
                "typed": asked?.value ?? frame.zone.day(of: frame.asOf ?? frame.now).description,
            ]
        }
    }

    /// The deal of which this form said the contrary of what is supposed, as people call it.
    private func contrary(_ word: String) -> String? {
        guard case .contrary(let deal) = content.problem, supposed.contrary?.word == word else { return nil }
        return content.numbers[deal] ?? frame.names.title(of: deal)
    }

    /// The same with what was said last in place of what it speaks against.
    private var turned: Values {
        [
            "href": frame.route.supposing(supposed.turned).target + "#what-if",
            "label": texts("what_if.turn." + (supposed.contrary?.word ?? "")),
        ]
    }

    private func words(_ problem: Problem) -> String {
        switch problem {
        case .contrary(let deal):
            texts(
                "what_if.wrong.contrary." + (supposed.contradicted?.word ?? ""),
                ["deal": .text(frame.names.title(of: deal))])
        case .unknown: texts("what_if.wrong.unknown")
        case .several(let numbers):
            texts("what_if.wrong.several", ["numbers": .text(numbers.joined(separator: ", "))])
        case .value: texts("what_if.wrong.value")
        }
    }

    /// By title, or by number where several are called so, with what tells them apart.
    private var offered: [Values] {
        let titles = content.deals.map { frame.names.title(of: $0.deal) }
        let many = Dictionary(grouping: titles, by: \.self).filter { $0.value.count > 1 }
        return zip(content.deals, titles).map { row, title in
            let number = content.numbers[row.deal]
            let amount = row.amount.map { texts.exact($0) }
            let isAmbiguous = many[title] != nil
            return [
                "value": isAmbiguous ? number ?? title : title,
                "label": [isAmbiguous ? title : number, amount].compactMap(\.self).joined(separator: " · "),
            ]
        }
    }

    private func choice(_ row: DealsReport.Row, _ word: String) -> Values {
        let end = word == "close" || word == "amount" ? ":" : ""
        let amount = row.amount.map { " · " + texts.exact($0) } ?? ""
        return ["value": "\(word):\(row.deal.number)\(end)", "label": frame.names.title(of: row.deal) + amount]
    }

    private func choice(_ stage: String) -> Values { ["value": "reference:" + stage, "label": stage] }
}

extension Supposition {
    fileprivate var word: String {
        switch self {
        case .lost: "lost"
        case .won: "won"
        case .close: "close"
        case .amount: "amount"
        case .reference: "reference"
        }
    }
}
