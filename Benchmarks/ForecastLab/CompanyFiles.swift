import Forecasting
import Foundation

/// A folder in the exchange format as plain numbers: the whole history, and the tree company, departments, employees.
struct CompanyFiles {
    let name: String
    let history: History
    /// Owner changes by deal: day and owner, oldest first.
    let owners: [[(day: Int32, owner: Int32)]]
    /// Names of nodes as scopes: company, department:…, employee:….
    let scopes: [String]
    let parent: [Int32]
    let nodeOfOwner: [Int32]
    let firstDay: Int32

    init?(_ folder: String) {
        guard let deals = Table(folder + "/deals.csv"), let pipelines = Table(folder + "/pipelines.csv") else {
            return nil
        }
        name = (folder as NSString).lastPathComponent
        // Stages.
        var codes: [String: Int16] = [:]
        var probability: [Double] = []
        let outcome = pipelines.column("outcome")
        let stageName = pipelines.column("stage")
        let stageChance = pipelines.column("probability")
        for row in pipelines.rows.indices {
            switch outcome(row) {
            case "won": codes[stageName(row)] = History.Stages.won
            case "lost": codes[stageName(row)] = History.Stages.lost
            default:
                codes[stageName(row)] = Int16(probability.count)
                probability.append(Double(stageChance(row)) ?? .nan)
            }
        }
        // People.
        var parentOf: [Int32] = [-1]
        var scopes = ["company"]
        var nodeOfDepartment: [String: Int32] = [:]
        if let departments = Table(folder + "/departments.csv") {
            let label = departments.column("department")
            let above = departments.column("parent")
            var waiting = Array(departments.rows.indices)
            while !waiting.isEmpty {
                let ready = waiting.filter { above($0).isEmpty || nodeOfDepartment[above($0)] != nil }
                if ready.isEmpty { break }
                for row in ready {
                    nodeOfDepartment[label(row)] = Int32(scopes.count)
                    parentOf.append(above(row).isEmpty ? 0 : nodeOfDepartment[above(row)]!)
                    scopes.append("department:" + label(row))
                }
                waiting.removeAll { ready.contains($0) }
            }
        }
        var ownerCode: [String: Int32] = [:]
        var nodeOfOwner: [Int32] = []
        var active: [Bool] = []
        if let employees = Table(folder + "/employees.csv") {
            let id = employees.column("employee_id")
            let department = employees.column("department")
            let works = employees.column("active")
            for row in employees.rows.indices {
                ownerCode[id(row)] = Int32(nodeOfOwner.count)
                nodeOfOwner.append(Int32(scopes.count))
                active.append(works(row) != "no")
                parentOf.append(nodeOfDepartment[department(row)] ?? 0)
                scopes.append("employee:" + id(row))
            }
        }
        parentOf.append(0)
        scopes.append("employee:")
        self.scopes = scopes
        parent = parentOf
        self.nodeOfOwner = nodeOfOwner

        // Products.
        var productCode: [String: Int32] = [:]
        var prices: [Double] = []
        if let products = Table(folder + "/products.csv") {
            let label = products.column("product")
            let price = products.column("price")
            for row in products.rows.indices {
                productCode[label(row)] = Int32(prices.count)
                prices.append(Double(price(row)).map { ($0 * 100).rounded() } ?? .nan)
            }
        }
        // Deals.
        let id = deals.column("deal_id")
        let owner = deals.column("owner_id")
        let account = deals.column("account")
        let product = deals.column("product")
        let source = deals.column("source")
        let amount = deals.column("amount")
        let createdAt = deals.column("created_at")
        let due = deals.column("expected_close")
        let stage = deals.column("stage")
        let closedAt = deals.column("closed_at")
        let count = deals.rows.count
        var place: [String: Int] = [:]
        for row in 0..<count { place[id(row)] = row }
        var sourceCode: [String: Int32] = [:]
        var created: [Int32] = []
        var productOf: [Int32] = []
        var sourceOf: [Int32] = []
        for row in 0..<count {
            created.append(Civil.day(createdAt(row))!)
            productOf.append(productCode[product(row)] ?? -1)
            if source(row).isEmpty {
                sourceOf.append(-1)
            } else {
                sourceOf.append(sourceCode[source(row), default: Int32(sourceCode.count)])
                sourceCode[source(row)] = sourceOf[row]
            }
        }
        var steps = [[(Int32, Int16)]](repeating: [], count: count)
        var amounts = [[(Int32, Double)]](repeating: [], count: count)
        var dues = [[(Int32, Int32)]](repeating: [], count: count)
        var owners = [[(day: Int32, owner: Int32)]](repeating: [], count: count)
        func minor(_ text: String) -> Double { Double(text).map { ($0 * 100).rounded() } ?? .nan }
        if let log = Table(folder + "/deal_log.csv") {
            let deal = log.column("deal_id")
            let at = log.column("changed_at")
            let field = log.column("field")
            let old = log.column("old")
            let new = log.column("new")
            for row in log.rows.indices {
                guard let index = place[deal(row)], let day = Civil.day(at(row)) else { continue }
                switch field(row) {
                case "stage":
                    if steps[index].isEmpty, let before = codes[old(row)] {
                        steps[index].append((created[index], before))
                    }
                    steps[index].append((day, codes[new(row)] ?? History.Stages.unknown))
                case "amount":
                    if amounts[index].isEmpty, !old(row).isEmpty {
                        amounts[index].append((created[index], minor(old(row))))
                    }
                    amounts[index].append((day, minor(new(row))))
                case "expected_close":
                    if dues[index].isEmpty, let before = Civil.day(old(row)) {
                        dues[index].append((created[index], before))
                    }
                    dues[index].append((day, Civil.day(new(row)) ?? .max))
                case "owner":
                    if owners[index].isEmpty { owners[index].append((created[index], ownerCode[old(row)] ?? -1)) }
                    owners[index].append((day, ownerCode[new(row)] ?? -1))
                default: break
                }
            }
        }
        for row in 0..<count {
            if steps[row].isEmpty {
                if let closed = Civil.day(closedAt(row)), let code = codes[stage(row)] {
                    steps[row] = [(created[row], History.Stages.unknown), (closed, code)]
                } else {
                    steps[row] = [(created[row], codes[stage(row)] ?? History.Stages.unknown)]
                }
            }
            if amounts[row].isEmpty, !amount(row).isEmpty { amounts[row] = [(created[row], minor(amount(row)))] }
            if dues[row].isEmpty, let day = Civil.day(due(row)) { dues[row] = [(created[row], day)] }
            if owners[row].isEmpty { owners[row] = [(created[row], ownerCode[owner(row)] ?? -1)] }
        }
        self.owners = owners
        // Returning: the account had won before this deal was created.
        var firstWin: [String: Int32] = [:]
        for row in 0..<count where !account(row).isEmpty && codes[stage(row)] == History.Stages.won {
            if let day = Civil.day(closedAt(row)) { firstWin[account(row)] = min(firstWin[account(row)] ?? .max, day) }
        }
        let returning: [Int8] = (0..<count).map {
            account($0).isEmpty ? -1 : (firstWin[account($0)] ?? .max) < created[$0] ? 1 : 0
        }
        firstDay = created.min() ?? 0
        let last = max(created.max() ?? 0, steps.compactMap { $0.last?.0 }.max() ?? 0) + 1
        func starts<T>(_ rows: [[T]]) -> [Int32] {
            rows.reduce(into: [0]) { $0.append($0.last! + Int32($1.count)) }
        }
        history = History(
            today: last,
            stages: .init(
                probability: probability, pipeline: [Int32](repeating: 0, count: probability.count)),
            calendar: LabCalendar.make(from: firstDay - 800, to: last + 900),
            created: created, createdKnown: created, pipeline: [Int32](repeating: 0, count: count),
            owner: owners.map { $0.last!.owner }, product: productOf, source: sourceOf, returning: returning,
            stepStart: starts(steps), stepDay: steps.flatMap { $0.map(\.0) }, stepKnown: steps.flatMap { $0.map(\.0) },
            stepState: steps.flatMap { $0.map(\.1) }, amountStart: starts(amounts),
            amountDay: amounts.flatMap { $0.map(\.0) }, amountKnown: amounts.flatMap { $0.map(\.0) },
            amountValue: amounts.flatMap { $0.map(\.1) }, dueStart: starts(dues), dueDay: dues.flatMap { $0.map(\.0) },
            dueKnown: dues.flatMap { $0.map(\.0) }, dueValue: dues.flatMap { $0.map(\.1) },
            moneyless: [Bool](repeating: false, count: count), ownerActive: active, productPrice: prices)
    }

    /// As known at the start of a day, with the owners of that day.
    func at(_ day: Int32) -> (History, Nodes) {
        var cut = history.asOf(startOf: day)
        let kept = history.dealsKept(startOf: day)
        cut.owner = kept.map { deal in
            owners[Int(deal)].last { $0.day < day }?.owner ?? owners[Int(deal)][0].owner
        }
        let nobody = Int32(scopes.count - 1)
        let nodes = Nodes(
            parent: parent, nodeOfDeal: cut.owner.map { $0 < 0 ? nobody : nodeOfOwner[Int($0)] },
            open: [Bool](repeating: true, count: parent.count))
        return (cut, nodes)
    }
}

enum LabCalendar {
    /// Monday to Friday worked, fiscal year from January.
    static func make(from: Int32, to: Int32) -> History.Calendar {
        let days = (from..<to)
        let months = days.map { Civil.date($0).month - 1 }
        let weekdays = days.map { UInt8(((Int($0) + 3) % 7 + 7) % 7) }
        return .init(
            firstDay: from, weekday: weekdays, working: weekdays.map { $0 < 5 },
            monthOfQuarter: months.map { UInt8($0 % 3) }, monthOfYear: months.map { UInt8($0) })
    }
}
