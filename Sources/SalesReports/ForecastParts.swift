internal import SalesDomain
internal import SalesFacts

extension ForecastMaker {
    /// Every department of the scope with its subtree's figures, parents before children; direct children, with what
    /// belongs to the department itself or to none (`department:`), add up to their parent.
    func departments() -> [ForecastReport.Node] {
        let organisation = facts.organisation
        let people = company.people
        var parts = [ForecastReport.Node]()
        var itself = [ForecastReport.Node]()
        for department in organisation.parentsFirst {
            guard let index = people.nodeOf[.department(department.id)], inside[Int(index)] else { continue }
            let above = Int(people.nodes.parent[Int(index)])
            let isTop = !inside[above] || above == 0
            parts.append(
                node(
                    .department(department.id), at: [index],
                    parent: isTop ? nil : department.parent.map { .department($0) }))
            if organisation.departments.contains(where: { $0.parent == department.id }) {
                itself += ownPeople(of: department.id, index)
            }
        }
        if let none = people.nodeOf[.department(nil)], inside[Int(none)], !isNothing(none) {
            itself.append(node(.department(nil), at: [none], parent: nil))
        }
        return parts + itself
    }

    /// What people of a department itself, not of one below it, have.
    private func ownPeople(of department: Department.ID, _ index: Int32) -> [ForecastReport.Node] {
        let leaves = company.people.places.indices.filter { node in
            guard company.people.nodes.parent[node] == index, case .leaf = company.people.places[node] else {
                return false
            }
            return !isNothing(Int32(node))
        }
        guard !leaves.isEmpty else { return [] }
        return [
            node(.department(nil), at: leaves.map(Int32.init), parent: .department(department), planned: false)
        ]
    }

    /// Everybody who belongs to the scope or has something in it, by place in the organisation; nobody's deals last.
    func employees() -> [ForecastReport.Node] {
        let people = company.people
        var leaves = [Employee.ID?: [Int32]]()
        for (index, place) in people.places.enumerated() where inside[index] {
            if case .leaf(let employee, _) = place { leaves[employee, default: []].append(Int32(index)) }
        }
        var parts = [ForecastReport.Node]()
        for employee in facts.organisation.employees {
            guard let own = leaves[employee.id] else { continue }
            let works = own.contains { people.nodes.open[Int($0)] } && employee.role == .seller
            if works || !own.allSatisfy(isNothing) { parts.append(part(employee.id, at: own)) }
        }
        if let nobody = leaves[nil], !nobody.allSatisfy(isNothing) {
            parts.append(node(.employee(nil), at: nobody, parent: nil))
        }
        return parts
    }

    private func isNothing(_ node: Int32) -> Bool {
        company.amounts[Int(node)].isNothing && company.counts[Int(node)].isNothing
    }

    /// Products or pipelines of the scope, made to add up to the scope's own figures.
    func groups(_ answer: CompanyForecast) -> [ForecastReport.Node] {
        let nodes = answer.groups.indices.filter { node in
            if case .group = answer.groups[node] { return true }
            return false
        }
        let roots = company.people.nodes(of: request.scope).map(Int.init)
        let amounts = nodes.map { answer.amounts[$0] }.addingUp(to: Figure.sum(roots.map { company.amounts[$0] }))
        let counts = nodes.map { answer.counts[$0] }.addingUp(to: Figure.sum(roots.map { company.counts[$0] }))
        return nodes.enumerated().compactMap { place, node in
            guard !(amounts[place].isNothing && counts[place].isNothing),
                let subject = subject(answer.groups[node], of: answer)
            else { return nil }
            return ForecastReport.Node(
                subject: subject, parent: nil, amount: ForecastReport.Amounts(amounts[place]),
                count: ForecastReport.Counts(counts[place]), plan: ForecastReport.Plan(nil, amounts[place]))
        }
    }

    private func subject(_ place: GroupTree.Place, of answer: CompanyForecast) -> ForecastReport.Subject? {
        guard case .group(let index) = place else { return nil }
        if case .pipelines = answer.question.tree {
            return index < 0 ? nil : .pipeline(answer.pipelines[Int(index)])
        }
        return .product(index < 0 ? nil : facts.frame.products[Int(index)].id)
    }
}

extension [Figure] {
    /// The same proportions, adding up to `whole` in every figure. What is won is exact already.
    fileprivate func addingUp(to whole: Figure) -> [Figure] {
        func rest(_ total: Int64, _ of: (Figure) -> Int64) -> [Int64] {
            let weights = map { Double(of($0)) }
            return weights.allSatisfy { $0 == 0 } && total == 0
                ? [Int64](repeating: 0, count: count) : apportion(total, weights)
        }
        let open = rest(whole.fromOpen, \.fromOpen)
        let new = rest(whole.fromNew, \.fromNew)
        let statistical = rest(whole.statistical - whole.won) { $0.statistical - $0.won }
        let template = rest((whole.template ?? whole.won) - whole.won) { ($0.template ?? $0.won) - $0.won }
        let last = rest((whole.naiveLast ?? whole.won) - whole.won) { ($0.naiveLast ?? $0.won) - $0.won }
        let mean3 = rest((whole.naiveMean3 ?? whole.won) - whole.won) { ($0.naiveMean3 ?? $0.won) - $0.won }
        return indices.map { index in
            var figure = self[index]
            let before = Double(figure.fromOpen + figure.fromNew)
            let after = Double(open[index] + new[index])
            figure.fromOpen = open[index]
            figure.fromNew = new[index]
            figure.statistical = figure.won + statistical[index]
            figure.template = figure.template.map { _ in figure.won + template[index] }
            figure.naiveLast = figure.naiveLast.map { _ in figure.won + last[index] }
            figure.naiveMean3 = figure.naiveMean3.map { _ in figure.won + mean3[index] }
            if before > 0 { figure.distribution = figure.distribution.stretched(by: after / before) }
            return figure
        }
    }
}
