internal import Ledger
internal import SalesDomain

/// Where batches go: each into a transaction of its own, or all into one, which a dry run undoes in the end.
enum ImportWriting {
    case each(any Store)
    case within(any Transaction)

    func batch<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        switch self {
        case .each(let store): try store.write(body)
        case .within(let transaction): try body(transaction)
        }
    }
}

/// One transaction of an import. It opens its batch in the journal only when there is something to write, so that importing
/// what is known already writes nothing.
final class ImportBatch {
    let transaction: any Transaction
    private let open: () throws -> Batch.ID
    private var opened: Batch.ID?

    init(_ transaction: any Transaction, open: @escaping () throws -> Batch.ID) {
        self.transaction = transaction
        self.open = open
    }

    /// The batch on which rows hang. Whoever asks, writes.
    func id() throws -> Batch.ID {
        if let opened { return opened }
        let batch = try open()
        opened = batch
        return batch
    }

    /// Says that something is written which hangs on no batch.
    func touch() throws { _ = try id() }

    /// The last step before commit.
    func close() throws {
        if let opened { try transaction.takePosition(for: opened) }
    }
}
