package import Exchange

/// What an import did, or in a dry run would have done.
package struct ImportReport: Sendable, Equatable {
    package struct File: Sendable, Equatable {
        package let path: String
        package let layout: String
        package let file: ExchangeFile
        package var isMapped: Bool { layout == ImportOptions.mappedLayout }
        package var read = 0
        package var added = 0
        package var changed = 0
        package var unchanged = 0
        package var rejected = 0
        /// Columns that were not understood and not read.
        package let unknownColumns: [String]
    }

    package var files: [File] = []
    /// The first refusals, at most `keptRefusals`; `files` counts all of them.
    package var rejected: [Refusal] = []
    /// Of rows that were taken.
    package var warnings: [ImportWarning] = []
    /// How many records were made only because others name them, by kind.
    package var named: [String: Int] = [:]

    /// What the folders hold besides the files that were taken.
    package var passedOver: [String] = []

    package static let keptRefusals = 10_000
    package var rejectedCount: Int { files.reduce(0) { $0 + $1.rejected } }
    /// Was every row taken?
    package var isClean: Bool { rejectedCount == 0 }
}
