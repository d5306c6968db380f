package import Ledger
package import SalesDomain

/// Ends a session: its token opens nothing from now on.
package func signOut(_ session: Secret, of user: User, in store: any Store, at now: Instant) throws {
    try store.write { ledger in
        try ledger.endSession(session.digest)
        try ledger.note("sign_out", on: "user:\(user.id.number)", by: user.id, at: now)
    }
}
