internal import Ledger
internal import SalesDomain
internal import SalesReports
internal import WebPages
internal import WebRoutes

/// A deal as people call it, by its title or its number, in a form that supposes something of it.
extension Desk {
    /// The address with the deals that were meant, by name; nil when none was named, or one was not found: then a page says
    /// why. Throws a `Refusal` for a program.
    func named(_ member: Member) throws -> Route? {
        let route = member.guest.visit.route
        let supposed = route.suppositions
        if supposed.unfound.isEmpty { return nil }
        var list = supposed.list
        for asked in supposed.unfound {
            switch try find(asked, member) {
            case .one(let found): list.append(found)
            case .none where !route.isForPrograms, .several where !route.isForPrograms: return nil
            case .several(let why, let names):
                throw Refusal.several("if", why, value: asked.text, names: names)
            case .none: throw Refusal.badRequest("if")
            }
        }
        return route.supposing(Suppositions(list))
    }

    func problem(_ suppositions: Suppositions, _ member: Member) throws -> WhatIfSection.Problem? {
        for asked in suppositions.unfound {
            switch try find(asked, member) {
            case .one: continue
            case .several(_, let names): return .several(names)
            case .none(let problem): return problem
            }
        }
        return nil
    }

    private enum Found {
        case one(Supposition)
        case several(Several, [String])
        case none(WhatIfSection.Problem)
    }

    /// What this reader may not see is not there.
    private func find(_ asked: Suppositions.Asked, _ member: Member) throws -> Found {
        let name = asked.deal.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let bare = String(name.drop { $0 == "№" || $0 == "#" || $0.isWhitespace })
        let (titled, byNumber) = try office.store.read { ledger in
            (
                try Set([name, bare]).sorted().flatMap { try ledger.deals.called($0) },
                try ledger.deals.meant(by: bare).filter { try ledger.deals.now($0)?.state.removed == false }
            )
        }
        let numbered = byNumber.filter(member.maySee)
        // Of several sources' deals of one id nobody can say which is meant, whether or not they are open.
        guard numbered.count < 2 else { return .several(.sources, try names(of: Array(numbered.prefix(5)))) }
        let alike = Array(Set(numbered.isEmpty ? titled.filter(member.maySee) : numbered)).sorted()
        // Of several that are titled so the open one is meant, as the list offers it: of closed ones nothing can be supposed.
        let open = alike.filter(member.isOpen)
        let meant = open.count == 1 ? open : alike
        guard let deal = meant.first else { return .none(.unknown) }
        guard meant.count == 1 else { return .several(.titles, try names(of: Array(meant.prefix(5)))) }
        return asked.supposition(of: deal).map { .one($0) } ?? .none(.value)
    }
}

extension Member {
    fileprivate func isOpen(_ deal: Deal.ID) -> Bool {
        (try? reporter.deal(deal, asOf: now, for: seen))?.row.status == .open
    }
}
