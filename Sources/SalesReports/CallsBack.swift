internal import SalesDomain
internal import SalesFacts

/// Which missed calls were called back: anybody of the company phoned the same customer, or about the same deal, after
/// the call and by the end of the next working day. Whether that call was answered does not matter: we tried.
struct CallsBack {
    private var calls: [Counterpart: [Instant]] = [:]
    private let calendar: CompanyCalendar

    private enum Counterpart: Hashable {
        case account(Account.ID)
        case contact(Contact.ID)
        case deal(Deal.ID)

        static func all(_ touch: Touch) -> [Counterpart] {
            [
                touch.account.map { .account($0) }, touch.contact.map { .contact($0) }, touch.deal.map { .deal($0) },
            ].compactMap(\.self)
        }
    }

    init(_ outbound: [Touch], _ missed: [Touch], _ calendar: CompanyCalendar) {
        self.calendar = calendar
        let wanted = Set(missed.flatMap(Counterpart.all))
        guard !wanted.isEmpty else { return }
        for touch in outbound {
            for counterpart in Counterpart.all(touch) where wanted.contains(counterpart) {
                calls[counterpart, default: []].append(touch.at)
            }
        }
    }

    /// A stranger's call, about nobody and nothing that we know, cannot be seen to be called back.
    func isCalledBack(_ touch: Touch) -> Bool {
        let due = due(touch)
        return isCalled(touch) { $0 < due }
    }

    /// Called back at any time since, also when it was late.
    func isCalledLater(_ touch: Touch) -> Bool { isCalled(touch) { _ in true } }

    private func isCalled(_ touch: Touch, _ inTime: (Instant) -> Bool) -> Bool {
        Counterpart.all(touch).contains { counterpart in
            calls[counterpart]?.contains { $0 > touch.at && inTime($0) } ?? false
        }
    }

    /// The end of the next working day.
    func due(_ touch: Touch) -> Instant {
        var day = touch.day + 1
        // Nobody closes for longer than a month.
        while !calendar.isWorking(day), day - touch.day < 31 { day = day + 1 }
        return calendar.zone.start(of: day + 1)
    }
}
