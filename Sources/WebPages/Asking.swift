internal import SalesDomain
internal import WebRoutes

extension Route {
    /// The same page with other filters: what is not named stays. A filter that the page does not have is passed over.
    func asked(scope: ScopeName? = nil, period: PeriodName? = nil) -> Route {
        switch self {
        case .company(var filter):
            filter.scope = scope ?? filter.scope
            filter.period = period ?? filter.period
            return .company(filter)
        case .home: return Route.company().asked(scope: scope, period: period)
        case .plans(var filter):
            filter.scope = scope ?? filter.scope
            filter.period = period ?? filter.period
            return .plans(filter)
        case .bonuses(var filter):
            filter.scope = scope ?? filter.scope
            filter.period = period ?? filter.period
            return .bonuses(filter)
        case .schemes(var filter):
            filter.scope = scope ?? filter.scope
            return .schemes(filter)
        case .calls(var filter):
            // Whose calls they are is asked within a scope.
            if scope != nil { filter.who = nil }
            filter.scope = scope ?? filter.scope
            filter.period = period ?? filter.period
            filter.page = 1
            return .calls(filter)
        case .accuracy(var filter):
            filter.scope = scope ?? filter.scope
            return .accuracy(filter)
        case .deals(var filter):
            filter.scope = scope ?? filter.scope
            filter.period = period ?? filter.period
            filter.page = 1
            return .deals(filter)
        case .report(let name, var filter):
            filter.scope = scope ?? filter.scope
            filter.period = period ?? filter.period
            return .report(name, filter)
        default: return self
        }
    }

    /// The same page as of another instant; nil: now.
    func asked(asOf: AsOfText?) -> Route {
        switch self {
        case .home: return .company(ReportFilter(asOf: asOf))
        case .company(var filter):
            filter.asOf = asOf
            return .company(filter)
        case .accuracy(var filter):
            filter.asOf = asOf
            return .accuracy(filter)
        case .deals(var filter):
            filter.asOf = asOf
            filter.page = 1
            return .deals(filter)
        case .deal(let id, var filter):
            filter.asOf = asOf
            return .deal(id, filter)
        case .calls(var filter):
            filter.asOf = asOf
            filter.page = 1
            return .calls(filter)
        case .report(let name, var filter):
            filter.asOf = asOf
            return .report(name, filter)
        default: return self
        }
    }

    /// The same page with money counted otherwise.
    func asked(basis: Company.Basis) -> Route {
        switch self {
        case .home: return .company(ReportFilter(basis: basis))
        case .company(var filter):
            filter.basis = basis
            return .company(filter)
        case .accuracy(var filter):
            filter.basis = basis
            return .accuracy(filter)
        case .report(let name, var filter):
            filter.basis = basis
            return .report(name, filter)
        default: return self
        }
    }

    /// The filters of this page other than as-of: what a form that chooses it must keep.
    var kept: [(name: String, value: String)] { asked(asOf: nil).pairs }

    /// Every filter of this page.
    var pairs: [(name: String, value: String)] {
        let parts = target.split(separator: "?", maxSplits: 1)
        guard parts.count == 2 else { return [] }
        return parts[1].split(separator: "&").compactMap { pair in
            let sides = pair.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, let name = PercentCoding.decoded(sides[0]),
                let value = PercentCoding.decoded(sides[1])
            else { return nil }
            return (name, value)
        }
    }
}

extension Frame {
    /// Plans and bonuses as a file: the page's own address, in another form.
    /// A file of bonuses with a row for each deal.
    func lines(_ format: Format) -> String {
        guard case .bonuses(var filter) = route else { return "" }
        (filter.by, filter.format) = (.deal, format)
        return Route.bonuses(filter).target
    }

    func file(_ format: Format) -> String {
        switch route {
        case .plans(var filter):
            filter.format = format
            return Route.plans(filter).target
        case .bonuses(var filter):
            filter.format = format
            return Route.bonuses(filter).target
        case .schemes(var filter):
            filter.format = format
            return Route.schemes(filter).target
        case .calls(var filter):
            filter.format = format
            filter.page = 1
            return Route.calls(filter).target
        default: return route.target
        }
    }
}

extension Route {
    /// As it stands in the address, so that links to other pages keep it.
    var asOfText: AsOfText? {
        switch self {
        case .company(let filter): filter.asOf
        case .deal(_, let filter): filter.asOf
        case .accuracy(let filter): filter.asOf
        case .deals(let filter): filter.asOf
        case .report(_, let filter): filter.asOf
        case .calls(let filter): filter.asOf
        default: nil
        }
    }

    var periodText: PeriodName? {
        switch self {
        case .company(let filter): filter.period
        case .deals(let filter): filter.period
        case .deal(_, let filter): filter.period
        case .report(_, let filter), .plans(let filter), .bonuses(let filter): filter.period
        case .calls(let filter): filter.period
        default: nil
        }
    }

    var pipelineText: String? {
        switch self {
        case .company(let filter): filter.pipeline
        case .report(_, let filter): filter.pipeline
        case .calls(let filter): filter.pipeline
        default: nil
        }
    }
}

extension Frame {
    /// Of a deal as this page sees it.
    func address(of deal: Deal.ID) -> String {
        Route.deal(deal, DealFilter(asOf: route.asOfText, period: route.periodText)).target
    }
}
