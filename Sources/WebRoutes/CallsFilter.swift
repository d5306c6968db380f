package import SalesDomain

/// Which calls are listed. Nil: the widest scope that the viewer has, the running month, everybody's, of any kind of end.
package struct CallsFilter: Hashable, Sendable {
    package var scope: ScopeName?
    package var period: PeriodName?
    package var asOf: AsOfText?
    package var pipeline: String?
    /// Whose of the scope's: `employee:`, empty for nobody's.
    package var who: ScopeName?
    /// Nil: calls.
    package var kind: Activity.Kind?
    package var direction: Activity.Direction?
    package var choice: Activity.Choice?
    /// 1 is Monday.
    package var weekday: Int?
    package var hour: Int?
    /// From 1.
    package var page: Int
    package var format: Format?

    package init(
        scope: ScopeName? = nil, period: PeriodName? = nil, asOf: AsOfText? = nil, pipeline: String? = nil,
        who: ScopeName? = nil, kind: Activity.Kind? = nil, direction: Activity.Direction? = nil,
        choice: Activity.Choice? = nil, weekday: Int? = nil, hour: Int? = nil, page: Int = 1, format: Format? = nil
    ) {
        self.scope = scope
        self.period = period
        self.asOf = asOf
        self.pipeline = pipeline
        self.who = who
        self.kind = kind
        self.direction = direction
        self.choice = choice
        self.weekday = weekday
        self.hour = hour
        self.page = page
        self.format = format
    }

    init(_ query: Query) throws(RouteProblem) {
        scope = try query.value("scope")
        period = try query.value("period")
        asOf = try query.value("as_of")
        pipeline = query.last("pipeline")
        who = try CallsFilter.person(query)
        kind = try query.value("kind")
        direction = try query.value("direction")
        choice = try query.value("which")
        weekday = try CallsFilter.number("weekday", in: 1...7, query)
        hour = try CallsFilter.number("hour", in: 0...23, query)
        page = try CallsFilter.number("page", in: 1...1_000_000, query) ?? 1
        format = try query.value("format")
    }

    private static func person(_ query: Query) throws(RouteProblem) -> ScopeName? {
        guard let name = try query.value("who", as: ScopeName.self) else { return nil }
        guard case .employee = name else { throw .badValue(of: "who") }
        return name
    }

    private static func number(_ name: String, in range: ClosedRange<Int>, _ query: Query) throws(RouteProblem)
        -> Int?
    {
        guard let text = query.last(name) else { return nil }
        guard let number = Int(text), range.contains(number) else { throw .badValue(of: name) }
        return number
    }

    func write(to query: inout Query) {
        query.add("scope", scope)
        query.add("period", period)
        query.add("as_of", asOf)
        query.add("pipeline", pipeline)
        query.add("who", who)
        query.add("kind", kind)
        query.add("direction", direction)
        query.add("which", choice)
        query.add("weekday", weekday.map { String($0) })
        query.add("hour", hour.map { String($0) })
        query.add("page", page > 1 ? String(page) : nil)
        query.add("format", format)
    }
}

extension Activity.Kind: QueryValue {}
extension Activity.Direction: QueryValue {}
extension Activity.Choice: QueryValue {}
