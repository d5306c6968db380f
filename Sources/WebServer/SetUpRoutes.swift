internal import Actions
internal import SalesDomain
internal import WebPages
internal import WebRoutes

extension Desk {
    func showSetUp(_ guest: Guest) throws -> Answer {
        if guest.visit.verb != .post { return .html(SetUpPage(hasDeals: hasDeals, frame: frame(guest)).html()) }
        var form = SetUpForm(guest.visit.form, frame(guest))
        guard let wishes = form.wishes else { return page(form, guest) }
        switch try setUp(wishes, at: guest.visit.now) {
        case .done: return try signInFirstUser(wishes, guest)
        case .tooLate: throw Refusal.notFound
        case .slowed(let seconds): throw Refusal.tooMany(seconds)
        case .wrongCode:
            form.problems[.code] = .wrongCode
            return page(form, guest)
        }
    }

    private var hasDeals: Bool { ((try? office.live.reporter())?.facts.dealCount ?? 0) > 0 }

    private func page(_ form: SetUpForm, _ guest: Guest) -> Answer {
        .html(
            SetUpPage(values: form.shown, problems: form.problems, hasDeals: hasDeals, frame: frame(guest)).html(),
            status: .unprocessableContent)
    }

    private func signInFirstUser(_ wishes: SetUpCompany.Wishes, _ guest: Guest) throws -> Answer {
        let answer = try signIn(
            name: wishes.userName, password: wishes.password, from: guest.visit.address, replacing: nil,
            at: guest.visit.now)
        guard case .right(let opened) = answer else { return .redirect(to: .signIn()) }
        return .redirect(to: .home()).setting(.session(opened.token))
    }
}

/// The set-up form as it was sent: what it wishes, or what is wrong with it.
struct SetUpForm {
    private(set) var shown: [SetUpPage.Field: String] = [:]
    var problems: [SetUpPage.Field: SetUpPage.Problem] = [:]
    private(set) var wishes: SetUpCompany.Wishes?

    /// What the form does not have stays as `frame` begins with.
    init(_ form: Query, _ frame: Frame) {
        for field in SetUpPage.Field.allCases where field != .password { shown[field] = form.last(field.rawValue) }
        let password = form.last(SetUpPage.Field.password.rawValue) ?? ""
        for field in [SetUpPage.Field.code, .company, .name, .email] where text(field).isEmpty {
            problems[field] = .empty
        }
        if problems[.email] == nil, !isAddress(text(.email)) { problems[.email] = .notAnAddress }
        if password.count < Passwords.leastLength { problems[.password] = .tooShort(Passwords.leastLength) }
        let begun = frame.company
        let zone = read(.timeZone, begun.calendar.zone) { Zone(identifier: $0) }
        let currency = read(.currency, begun.baseCurrency) { Currency(code: $0.uppercased()) }
        let start = read(.fiscalYearStart, begun.calendar.fiscalStart, fiscalStart)
        let language = read(.language, frame.language) { Company.Language(rawValue: $0) }
        guard problems.isEmpty else { return }
        wishes = SetUpCompany.Wishes(
            code: text(.code), company: text(.company), zone: zone, currency: currency, fiscalStart: start,
            language: language, person: text(.name), userName: text(.email), password: password)
    }

    private func text(_ field: SetUpPage.Field) -> String {
        (shown[field] ?? "").trimmingPrefix(while: \.isWhitespace).description
    }

    private mutating func read<Value>(_ field: SetUpPage.Field, _ begun: Value, _ read: (String) -> Value?) -> Value {
        guard let typed = shown[field] else { return begun }
        if let value = read(typed) { return value }
        problems[field] = .unknown
        return begun
    }

    /// Something on both sides of one `@`: more only the post office knows.
    private func isAddress(_ text: String) -> Bool {
        let sides = text.split(separator: "@", omittingEmptySubsequences: false)
        return sides.count == 2 && sides.allSatisfy { !$0.isEmpty } && !text.contains(where: \.isWhitespace)
    }

    /// Reads `04-01`.
    private func fiscalStart(_ text: String) -> CompanyCalendar.FiscalStart? {
        guard let day = Day(iso: "2001-" + text) else { return nil }
        return CompanyCalendar.FiscalStart(month: day.month, day: day.civil.day)
    }
}
