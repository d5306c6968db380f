internal import Ledger
internal import SalesDomain
internal import SalesFacts

extension ActivityColumns {
    /// Everything that was done, as the books have it.
    init(_ ledger: any Transaction, zone: Zone, without withdrawn: Set<Batch.ID>) throws {
        self.init()
        try ledger.activities.eachDone { row in
            if !withdrawn.contains(row.batch), let fact = ActivityFact(row) { append(fact, zone) }
        }
    }

    /// Takes in what was entered or changed after a position of the journal.
    mutating func follow(_ ledger: any Transaction, since position: Int64, zone: Zone) throws {
        let rows = try ledger.activities.done(since: position)
        guard !rows.isEmpty else { return }
        absorb(
            rows.compactMap { ActivityFact($0) }, gone: rows.filter { $0.at == nil }.map(\.id), zone: zone)
    }
}

extension ActivityFact {
    /// Nil of what is only planned.
    fileprivate init?(_ row: DoneActivity) {
        guard let at = row.at else { return nil }
        self.init(
            id: row.id, kind: row.kind, direction: row.direction, employee: row.employee, deal: row.deal,
            account: row.account, contact: row.contact, at: at, recorded: row.recordedAt,
            seconds: Int(row.seconds ?? 0), result: row.result)
    }
}
