internal import SalesDomain
internal import Texts
internal import WebRoutes

/// A page that has nothing to show yet: what it needs, and the next step.
package struct EmptyPage: Sendable {
    package enum Reason: String, Sendable, CaseIterable {
        /// No deal at all in the database.
        case noDeals
        /// This viewer may see nothing: no department, no deals of their own.
        case nothingSeen
        /// No full period in the past to check a forecast on.
        case noHistory
        /// What it shows is being computed meanwhile.
        case measuring
        /// As of this day nothing was known.
        case beforeRecords
    }
    private let reason: Reason
    private let frame: Frame

    package init(_ reason: Reason, frame: Frame) {
        self.reason = reason
        self.frame = frame
    }

    package func html() -> String { Templates.render("empty", values) }

    var values: Values {
        let texts = frame.texts
        return frame.values(
            heading,
            [
                "sentence": texts(sentence), "needs": texts("empty.\(said).needs"), "next_html": next ?? false as Any,
                "steps": steps, "has_steps": !steps.isEmpty, "way": way ?? false as Any,
            ])
    }

    /// Of no deals: what this very page would show.
    private var sentence: String {
        if reason == .noDeals, case .report(let name, _) = frame.route, texts.has("empty.noDeals.\(name.rawValue)") {
            return "empty.noDeals.\(name.rawValue)"
        }
        return "empty.\(said).sentence"
    }

    private var texts: Texts { frame.texts }

    /// Links to the steps below, or whom to ask.
    private var next: String? {
        guard reason == .noDeals else { return nil }
        guard isTold else { return texts.html("empty.noDeals.ask") }
        return texts.html(
            "empty.noDeals.next", ["import": .text("#import"), "demo": .text("#demo"), "person": .text("#person")])
    }

    /// Steps are for whoever has the server in hand, and for whoever can send them there.
    private var isTold: Bool { frame.viewer?.role == .admin || frame.viewer?.role == .director }

    private var said: String {
        reason == .nothingSeen && frame.viewer?.role == .admin ? "adminHome" : reason.rawValue
    }

    private var heading: Heading {
        let texts = frame.texts
        switch frame.route {
        case .accuracy: return Heading(title: texts("page.accuracy"), action: .accuracy)
        case .deals, .deal: return Heading(title: texts("page.deals"), action: .deals)
        case .bonuses, .schemes, .setScheme: return Heading(title: texts("page.bonuses"), action: .bonuses)
        case .plans: return Heading(title: texts("page.plans"), action: .plans)
        case .report(let name, _): return Heading(title: texts("page.report." + name.rawValue), action: .report)
        default: return Heading(title: texts(frame.homeTitle), action: .company)
        }
    }

    private var steps: [Values] {
        guard isTold else { return [] }
        return switch reason {
        case .noDeals: frame.told([.importing, .demo, .person])
        case .nothingSeen where frame.viewer?.role != .admin: []
        case .nothingSeen: frame.told([.person, .password, .importing, .backup])
        case .noHistory, .measuring, .beforeRecords: []
        }
    }

    private var way: Values? {
        let texts = frame.texts
        switch reason {
        case .noDeals, .nothingSeen: return nil
        case .noHistory: return ["href": Route.company().target, "label": texts("empty.way.company")]
        case .measuring: return ["href": frame.route.target, "label": texts("empty.way.again")]
        case .beforeRecords: return ["href": frame.route.asked(asOf: nil).target, "label": texts("frame.as_of.back")]
        }
    }
}
