internal import SalesDomain
internal import Texts

/// Forms under the last version of a commission plan: to withdraw it, or to give it another name.
struct SchemeEdit {
    let plan: CommissionPlan
    /// Of all versions of the plan.
    let mark: StateMark
    /// The version before it, of the same plan or of the one that went over into it.
    let former: CommissionPlan?
    let refused: SchemesPage.Refused?
    let frame: Frame

    private var texts: Texts { frame.texts }

    var values: Values {
        [
            "action": frame.route.path, "csrf": frame.csrf, "plan": plan.name, "from": plan.from?.description ?? "",
            "over": mark.text, "what": what, "name": refused?.name ?? plan.name,
            "open": refused != nil, "wrong": refused?.words(frame) ?? false as Any,
            "id": "scheme-" + mark.text, "longest": String(CommissionRule.longestName), "back": back ?? false as Any,
        ]
    }

    /// How a version that was given a name of its own gets the old one back.
    private var back: String? {
        former.flatMap { $0.name == plan.name ? nil : texts("scheme.rename.back", ["plan": .text($0.name)]) }
    }

    /// What a withdrawal leaves.
    private var what: String {
        guard let former else { return texts("scheme.withdraw.none") }
        if former.name != plan.name { return texts("scheme.withdraw.other", ["plan": .text(former.name)]) }
        return former.from.map { texts("scheme.withdraw.former", ["day": .text(texts.day($0))]) }
            ?? texts("scheme.withdraw.first")
    }
}

extension SchemesPage.Refused {
    func words(_ frame: Frame) -> String {
        let texts = frame.texts
        switch reason {
        case .resting(let resting):
            return texts(
                name == nil ? "scheme.resting.withdraw" : "scheme.resting.rename",
                ["statements": .text(RestingWords(resting: resting, frame: frame).words)])
        case .problem(let problem):
            if problem.field == .name, problem.reason == .twice { return texts("scheme.wrong.nameTaken") }
            if problem.field == .from, problem.reason == .unknown { return texts("scheme.wrong.gone") }
            return SchemeFields(problems: [problem], frame: frame).words(problem.reason)
        case .changed(let changed):
            let who = changed.map { texts("scheme.conflict.who", ["who": .text($0.words(frame))]) } ?? ""
            return [texts("scheme.conflict"), who, texts("scheme.conflict.look")].filter { !$0.isEmpty }
                .joined(separator: " ")
        }
    }
}
