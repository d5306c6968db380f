package import SalesDomain

/// How a deal began: the record that is never edited (but for its title, which a person may ask us to forget).
package struct DealRow: Sendable, Equatable {
    package let source: Source.ID
    /// As that source calls it.
    package let externalID: String
    package let batch: Batch.ID
    /// When its beginning was recorded; of imported history, when it was created.
    package let recordedAt: Instant
    package let title: String?
    /// Before the first entry of the log.
    package let beginning: DealState

    package init(
        source: Source.ID, externalID: String, batch: Batch.ID, recordedAt: Instant, title: String?,
        beginning: DealState
    ) {
        self.source = source
        self.externalID = externalID
        self.batch = batch
        self.recordedAt = recordedAt
        self.title = title
        self.beginning = beginning
    }
}

/// One entry of the log with its place in it.
package struct DealLogRow: Sendable, Equatable {
    package let deal: Deal.ID
    /// 1… in the order of recording.
    package let ordinal: Int
    package let change: DealChange
    package let batch: Batch.ID
    /// Nobody told it: an import made it of the deal's row alone. Nil: written before that was noted.
    package let isMade: Bool?
}

/// What a page says a deal is called.
package struct DealName: Sendable, Equatable {
    /// Unlike any other deal's, also where several sources have the same id.
    package let externalID: String
    package let title: String?
}

extension DealState {
    /// Reads the 19 columns that `deals` and `deal_now` share, in the order of `values`.
    init(_ row: Row, from first: Int) {
        self.init(pipeline: row.key(first), createdAt: row.instant(first + 1))
        stage = row.maybeKey(first + 2)
        status = Deal.Status(code: row.int(first + 3)) ?? .open
        closedAt = row.maybeInstant(first + 4)
        owner = row.maybeKey(first + 5)
        amount = row.maybeInt(first + 6)
        currency = row.maybeInt(first + 7).flatMap(Currency.init(packed:))
        expectedClose = row.maybeDay(first + 8)
        product = row.maybeKey(first + 9)
        account = row.maybeKey(first + 10)
        source = row.maybeKey(first + 11)
        cost = row.maybeInt(first + 12)
        vatRate = row.maybeInt(first + 13)
        lostReason = row.maybeKey(first + 14)
        lead = row.maybeKey(first + 15)
        category = row.maybeKey(first + 16)
        nextStep = row.maybeKey(first + 17)
        split = row.maybeInt(first + 18)
    }

    var values: [Value] {
        [
            Value(pipeline), Value(createdAt), Value(stage), .int(status.code), Value(closedAt), Value(owner),
            Value(amount), Value(currency?.packed), Value(expectedClose), Value(product), Value(account), Value(source),
            Value(cost), Value(vatRate), Value(lostReason), Value(lead), Value(category), Value(nextStep), Value(split),
        ]
    }

    /// With the three that only the log can give: title, merged, removed.
    init(now row: Row, from first: Int) {
        self.init(row, from: first)
        title = row.maybeKey(first + 19)
        merged = row.maybeKey(first + 20)
        removed = !row.isNull(first + 21)
    }

    var valuesNow: [Value] { values + [Value(title), Value(merged), removed ? .int(1) : .null] }
}

extension DealChange {
    init(_ row: Row, from first: Int) {
        self.init(
            changedAt: row.instant(first), recordedAt: row.instant(first + 1),
            field: Deal.Field(rawValue: Int(row.int(first + 2))) ?? .created, old: row.maybeInt(first + 3),
            new: row.maybeInt(first + 4), by: row.maybeKey(first + 5))
    }

    var values: [Value] {
        [Value(changedAt), Value(recordedAt), Value(field.rawValue), Value(old), Value(new), Value(by)]
    }
}
