package import SalesDomain

/// Whole tables, row by row: for the exporter, the check and the picture in memory.
extension Deals {
    /// How every deal began, in ascending order of id.
    package func each(_ body: (Deal.ID, DealRow) throws -> Void) throws {
        let retold = try self.retold(after: Deal.ID(0), through: Deal.ID(.max))
        try transaction.each(DealSQL.each) { row in
            let id: Deal.ID = row.key(24)
            try body(id, DealRow(row).told(retold[id]))
        }
    }

    /// How up to `limit` deals with ids after `last` began, in ascending order of id.
    package func rows(after last: Deal.ID, limit: Int) throws -> [(id: Deal.ID, row: DealRow)] {
        let retold = try self.retold(after: last, limit: limit)
        return try transaction.all(DealSQL.rows, [Value(last), Value(limit)]) { row in
            let id: Deal.ID = row.key(24)
            return (id, DealRow(row).told(retold[id]))
        }
    }

    /// Every entry of the log, by deal and ordinal; of retold deals the superseded ones too.
    package func eachChange(_ body: (DealLogRow) throws -> Void) throws {
        try transaction.each(DealLogSQL.each) { try body(DealLogRow($0)) }
    }

    /// What every deal is now, in ascending order of id. The row's title is the present one; its `beginning` is now.
    package func eachNow(_ body: (Deal.ID, DealRow) throws -> Void) throws {
        try transaction.each(DealSQL.eachNow) { row in
            let present = DealRow(
                source: row.key(0), externalID: row.text(1), batch: row.key(2), recordedAt: row.instant(3),
                title: row.maybeText(4), beginning: DealState(now: row, from: 6))
            try body(row.key(5), present)
        }
    }

    /// Deals that began or changed after a position of the journal, ascending.
    package func changed(since position: Int64) throws -> [Deal.ID] {
        var deals: Set<Deal.ID> = []
        // Batch by batch: a join is planned as a scan of every deal and of the whole log.
        for batch in try transaction.all(DealLogSQL.batchesSince, [.int(position)], { $0.int(0) }) {
            try transaction.each(DealLogSQL.begunIn, [.int(batch)]) { deals.insert($0.key(0)) }
            try transaction.each(DealLogSQL.changedIn, [.int(batch)]) { deals.insert($0.key(0)) }
            try transaction.each(DealLogSQL.retoldIn, [.int(batch)]) { deals.insert($0.key(0)) }
        }
        return deals.sorted()
    }
}

extension DealRow {
    init(_ row: Row) {
        self.init(
            source: row.key(0), externalID: row.text(1), batch: row.key(2), recordedAt: row.instant(3),
            title: row.maybeText(4), beginning: DealState(row, from: 5))
    }

    fileprivate func told(_ anew: Deals.Retold?) -> DealRow {
        guard let anew else { return self }
        return DealRow(
            source: source, externalID: externalID, batch: batch, recordedAt: anew.recordedAt, title: title,
            beginning: anew.beginning)
    }
}

extension DealLogRow {
    init(_ row: Row) {
        self.init(
            deal: row.key(7), ordinal: Int(row.int(8)), change: DealChange(row, from: 0), batch: row.key(6),
            isMade: row.maybeInt(9).map { $0 != 0 })
    }
}
