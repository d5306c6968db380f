internal import SalesDomain
internal import Texts

/// Fields of the form of a commission plan, each with what is wrong at it.
struct SchemeFields {
    private let problems: [CommissionProblem]
    private let frame: Frame
    private var texts: Texts { frame.texts }

    init(problems: [CommissionProblem], frame: Frame) {
        self.problems = problems
        self.frame = frame
    }

    func input(
        _ name: String, _ label: String, _ value: String, hint: String = "", at field: CommissionProblem.Field,
        kind: String = "text", mode: String = "text"
    ) -> Values {
        plain(name, label, hint, field).merging(
            [
                "value": value, "kind": kind, "mode": mode, "choices": false,
                "longest": String(CommissionRule.longestName),
            ] as Values
        ) { $1 }
    }

    func choice(
        _ name: String, _ label: String, _ value: String, _ choices: [(code: String, label: String)], hint: String = "",
        at field: CommissionProblem.Field? = nil
    ) -> Values {
        let options = choices.map {
            ["code": $0.code, "label": $0.label, "current": $0.code == value] as Values
        }
        return plain(name, label, hint, field).merging(
            ["value": "", "kind": "", "mode": "", "longest": "", "choices": ["options": options] as Values] as Values
        ) { $1 }
    }

    private func plain(_ name: String, _ label: String, _ hint: String, _ field: CommissionProblem.Field?) -> Values {
        let problem = field.flatMap { field in problems.first { $0.field == field } }
        return [
            "name": name, "label": label, "hint": problem.map { words($0.reason) } ?? hint,
            "said": problem != nil || !hint.isEmpty, "wrong": problem != nil,
            "first": problem != nil && problems.first?.field == field,
        ]
    }

    /// What is wrong there, or nothing.
    func wrong(_ field: CommissionProblem.Field) -> Any {
        problems.first { $0.field == field }.map { words($0.reason) } ?? false as Any
    }

    func words(_ reason: CommissionProblem.Reason) -> String {
        switch reason {
        case .notStart(let day): texts("scheme.wrong.notStart", ["day": .text(texts.day(day))])
        case .later(let day): texts("scheme.wrong.later", ["day": .text(texts.day(day))])
        case .settled(let person, let period):
            texts(
                "scheme.wrong.settled",
                [
                    "person": .text(frame.name(of: .employee(person))),
                    "period": .text(texts.period(period, in: frame.company.calendar)),
                ])
        case .tooHigh(let share): texts("scheme.wrong.tooHigh", ["share": .text(texts.percent(Double(share) / 1e6))])
        case .aboveCap(let paid):
            texts("scheme.wrong.aboveCap", ["paid": .text(texts.whole(paid, frame.company.baseCurrency))])
        case .missing: texts("scheme.wrong.missing")
        case .tooLong: texts("scheme.wrong.tooLong")
        case .twice: texts("scheme.wrong.twice")
        case .notMoney: texts("scheme.wrong.notMoney")
        case .notShare: texts("scheme.wrong.notShare")
        case .notCount: texts("scheme.wrong.notCount")
        case .notDay: texts("scheme.wrong.notDay")
        case .unknown: texts("scheme.wrong.unknown")
        case .everybodys: texts("scheme.wrong.everybodys")
        case .notRising: texts("scheme.wrong.notRising")
        case .falling: texts("scheme.wrong.falling")
        case .needsTarget: texts("scheme.wrong.needsTarget")
        case .alike(let plan): texts("scheme.wrong.alike", ["plan": .text(plan)])
        }
    }
}
