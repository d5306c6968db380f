import Foundation
import Ledger

/// Whoever finds somebody else importing waits a little before giving up: most imports take seconds.
enum Patience {
    private static let seconds = 30.0
    private static let pause = 0.2

    /// Repeats `body`, which has done nothing when it throws `LedgerError.importing`.
    static func whileImporting<Result>(_ body: () throws -> Result) throws -> Result {
        let end = ProcessInfo.processInfo.systemUptime + seconds
        while true {
            do { return try body() } catch LedgerError.importing where ProcessInfo.processInfo.systemUptime < end {
                Thread.sleep(forTimeInterval: pause)
            }
        }
    }
}
