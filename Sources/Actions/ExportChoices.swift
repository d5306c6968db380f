internal import Exchange
internal import Ledger
internal import SalesDomain

extension ExportRun {
    func giveReferences() throws {
        for reference in try ledger.referenceFunnels.all() {
            var (department, person): (String?, String?) = (nil, nil)
            switch reference.scope {
            case .company: break
            case .department(let id): department = id.flatMap { names.departments[$0] }
            case .employee(let id): person = id.map(employee)
            }
            try add(
                ReferenceRecord(
                    name: reference.name, department: department, employee: person, best: reference.isBest,
                    from: reference.from, to: reference.to, pinned: reference.pinned,
                    by: reference.by.map(employee), ended: reference.ended))
        }
    }

    func giveHeadlines() throws {
        for headline in try ledger.headlines.all() {
            try add(
                HeadlineRecord(method: headline.method, from: headline.from, by: headline.by.map(employee)))
        }
    }
}
