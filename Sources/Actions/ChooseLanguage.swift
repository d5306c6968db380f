package import Ledger
package import SalesDomain

/// Remembers in which language a person wants to read.
package func chooseLanguage(_ language: Company.Language, by user: User, in store: any Store, at now: Instant) throws {
    try store.write { ledger in
        try ledger.setLanguage(language, of: user.id)
        try ledger.note("choose_language", on: "user:\(user.id.number)", by: user.id, at: now)
    }
}
