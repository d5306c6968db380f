internal import Exchange
package import Ledger
internal import SalesDomain

/// Writes the whole company out in the exchange format, as it is at one instant. The same contents give the same bytes.
/// Secrets (passwords, sessions, tokens) are no part of the format and never leave.
package struct ExportRecords {
    private let store: any Store

    package init(store: any Store) { self.store = store }

    /// All files, each whole or, when it was there before, as it was: they are written under other names first.
    /// Throws `ExportProblem` when the folder cannot be written.
    package func run(into folder: String) throws -> ExportReport {
        let folder = try ExportFolder(folder)
        let report = try run { try folder.write($0, to: $1) }
        try folder.keep()
        return report
    }

    /// Hands over the files' bytes piece by piece, file after file, by name; every file begins with its header.
    package func run(_ write: (_ bytes: [UInt8], _ fileName: String) throws -> Void) throws -> ExportReport {
        try withoutActuallyEscaping(write) { write in
            try store.read { ledger in
                let run = try ExportRun(ledger, write)
                return try run.run()
            }
        }
    }
}

package struct ExportReport: Sendable, Equatable {
    package struct File: Sendable, Equatable {
        package let name: String
        package let rows: Int
    }
    package let files: [File]
}

package enum ExportProblem: Error, Sendable, Equatable {
    case cannotWrite(path: String, Obstacle)
}
