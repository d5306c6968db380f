package import SalesDomain

extension CompanyFrame {
    /// As it was known at an instant: what was recorded at or after it is taken back. Itself where nothing was. Records keep
    /// their places, so an index means the same one in both; only stages that came later are left out.
    package func known(asOf: Instant) -> CompanyFrame {
        guard let last = changes.last, last.recordedAt >= asOf else { return self }
        let first = changes.partition(before: asOf)
        let was = Before(changes[first...], after: changes[..<first])
        var frame = self
        if let basis = was.basis { frame.company = company.with(basis) }
        frame.products = was.taken(from: products)
        frame.organisation = was.taken(from: organisation)
        frame.pipelines = was.taken(from: pipelines)
        return frame
    }
}

/// What held before some changes: of each record and field, what the first of them found.
private struct Before {
    private(set) var basis: Company.Basis?
    private var parents: [Department.ID: Department.ID?] = [:]
    private var active: [Employee.ID: Bool] = [:]
    private var prices: [Product.ID: Money?] = [:]
    private var costs: [Product.ID: Money?] = [:]
    private var later: Set<Stage.ID> = []

    /// Latest first, so that the first one's word stays. Of a stage's several entries the earliest holds.
    init(_ changes: ArraySlice<CompanyChange>, after earlier: ArraySlice<CompanyChange>) {
        for change in changes.reversed() {
            switch change.what {
            case .basis(let pair): basis = pair.old
            case .parent(let department, let pair): parents[department] = .some(pair.old)
            case .active(let person, let pair): active[person] = pair.old
            case .price(let product, let pair): prices[product] = .some(pair.old)
            case .cost(let product, let pair): costs[product] = .some(pair.old)
            case .stage(let stage): later.insert(stage)
            }
        }
        if later.isEmpty { return }
        for case .stage(let stage) in earlier.lazy.map(\.what) { later.remove(stage) }
    }

    func taken(from products: [Product]) -> [Product] {
        if prices.isEmpty && costs.isEmpty { return products }
        return products.map { product in
            Product(
                id: product.id, name: product.name, price: prices[product.id] ?? product.price,
                cost: costs[product.id] ?? product.cost)
        }
    }

    func taken(from organisation: Organisation) -> Organisation {
        if parents.isEmpty && active.isEmpty { return organisation }
        return Organisation(
            departments: organisation.departments.map {
                Department(id: $0.id, name: $0.name, parent: parents[$0.id] ?? $0.parent)
            }.withoutCircles,
            employees: organisation.employees.map { person in
                active[person.id].map { person.with(active: $0) } ?? person
            }, memberships: organisation.memberships)
    }

    func taken(from pipelines: [Pipeline]) -> [Pipeline] {
        if later.isEmpty { return pipelines }
        return pipelines.map { pipeline in
            Pipeline(
                id: pipeline.id, name: pipeline.name, kind: pipeline.kind,
                stages: pipeline.stages.filter { !later.contains($0.id) })
        }
    }
}

extension [CompanyChange] {
    /// How many, in order of recording, were recorded before an instant.
    fileprivate func partition(before asOf: Instant) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].recordedAt < asOf { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension [Department] {
    /// Of files that came in another order than they were made in, two may have been true at no time together: what would then
    /// stand above itself stands at the top.
    fileprivate var withoutCircles: [Department] {
        var parents = reduce(into: [Department.ID: Department.ID]()) { $0[$1.id] = $1.parent }
        return map { department in
            var above = parents[department.id]
            for _ in indices {
                guard let known = above, known != department.id else { break }
                above = parents[known]
            }
            guard above == department.id else { return department }
            parents[department.id] = nil
            return Department(id: department.id, name: department.name, parent: nil)
        }
    }
}

extension Company {
    fileprivate func with(_ basis: Basis) -> Company {
        Company(
            name: name, baseCurrency: baseCurrency, language: language, basis: basis, amounts: amounts,
            calendar: calendar)
    }
}

extension Employee {
    fileprivate func with(active: Bool) -> Employee {
        Employee(
            id: id, externalID: externalID, otherNames: otherNames, exportedID: exportedID, name: name, role: role,
            active: active)
    }
}
