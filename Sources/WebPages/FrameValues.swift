internal import SalesDomain
internal import Texts
internal import WebRoutes

/// What stands in the frame's places for one page.
struct Heading {
    let title: String
    var scope: Scope?
    var period: Period?
    /// Chips after the common ones.
    var chips: [Values] = []
    var drawsCharts = false
    /// Nil: this page has no as-of.
    var action: Place?
    /// There is something on it to be taken along on paper.
    var prints = true
}

extension Frame {
    var texts: Texts { Texts(language, counting: basis) }
    var zone: Zone { company.calendar.zone }

    func values(_ heading: Heading, _ page: Values) -> Values {
        let texts = texts
        var values: Values = [
            "t": Words(texts),
            "lang": language.rawValue,
            "theme": theme.rawValue,
            "title": heading.title,
            "icon_href": Route.look(Look.icon).target,
            "css_href": Route.look(Look.style).target,
            "js_href": Route.look(Look.script).target,
            "chart": heading.drawsCharts && assets.contains(Look.charts),
            "chart_href": Route.asset(Look.charts).target,
            "home_href": Route.home().target,
            "groups": navigation(texts),
            "chips": ((viewer == nil ? [] : commonChips(heading, texts)) + heading.chips).map {
                $0.merging(["dates": false] as Values) { own, _ in own }
            },
            "as_of": heading.action.map { asOfChip($0, texts) } ?? false as Any,
            "strip": strip()?.values(texts) ?? false as Any,
            "past": past(texts) ?? false as Any,
            "prints": heading.prints,
            "printed": printed(heading, texts),
        ]
        values.merge(account(texts)) { $1 }
        values.merge(page) { $1 }
        return values
    }

    private func account(_ texts: Texts) -> Values {
        [
            "viewer": viewer.map { ["name": $0.name, "role": role($0, texts)] as Values } ?? false as Any,
            "csrf": csrf,
            "back": route.target,
            "language_action": Route.language.target,
            "theme_action": Route.theme.target,
            "sign_out_action": Route.signOut.target,
            "account_href": Route.account.target,
            "languages": Company.Language.allCases.map {
                [
                    "code": $0.rawValue, "short": $0.rawValue.uppercased(), "label": $0.ownName,
                    "current": $0 == language,
                ]
                    as Values
            },
            "themes": [Theme.auto, .light, .dark].map {
                [
                    "code": $0.rawValue, "label": texts("frame.theme." + $0.rawValue), "icon": Icon.theme($0),
                    "current": $0 == theme,
                ] as Values
            },
        ]
    }

    private func role(_ viewer: Viewer, _ texts: Texts) -> String {
        let role = texts("role." + viewer.role.rawValue)
        return viewer.department.map { "\(role) · \($0)" } ?? role
    }

    private func past(_ texts: Texts) -> Values? {
        asOf.map {
            [
                "words_html": texts.html("frame.past", ["moment": .text(texts.moment($0, in: zone))]),
                "back_href": route.asked(asOf: nil).target,
            ]
        }
    }

    private func asOfChip(_ action: Place, _ texts: Texts) -> Values {
        let shown = asOf.map { texts.moment($0, in: zone) } ?? texts("frame.as_of.now")
        return [
            "value": shown, "past": asOf != nil, "action": action.varies ? route.path : action.path(),
            "back_href": route.asked(asOf: nil).target,
            "typed": wallClock(asOf ?? now), "latest": wallClock(now),
            "kept": route.kept.map { ["name": $0.name, "value": $0.value] as Values },
        ]
    }

    /// `2026-11-18T17:40`, as a browser's date field wants it.
    private func wallClock(_ instant: Instant) -> String {
        "\(zone.day(of: instant))T\(Texts(.uk).time(instant, in: zone))"
    }

    private func printed(_ heading: Heading, _ texts: Texts) -> String {
        guard let viewer else { return "" }
        var given: [String: Texts.Argument] = [
            "company": .text(company.name), "title": .text(heading.title),
            "scope": .text(heading.scope.map { name(of: $0) } ?? texts("scope.company")),
            "moment": .text(texts.moment(asOf ?? now, in: zone)), "viewer": .text(viewer.name),
        ]
        guard let period = heading.period else { return texts("frame.printed.plain", given) }
        given["period"] = .text(texts.period(period, in: company.calendar))
        return texts("frame.printed.period", given)
    }
}

extension Company.Language {
    var ownName: String {
        switch self {
        case .uk: "Українська"
        case .en: "English"
        }
    }
}
