internal import SalesDomain
internal import Texts
internal import WebRoutes

extension Frame {
    /// The widest scope that this viewer may see: what a page shows when none is named.
    var home: Scope { scopes.first ?? .company }

    /// Pages in the order of the day; only those that exist.
    func navigation(_ texts: Texts) -> [Values] {
        guard viewer != nil else { return [] }
        return [
            [entry(.report(.today), texts("page.report.today"), Icon.report(.today))]
                + (home.isPerson ? [entry(.report(.period), texts("page.home.own"), Icon.report(.period))] : [])
                + [entry(.deals(), texts("page.deals"), Icon.deals)],
            reports.map { entry(.report($0), texts("page.report." + $0.rawValue), Icon.report($0)) },
            [
                home.isPerson ? nil : entry(.report(.team), texts("page.report.team"), Icon.report(.team)),
                home.isPerson ? nil : entry(.company(), texts(homeTitle), Icon.company),
                entry(.report(.changes), texts("page.report.changes"), Icon.report(.changes)),
                alertsEntry(texts),
                entry(.report(.actions), texts("page.report.actions"), Icon.report(.actions)),
                entry(.report(.series), texts("page.report.series"), Icon.report(.series)),
                entry(.accuracy(), texts("page.accuracy"), Icon.accuracy),
            ].compactMap(\.self),
            [
                home.isPerson ? nil : entry(.plans(), texts("page.plans"), Icon.plans),
                entry(.bonuses(), texts("page.bonuses"), Icon.bonuses),
                viewer?.role == .admin ? entry(.settings, texts("page.settings"), Icon.settings) : nil,
            ].compactMap(\.self),
        ].map { ["entries": $0] }
    }

    /// Those that look into the funnel, in the order of the menu.
    private var reports: [ReportName] { [.funnel, .estimate, .planfact, .events, .revive] }

    /// The forecast page is the company's, the team's or the person's own, as the viewer is.
    var homeTitle: String {
        switch home {
        case .company: "page.home.company"
        case .department: "page.home.team"
        case .employee: "page.home.own"
        }
    }

    /// Where whoever signs in arrives: on a phone it stands second, not behind the edge.
    private var homeRoute: Route { home.isPerson ? .report(.period) : .company() }

    private func entry(_ target: Route, _ label: String, _ icon: String) -> Values {
        [
            "href": kept(target).target, "label": label, "icon": icon, "current": isHere(target), "count": false,
            "is_home": target == homeRoute,
            "brief": brief(target) ?? false as Any,
        ]
    }

    /// On a phone, where the whole name has no room.
    private func brief(_ target: Route) -> String? {
        guard case .report(let name, _) = target, texts.has("page.brief." + name.rawValue) else { return nil }
        return texts("page.brief." + name.rawValue)
    }

    /// With how many there are now: a three-figure number says no more than that there are many. The past has its own.
    private func alertsEntry(_ texts: Texts) -> Values {
        var entry = entry(.report(.alerts), texts("page.report.alerts"), Icon.report(.alerts))
        if asOf == nil, let all = alerts(), all > 0 {
            entry["count"] =
                [
                    "number": all > 99 ? texts("frame.alerts.many") : texts.integer(all),
                    "said": texts("frame.alerts", ["all": .count(all)]),
                ] as Values
        }
        return entry
    }

    /// The same moment and period on another page.
    private func kept(_ target: Route) -> Route {
        var kept = target.asked(period: route.periodText)
        if let asOf = route.asOfText { kept = kept.asked(asOf: asOf) }
        return kept
    }

    private func isHere(_ target: Route) -> Bool {
        if isNowhere { return false }
        if case .deal = route { return target.place == .deals }
        if case .home = route, viewer?.role == .admin { return target == .settings }
        if case .home = route { return home.isPerson ? target == .report(.period) : target.place == .company }
        if case .calls = route { return target == .report(.events) }
        if route.place == .schemes || route.place == .setScheme { return target.place == .bonuses }
        if case .report(let name, _) = route, case .report(let other, _) = target { return name == other }
        return target.place == route.place
    }

    func name(of scope: Scope) -> String {
        let texts = texts
        switch scope {
        case .company: return texts("scope.company")
        case .department(let id):
            return id.map { names.organisation.department($0)?.name ?? texts("none") } ?? texts("scope.no_department")
        case .employee(let id):
            return id.map { names.organisation.employee($0)?.name ?? texts("none") } ?? texts("scope.nobody")
        }
    }

    func commonChips(_ heading: Heading, _ texts: Texts) -> [Values] {
        [scopeChip(heading, texts), periodChip(heading, texts)].compactMap(\.self)
    }

    private func scopeChip(_ heading: Heading, _ texts: Texts) -> Values? {
        guard let shown = heading.scope, scopes.count > 1 else { return nil }
        let choices = scopes.map { scope in
            [
                "label": name(of: scope), "depth": String(depth(of: scope)), "current": scope == shown,
                "href": route.asked(scope: ScopeName(scope, in: names.organisation)).target,
            ] as Values
        }
        return ["label": texts("frame.scope"), "value": name(of: shown), "choices": choices, "common": true]
    }

    private func periodChip(_ heading: Heading, _ texts: Texts) -> Values? {
        guard let shown = heading.period, !periods.isEmpty else { return nil }
        let choices = periods.map { period in
            [
                "label": texts.capital(texts.period(period, in: company.calendar)),
                "depth": period.kind == .month ? "1" : "0", "current": period == shown,
                "href": route.asked(period: PeriodName(period, in: company.calendar)).target,
            ] as Values
        }
        let value = texts.capital(texts.period(shown, in: company.calendar))
        return [
            "label": texts("frame.period"), "value": value, "choices": weeks(shown, texts) + choices, "common": true,
            "dates": ownDates(shown),
        ]
    }

    /// This week and the one before, from Monday.
    private func weeks(_ shown: Period, _ texts: Texts) -> [Values] {
        let today = zone.day(of: asOf ?? now)
        let monday = today + -today.weekday
        return [("this", monday), ("last", monday + -7)].compactMap { name, first -> Values? in
            guard let week = Period.custom(from: first, through: first + 6) else { return nil }
            return [
                "label": texts("frame.week." + name, ["days": .text(texts.days(from: first, through: first + 6))]),
                "depth": "0", "current": week == shown,
                "href": route.asked(period: PeriodName(week, in: company.calendar)).target,
            ]
        }
    }

    /// A form for any two days; what else is chosen stays.
    private func ownDates(_ shown: Period) -> Values {
        let path = route.place == .home ? Route.company().path : route.path
        return [
            "action": path, "first": shown.start.description, "last": (shown.end + -1).description,
            "kept": route.pairs.filter { !["period", "page", "format"].contains($0.name) }.map {
                ["name": $0.name, "value": $0.value] as Values
            },
        ]
    }

    /// How far below the company a scope hangs, for the indent of the menu: 0–5.
    func depth(of scope: Scope) -> Int {
        let organisation = names.organisation
        func depth(_ department: Department.ID?) -> Int {
            var depth = 0
            var above = department
            while let id = above, depth < 5 {
                depth += 1
                above = organisation.department(id)?.parent
            }
            return depth
        }
        switch scope {
        case .company: return 0
        case .department(let id): return max(1, depth(id))
        case .employee(let id):
            return min(5, 1 + depth(id.flatMap { organisation.department(of: $0, on: zone.day(of: asOf ?? now)) }))
        }
    }
}
