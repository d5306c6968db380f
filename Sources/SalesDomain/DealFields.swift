extension DealState {
    /// The value of a field as the log holds it.
    package subscript(field: Deal.Field) -> Int64? {
        switch field {
        case .created: nil
        case .stage: stage?.number
        case .amount: amount
        case .owner: owner?.number
        case .expectedClose: expectedClose.map { Int64($0.number) }
        case .currency: currency?.packed
        case .product: product?.number
        case .account: account?.number
        case .source: source?.number
        case .pipeline: pipeline.number
        case .title: title?.number
        case .cost: cost
        case .vatRate: vatRate
        case .lostReason: lostReason?.number
        case .lead: lead?.number
        case .category: category?.number
        case .nextStep: nextStep?.number
        case .split: split
        case .createdAt: createdAt.microseconds
        case .closedAt: closedAt?.microseconds
        case .merged: merged?.number
        case .removed: removed ? 1 : nil
        case .status: status.code
        }
    }

    /// Sets one field from the log's value. A pipeline, a time of creation and a status are never unknown: nil leaves them.
    package mutating func set(_ field: Deal.Field, _ value: Int64?) {
        switch field {
        case .created: return
        case .stage: stage = value.map { Key($0) }
        case .amount: amount = value
        case .owner: owner = value.map { Key($0) }
        case .expectedClose: expectedClose = value.map { Day(number: Int32(truncatingIfNeeded: $0)) }
        case .currency: currency = value.flatMap { Currency(packed: $0) }
        case .product: product = value.map { Key($0) }
        case .account: account = value.map { Key($0) }
        case .source: source = value.map { Key($0) }
        case .pipeline: if let value { pipeline = Key(value) }
        case .title: title = value.map { Key($0) }
        case .cost: cost = value
        case .vatRate: vatRate = value
        case .lostReason: lostReason = value.map { Key($0) }
        case .lead: lead = value.map { Key($0) }
        case .category: category = value.map { Key($0) }
        case .nextStep: nextStep = value.map { Key($0) }
        case .split: split = value
        case .createdAt: if let value { createdAt = Instant(microseconds: value) }
        case .closedAt: closedAt = value.map { Instant(microseconds: $0) }
        case .merged: merged = value.map { Key($0) }
        case .removed: removed = value != nil && value != 0
        case .status: if let value, let known = Deal.Status(code: value) { status = known }
        }
    }
}

extension Deal.Status {
    /// Stored: never renumber.
    package var code: Int64 {
        switch self {
        case .open: 0
        case .won: 1
        case .lost: 2
        }
    }

    package init?(code: Int64) {
        guard let known = Deal.Status.allCases.first(where: { $0.code == code }) else { return nil }
        self = known
    }
}

extension Currency {
    /// The three letters of the code as one number, for a log that holds only numbers.
    package var packed: Int64 { code.utf8.reduce(0) { $0 << 8 | Int64($1) } }

    package init?(packed: Int64) {
        guard (0...0xFFFFFF).contains(packed) else { return nil }
        let bytes = [UInt8(packed >> 16 & 0xFF), UInt8(packed >> 8 & 0xFF), UInt8(packed & 0xFF)]
        self.init(code: String(decoding: bytes, as: UTF8.self))
    }
}
