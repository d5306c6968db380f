internal import Exchange
internal import Ledger
internal import SalesDomain

extension ExportRun {
    func giveReferences() throws {
        for reference in try ledger.referenceFunnels.all() {
            let (department, person) = columns(of: reference.scope)
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
