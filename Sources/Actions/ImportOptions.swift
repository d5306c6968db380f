package import Exchange
internal import Ledger
package import SalesDomain

package struct ImportOptions: Sendable {
    /// Whose identities the files hold (`--source`): the same id of two sources is two records.
    package var source = Source.own
    /// When what differs from an earlier import became known (`--at`); nil: now.
    package var at: Instant?
    /// Everything but the commit.
    package var dryRun = false
    /// Records that are read, and written where the import is no one transaction, together.
    package var batch = 4_000
    /// Up to so many rows an import is one transaction; a larger one would keep others from writing for too long.
    package var wholeUpTo = 300_000
    /// In which language reasons stand in the rows handed to `rejects`.
    package var language = Company.Language.en
    /// Takes the rejected rows of a file as CSV, with line, column and reason after them; the name is the source's.
    package var rejects: (@Sendable (_ source: String, _ bytes: [UInt8]) throws -> Void)?

    package init() {}
    package static let exchangeLayout = "exchange"
    /// A table of another system, by a mapping.
    package static let mappedLayout = "mapping"
}

package struct ImportProgress: Sendable {
    package enum Phase: Sendable { case checking, importing }
    package let phase: Phase
    package let file: String
    package let read: Int
    package let total: Int?
}

package enum ImportProblem: Error, Sendable {
    /// Files that cannot be understood: nothing was written.
    case refused([Refusal])
}
