internal import Forecasting
package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// Only rows that the viewer may see, so that the total tells no more.
    package func deals(_ query: DealsQuery, asOf: Instant, for seen: Seen) throws(ReportRefusal) -> DealsReport {
        let choice = query.pipeline.map(PipelineChoice.one) ?? (query.everyPipeline ? .all : .sales)
        return try admitted(query.scope, choice, asOf: asOf, seen).dealsMade(query, choice, asOf: asOf, seen)
    }

    private func dealsMade(_ query: DealsQuery, _ choice: PipelineChoice, asOf: Instant, _ seen: Seen) -> DealsReport {
        let picture = pictures(asOf, choice)
        let cut = picture.cut
        let touched = query.counted ? picture.people.owned(query.scope) : picture.people.touched(query.scope)
        let eyes = Eyes(seen, facts.rights, on: today, cut)
        let stage = query.stage.flatMap { id in cut.stages.open.firstIndex { $0.id == id } }
        let found = (0..<cut.count).filter { deal in
            touched[deal] && query.admits(cut, deal, stage: stage) && eyes.see(deal)
                && isOf(query.category, deal, cut)
        }
        let sorted = query.sorted(found, cut)
        let page = sorted.dropFirst(max(0, query.offset)).prefix(max(0, query.limit))
        return DealsReport(
            asOf: asOf, currency: facts.frame.company.baseCurrency, total: found.count,
            totalAmount: found.total { cut.amount[$0] == Cut.unknown ? 0 : cut.amount[$0] },
            rows: page.map { DealsReport.Row(cut, $0, facts.frame) })
    }
}

extension Reporter {
    private func isOf(_ category: DealsQuery.Category?, _ deal: Int, _ cut: Cut) -> Bool {
        category.map { $0.of(facts.category(of: Deal.ID(cut.id[deal]), asOf: cut.asOf)) == $0.wanted } ?? true
    }
}

/// Which deals of a cut a viewer may see: own, shared, of people whom they may see, or that belong to a department whose
/// figures they may see, though who sold it has moved since.
struct Eyes {
    private let everything: Bool
    private let departments: Set<Department.ID>
    private let leaves: LeafFinder
    private let cut: Cut
    /// By employee.
    private let people: [Bool]
    private let owner: [Int32]
    private var byShare: Set<Int32> = []

    init(_ seen: Seen, _ organisation: Organisation, on day: Day, _ cut: Cut) {
        everything = seen.reach == .everything
        people = organisation.employees.map { seen.allows(.employee($0.id), in: organisation, on: day) }
        departments = if case .departments(let seen, _) = seen.reach { seen } else { [] }
        leaves = LeafFinder(organisation, today: day)
        owner = cut.owner
        self.cut = cut
        guard !everything else { return }
        for share in cut.shares where sees(share.employee, Int(share.deal)) { byShare.insert(share.deal) }
    }

    func see(_ deal: Int) -> Bool { everything || sees(owner[deal], deal) || byShare.contains(Int32(deal)) }

    private func sees(_ employee: Int32, _ deal: Int) -> Bool {
        guard employee >= 0 else { return false }
        if people[Int(employee)] { return true }
        guard !departments.isEmpty, let home = leaves.department(employee, on: cut.dayOfBelonging(deal)) else {
            return false
        }
        return departments.contains(home)
    }
}

extension DealsQuery {
    fileprivate func admits(_ cut: Cut, _ deal: Int, stage wanted: Int?) -> Bool {
        let state = cut.state[deal]
        switch status {
        case .open: if !StageTable.isOpen(state) { return false }
        case .won: if state != StageTable.won { return false }
        case .lost: if state != StageTable.lost { return false }
        case nil: break
        }
        if stage != nil, Int(state) != wanted ?? -1 { return false }
        if let accounts, !accounts.contains(Account.ID(Int64(cut.account[deal]))) { return false }
        guard let period else { return true }
        if !StageTable.isOpen(state) { return period.contains(Day(number: cut.since[deal])) }
        return cut.expectedClose(deal).map(period.contains) ?? false
    }

    /// What is not known comes last, in either direction; of equals the later deal first.
    fileprivate func sorted(_ deals: [Int], _ cut: Cut) -> [Int] {
        func key(_ deal: Int) -> Int64? {
            let isOpen = StageTable.isOpen(cut.state[deal])
            switch sort {
            case .created: return Int64(cut.created[deal])
            case .amount: return cut.amount[deal] == Cut.unknown ? nil : cut.amount[deal]
            case .stage: return Int64(cut.state[deal])
            case .owner: return cut.owner[deal] < 0 ? nil : Int64(cut.owner[deal])
            case .expectedClose: return cut.expectedClose(deal).map { Int64($0.number) }
            case .closed: return isOpen ? nil : Int64(cut.since[deal])
            case .age: return Int64(isOpen ? cut.today.number - cut.since[deal] : -1)
            }
        }
        let keyed = deals.map { (deal: $0, key: key($0)) }
        return keyed.sorted { left, right in
            switch (left.key, right.key) {
            case (let a?, let b?): return a != b ? (descending ? a > b : a < b) : left.deal > right.deal
            case (nil, nil): return left.deal > right.deal
            case (_?, nil): return true
            case (nil, _?): return false
            }
        }.map(\.deal)
    }
}

extension DealsReport.Row {
    init(_ cut: Cut, _ deal: Int, _ frame: CompanyFrame) {
        let state = cut.state[deal]
        let isOpen = StageTable.isOpen(state)
        let pipeline = cut.stages.pipelines[Int(cut.pipeline[deal])]
        let closing: Stage.Outcome = state == StageTable.won ? .won : .lost
        self.init(
            deal: Deal.ID(cut.id[deal]), pipeline: pipeline.id,
            stage: isOpen
                ? (state >= 0 ? cut.stages.open[Int(state)].id : nil)
                : pipeline.stages.first { $0.outcome == closing }?.id,
            status: isOpen ? .open : state == StageTable.won ? .won : .lost,
            owner: cut.owner[deal] < 0 ? nil : frame.organisation.employees[Int(cut.owner[deal])].id,
            product: cut.product[deal] < 0 ? nil : frame.products[Int(cut.product[deal])].id,
            account: cut.account[deal] < 0 ? nil : Account.ID(Int64(cut.account[deal])),
            amount: cut.ownAmount[deal] == Cut.unknown
                ? nil : Money(minorUnits: cut.ownAmount[deal], currency: cut.currencies[Int(cut.currency[deal])]),
            baseAmount: cut.amount[deal] == Cut.unknown ? nil : cut.amount[deal],
            created: Day(number: cut.created[deal]), expectedClose: cut.expectedClose(deal),
            closed: isOpen ? nil : Day(number: cut.since[deal]),
            daysInStage: isOpen ? Int(cut.today.number - cut.since[deal]) : nil)
    }
}
