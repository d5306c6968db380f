package import Ledger
package import SalesDomain

/// The first run: a database without anybody who can sign in is opened by a code that only its console has shown.
package struct SetUpCompany: Sendable {
    package struct Wishes: Sendable, Equatable {
        package var code: String
        package var company: String
        package var zone: Zone
        package var currency: Currency
        package var fiscalStart: CompanyCalendar.FiscalStart
        package var language: Company.Language
        /// The administrator's own name.
        package var person: String
        /// What the administrator signs in with.
        package var userName: String
        package var password: String
        package init(
            code: String, company: String, zone: Zone, currency: Currency, fiscalStart: CompanyCalendar.FiscalStart,
            language: Company.Language, person: String, userName: String, password: String
        ) {
            self.code = code
            self.company = company
            self.zone = zone
            self.currency = currency
            self.fiscalStart = fiscalStart
            self.language = language
            self.person = person
            self.userName = userName
            self.password = password
        }
    }

    package enum Answer: Sendable, Equatable {
        case done, wrongCode
        /// Somebody has set it up already.
        case tooLate
        /// Seconds to wait before the next try.
        case slowed(Int)
    }

    private let store: any Store
    private let passwords: Passwords
    private let guesses: Guesses

    package init(store: any Store, passwords: Passwords = Passwords(), guesses: Guesses = Guesses(.one)) {
        self.store = store
        self.passwords = passwords
        self.guesses = guesses
    }

    package func isNeeded() throws -> Bool { try store.read { try !$0.hasUsers() } }

    /// A new code to be shown on the console, which makes older ones worthless; nil when nothing is to be set up.
    package func newCode(at now: Instant) throws -> Secret? {
        let code = Secret.code()
        return try store.write { ledger in
            if try ledger.hasUsers() {
                try ledger.dropSetUpCode()
                return nil
            }
            try ledger.setSetUpCode(code.digest, at: now)
            return code
        }
    }

    package func callAsFunction(_ wishes: Wishes, at now: Instant) throws -> Answer {
        let wait = guesses.wait(for: "", at: now)
        if wait > 0 { return .slowed(wait) }
        let typed = Secret.code(typed: wishes.code)
        let password = passwords.hash(wishes.password)
        return try store.write { ledger in
            if try ledger.hasUsers() { return .tooLate }
            guard let code = try ledger.setUpCode(), Secret.equal(code, typed.digest) else { return .wrongCode }
            try ledger.dropSetUpCode()
            try furnish(wishes, in: ledger)
            let user = try ledger.addUser(
                named: wishes.userName, password: password, role: .admin, employee: nil,
                called: wishes.person, language: wishes.language, at: now)
            try ledger.note("set_up", on: "user:\(user.number)", by: user, at: now)
            try ledger.takePosition()
            return .done
        }
    }

    private func furnish(_ wishes: Wishes, in ledger: any Transaction) throws {
        let start = wishes.fiscalStart
        try ledger.settings.set("name", wishes.company)
        try ledger.settings.set("time_zone", wishes.zone.identifier)
        try ledger.settings.set("base_currency", wishes.currency.code)
        try ledger.settings.set("fiscal_year_start", "\(two(start.month))-\(two(start.day))")
        try ledger.settings.set("language", wishes.language.rawValue)
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
