internal import Actions
internal import Ledger
internal import Logging
internal import SalesDomain
internal import Synchronization
internal import WebPages
internal import WebRoutes

/// Answers visits: finds out who asks, hands the visit to the handler of its route, and turns every error into words.
/// Synchronous and blocking.
struct Desk: Sendable {
    let office: WebOffice
    let settings: WebSettings
    let assets: AssetShelf
    let signIn: SignIn
    let setUp: SetUpCompany
    let enterByToken: EnterByToken
    let board = AlertBoard()
    let pages = PageMemory()
    private let isOpen = OnceTrue()
    private let rest = Rest()

    init(office: WebOffice, settings: WebSettings) {
        self.office = office
        self.settings = settings
        assets = AssetShelf(folder: settings.assets)
        signIn = SignIn(store: office.store, passwords: office.passwords)
        setUp = SetUpCompany(store: office.store, passwords: office.passwords)
        enterByToken = EnterByToken(store: office.store)
    }

    func answer(_ visit: Visit) -> Answer {
        var guest = Guest(visit)
        do {
            switch visit.route {
            case .look(let name): return try look(name, visit)
            case .asset(let name): return try asset(name, visit)
            case .health: return try health()
            default: break
            }
            guest = try recognise(visit)
            return try answer(guest).setting(guest.newCookies)
        } catch {
            return refuse(error, guest).setting(guest.newCookies)
        }
    }

    private func answer(_ guest: Guest) throws -> Answer {
        if guest.visit.verb == .post { try checkForm(guest) }
        if try isOpen.check({ try !setUp.isNeeded() }) { return try answerOpen(guest) }
        switch guest.visit.route {
        case .setUp: return try showSetUp(guest)
        case .language: return try chooseLanguage(guest)
        case .theme: return try chooseTheme(guest)
        default: return .redirect(to: .setUp)
        }
    }

    private func answerOpen(_ guest: Guest) throws -> Answer {
        switch guest.visit.route {
        case .setUp: throw Refusal.notFound
        case .signIn(let back): return try showSignIn(guest, back: back)
        case .language: return try chooseLanguage(guest)
        case .theme: return try chooseTheme(guest)
        case .signOut, .home, .company, .accuracy, .deals, .deal, .report, .answer, .strip, .plans, .bonuses, .schemes,
            .setScheme, .calls, .settings, .account, .apiForecast, .apiBacktest, .apiDeals, .apiDeal, .apiReport,
            .apiBonuses, .apiPlans, .apiSchemes:
            guard let member = try admit(guest) else { return try sendToSignIn(guest) }
            noteUse(member)
            return try remembered(member) { try answerNamed($0) }
        case .look, .asset, .health: throw Refusal.notFound
        }
    }

    /// To be called every second or so, by nobody who waits.
    func keepMade() {
        do { try makeAgain(rest) { try answerNamed($0) } } catch {
            // The console has said so already, once.
            if !error.isOutOfReach { office.logger.error("pages could not be made ahead: \(error)") }
        }
    }

    /// A page is led to the address with the deals that were named; a program is answered at once.
    private func answerNamed(_ member: Member) throws -> Answer {
        guard let found = try named(member) else { return try answer(member) }
        return found.isForPrograms ? try answer(member.asking(found)) : .redirect(to: found)
    }

    func answer(_ member: Member) throws -> Answer {
        switch member.guest.visit.route {
        case .home(let filter): try showHome(filter, member)
        case .signOut: try endSession(member)
        case .company(let filter): try showCompany(filter, member)
        case .accuracy(let filter): try showAccuracy(filter, member)
        case .deals(let filter): try showDeals(filter, member)
        case .deal(let id, let filter): try showDeal(id, filter, member)
        case .report(let name, let filter): try showReport(name, filter, member)
        case .answer(let id): try takeAnswer(id, member)
        case .strip: try giveStrip(member)
        case .plans(let filter): try plans(filter, member)
        case .bonuses(let filter): try bonuses(filter, member)
        case .schemes(let filter): try schemes(filter, member)
        case .setScheme(let plan): try setScheme(plan, member)
        case .calls(let filter): try showCalls(filter, member)
        case .settings: try settings(member)
        case .account: try account(member)
        case .apiForecast(let filter): try giveForecast(filter, member)
        case .apiBacktest(let filter): try giveBacktest(filter, member)
        case .apiDeals(let filter): try giveDeals(filter, member)
        case .apiDeal(let id, let filter): try giveDeal(id, filter, member)
        case .apiBonuses(let filter): try showBonuses(filter.asFile, member)
        case .apiPlans(let filter): try showPlans(filter.asFile, member)
        case .apiSchemes(let filter): try showSchemes(filter.asFile, member)
        case .apiReport(let name, let filter): try giveReport(name, filter, member)
        case .setUp, .signIn, .language, .theme, .look, .asset, .health: throw Refusal.notFound
        }
    }

    private func sendToSignIn(_ guest: Guest) throws -> Answer {
        if guest.visit.route.isForPrograms { throw Refusal.signInFirst }
        return .redirect(to: .signIn(back: Route.back(guest.visit.route.target)))
    }

    /// A form must carry the word that is bound to the session (or to the visitor) for whom its page was made.
    private func checkForm(_ guest: Guest) throws {
        guard !guest.visit.isForeign, let typed = guest.visit.form.last("csrf"), !guest.csrf.isEmpty,
            Secret.equal(typed.utf8, guest.csrf.utf8)
        else { throw Refusal.staleForm }
    }
}

/// Remembers that something has become true and stays so.
private final class OnceTrue: Sendable {
    private let value = Mutex(false)
    func check(_ now: () throws -> Bool) rethrows -> Bool {
        if value.withLock({ $0 }) { return true }
        let found = try now()
        if found { value.withLock { $0 = true } }
        return found
    }
}

extension ReportFilter {
    /// JSON, where no other format is asked for.
    fileprivate var asFile: ReportFilter {
        var filter = self
        if filter.format == nil || filter.format == .html { filter.format = .json }
        return filter
    }
}

extension Route {
    /// Answers in JSON or CSV, its errors too.
    var isForPrograms: Bool {
        switch self {
        case .apiForecast, .apiBacktest, .apiDeals, .apiDeal, .apiReport, .apiBonuses, .apiPlans, .apiSchemes: true
        default: false
        }
    }
}
