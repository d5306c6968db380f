/// When somebody makes fewer calls than the norm asks for: one rule for every page that says so.
package enum CallShortfall {
    /// Below so much of the norm.
    package static let share = 0.8
    /// Of a norm of at least so many calls: of fewer nothing can be said.
    package static let least = 10.0

    package static func isShort(outbound: Int, norm: Double?) -> Bool {
        norm.map { $0 >= least && Double(outbound) < $0 * share } ?? false
    }
}
