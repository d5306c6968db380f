import Foundation
package import SalesDomain

extension Clock {
    /// The machine's clock: the only place where the program asks for the time.
    package static let system = Clock {
        Instant(microseconds: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded(.down)))
    }
}
