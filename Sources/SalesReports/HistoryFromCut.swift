internal import Forecasting
internal import SalesDomain
internal import SalesFacts

extension History {
    /// - Parameter calendar: one made before, taken when it is the right one.
    init(_ cut: Cut, _ frame: CompanyFrame, calendar: Calendar? = nil) {
        let today = cut.today.number
        let rates = cut.rates
        let first = min(today, cut.created.least ?? today) - 800
        let known = calendar.flatMap { $0.firstDay == first ? $0 : nil }
        self.init(
            today: today,
            stages: Stages(
                probability: cut.stages.open.map { $0.probability ?? .nan }, pipeline: cut.stages.pipelineOfState),
            calendar: known ?? Calendar(frame.calendar, from: first, to: today + 1_600),
            created: cut.created, createdKnown: cut.createdKnown, pipeline: cut.pipeline, owner: cut.owner,
            product: cut.product, source: cut.source, returning: cut.returning, stepStart: cut.steps.start,
            stepDay: cut.steps.day, stepKnown: cut.steps.known, stepState: cut.steps.value,
            amountStart: cut.amounts.start, amountDay: cut.amounts.day, amountKnown: cut.amounts.known,
            amountValue: cut.amounts.value, dueStart: cut.dues.start, dueDay: cut.dues.day, dueKnown: cut.dues.known,
            dueValue: cut.dues.value, moneyless: cut.moneyless,
            ownerActive: frame.organisation.employees.map { frame.organisation.works($0, on: cut.today) },
            productPrice: frame.products.map { product in
                guard let price = product.price, rates.factor(of: price.currency, before: nil) != nil else {
                    return .nan
                }
                return Double(price.minorUnits)
            }, rates: Rates(cut, frame, from: first),
            standing: Known(open: cut.openDeals, won: cut.wonDeals, wonDay: cut.wonDays))
    }
}

extension Rates {
    /// Nil where there is no money but in the base currency.
    fileprivate init?(_ cut: Cut, _ frame: CompanyFrame, from first: Int32) {
        let base = frame.company.baseCurrency
        let prices = frame.products.map { $0.price?.currency ?? base }
        guard (prices + cut.currencies).contains(where: { $0 != base }) else { return nil }
        // Those of prices behind those of deals.
        let currencies = cut.currencies + Set(prices).subtracting(cut.currencies).sorted { $0.code < $1.code }
        self.init(
            currency: cut.currency, priceCurrency: prices.map { Int16(currencies.firstIndex(of: $0)!) },
            firstDay: first,
            factors: cut.rates.factors(of: currencies, from: first, days: Int(cut.today.number - first) + 2))
    }
}

extension History {
    /// No deals at all.
    static func nothing(_ calendar: Calendar) -> History {
        History(
            today: 0, stages: Stages(probability: [], pipeline: []), calendar: calendar, created: [], createdKnown: [],
            pipeline: [], owner: [], product: [], source: [], returning: [], stepStart: [0], stepDay: [], stepKnown: [],
            stepState: [], amountStart: [0], amountDay: [], amountKnown: [], amountValue: [], dueStart: [0], dueDay: [],
            dueKnown: [], dueValue: [], moneyless: [], ownerActive: [], productPrice: [])
    }
}

extension Organisation {
    /// Whether somebody works here on a day: by the dated memberships when they end, else by what is said of the person.
    func works(_ employee: Employee, on day: Day) -> Bool {
        if department(of: employee.id, on: day) != nil {
            return employee.active
                || memberships.contains { $0.employee == employee.id && $0.holds(on: day) && $0.to != nil }
        }
        return employee.active
    }
}

extension History.Calendar {
    init(_ calendar: CompanyCalendar, from first: Int32, to last: Int32) {
        let days = (first...last).map(Day.init(number:))
        var months = [UInt8]()
        months.reserveCapacity(days.count)
        for day in days {
            let ofMonth = day.civil.day
            let same = !months.isEmpty && ofMonth != 1 && ofMonth != calendar.fiscalStart.day
            months.append(same ? months[months.count - 1] : UInt8(calendar.fiscalMonth(of: day)))
        }
        self.init(
            firstDay: first,
            weekday: days.map { calendar.exceptions[$0] == false ? 6 : UInt8($0.weekday) },
            working: days.map(calendar.isWorking),
            monthOfQuarter: months.map { $0 % 3 }, monthOfYear: months)
    }
}
