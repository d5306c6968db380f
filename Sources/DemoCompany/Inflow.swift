import Foundation
import SalesDomain

/// Starts deals: how many on which day, whose, of what.
struct Inflow {
    private let company: DemoCompany
    private let customers: Customers
    private let newcomers: Newcomers
    private let categories: Categories
    private let world: World

    init(company: DemoCompany, staff: Staff, customers: Customers, newcomers: Newcomers, holidays: Holidays) {
        self.newcomers = newcomers
        categories = Categories(seed: company.seed, truth: company.truth)
        self.company = company
        self.customers = customers
        world = World(truth: company.truth, staff: staff, holidays: holidays, until: company.until)
    }

    func lives() -> [Life] {
        births().enumerated().map { place, born in
            var chance = Chance(seed: company.seed, stream: "deal", index: place)
            return life(number: place + 1, born: born, chance: &chance)
        }
    }

    private func births() -> [Moment] {
        var chance = Chance(seed: company.seed, stream: "births")
        var sums = [Double]()
        for day in 0..<(company.until - company.firstDay) {
            sums.append(
                (sums.last ?? 0) + Inflow.weight(of: company.firstDay + day, since: company.firstDay, world.holidays))
        }
        return (0..<company.deals).map { _ in
            let place = Inflow.place(of: chance.unit() * (sums.last ?? 0), in: sums)
            return Moment(day: company.firstDay + place, minute: 540 + chance.whole(0...520))
        }.sorted()
    }

    static func weight(of day: Day, since first: Day, _ holidays: Holidays) -> Double {
        let truth = DemoCompany.truth
        return truth.inflow[day.month - 1] * holidays.factor(on: day)
            * pow(truth.yearlyGrowth, Double(day - first) / 365.25)
    }

    private func life(number: Int, born: Moment, chance: inout Chance) -> Life {
        let owner = seller(on: born.day, chance: &chance)
        let source = world.truth.sources[chance.place(by: world.truth.sources.map(\.share))]
        let goods = Goods.all[chance.place(by: Goods.all.map(\.share))]
        let currency = ["UAH", "USD", "EUR"][chance.place(by: [0.88, 0.08, 0.04])]
        let size = world.truth.markets[owner.department(on: born.day)]?.size ?? 1
        let amount = Inflow.amount(
            hryvnias: chance.spread(median: Double(goods.price) * size, sigma: 0.45), currency: currency)
        let account = customers.account(for: owner.id, chance: &chance)
        var life = Life(
            id: Inflow.id("d", number), title: goods.title(in: born.day.year, month: born.day.month, chance: &chance),
            pipeline: PipelineSheet.sales, account: newcomers.name(ofDeal: number) ?? account.name, product: goods.name,
            source: source.name,
            currency: currency, born: born, stage: world.truth.stages[0].name, owner: owner.id, amount: amount)
        var costing = Chance(seed: company.seed, stream: "cost", index: number)
        if costing.happens(0.6) {
            life.cost = Double(goods.cost) / Double(goods.price) * costing.spread(median: 1, sigma: 0.06)
        }
        var living = DealLife(life, owner: owner, source: source, amount: amount, chance: chance, world: world)
        living.run()
        return categories.said(of: living.life, number: number)
    }

    private func seller(on day: Day, chance: inout Chance) -> Staff.Person {
        let weights = world.staff.sellers.map { seller in
            seller.works(on: day) ? world.truth.markets[seller.department(on: day)]?.inflow ?? 1 : 0
        }
        return world.staff.sellers[chance.place(by: weights)]
    }

    /// Tens of hryvnias, or whole dollars and euros at a rate of about forty.
    private static func amount(hryvnias: Double, currency: String) -> Int {
        currency == "UAH" ? Int((hryvnias / 10).rounded()) * 10 : Int((hryvnias / 42).rounded())
    }

    static func id(_ letter: String, _ number: Int) -> String {
        let digits = String(number)
        return letter + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    private static func place(of value: Double, in sums: [Double]) -> Int {
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] <= value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
