import Foundation
import Ledger

/// Whoever finds somebody else importing waits a little before giving up: most imports take seconds.
enum Patience {
    /// Half a minute of them.
    private static let tries = 150
    private static let pause = 0.2

    /// Repeats `body`, which has done nothing when it throws `LedgerError.importing`.
    static func whileImporting<Result>(_ body: () throws -> Result) throws -> Result {
        for _ in 1..<tries {
            do { return try body() } catch LedgerError.importing { Thread.sleep(forTimeInterval: pause) }
        }
        return try body()
    }
}
