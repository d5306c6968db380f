package import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// Where a director sets how people are paid: a commission plan from a day on, and what it would cost before it is saved.
package struct SchemeFormPage: Sendable {
    package struct Content: Sendable {
        /// The plan whose next version it is; nil: a new one.
        package let plan: String?
        package var typed: SchemeTyped
        package var problems: [CommissionProblem] = []
        package var preview: SchemePreview?
        /// Of what stands there now: the form carries it.
        package var over: StateMark?
        package var conflict: Conflict?
        package init(plan: String?, typed: SchemeTyped) {
            self.plan = plan
            self.typed = typed
        }
    }

    /// What stands there is not what the form was filled from.
    package struct Conflict: Sendable {
        /// Nil: nobody knows who.
        let changed: Changed?
        /// The last version that there is now; nil: none any more.
        let now: SchemesReport.Scheme?
        package init(_ changed: Changed?, now: SchemesReport.Scheme?) {
            self.changed = changed
            self.now = now
        }
    }

    private let content: Content
    private let frame: Frame
    private let fields: SchemeFields

    package init(_ content: Content, frame: Frame) {
        self.content = content
        self.frame = frame
        fields = SchemeFields(problems: content.problems, frame: frame)
    }

    package func html() -> String { Templates.render("scheme-form", values) }

    var values: Values {
        frame.values(
            Heading(title: texts(content.plan == nil ? "page.scheme.new" : "page.scheme.next")),
            [
                "sentence_html": sentence, "schemes_href": Route.schemes().target,
                "action": Route.setScheme(content.plan).target, "csrf": frame.csrf,
                "refused": content.problems.isEmpty
                    ? false as Any : texts("scheme.form.refused", ["fields": .count(content.problems.count)]),
                "fields": [name, from, every, cap], "pro_rata": typed.proRata,
                "roles": roles, "departments": departments,
                "members_wrong": fields.wrong(.members), "people": people.all,
                "people_label": texts("scheme.form.people", ["people": .count(people.ticked)]),
                "people_open": people.ticked > 0, "rules_wrong": fields.wrong(.rules),
                "rules": typed.rules.indices.map { SchemeRuleFields(typed.rules[$0], $0, fields, frame).values },
                "may_save": content.preview != nil || content.conflict != nil && content.problems.isEmpty,
                "over": content.over?.text ?? false as Any,
                "save": texts(content.conflict == nil ? "scheme.form.save" : "scheme.form.save.over"),
                "conflict": content.conflict.map(conflict) ?? false as Any,
                "preview": content.preview.map { SchemePreviewSection($0, frame: frame).values } ?? false as Any,
            ])
    }

    private var texts: Texts { frame.texts }
    private var typed: SchemeTyped { content.typed }

    private var sentence: String {
        content.plan.map { texts.html("scheme.form.sentence.next", ["plan": .text($0)]) }
            ?? texts.html("scheme.form.sentence.new")
    }

    private func conflict(_ conflict: Conflict) -> Values {
        let who = conflict.changed.map { texts("scheme.conflict.who", ["who": .text($0.words(frame))]) } ?? ""
        let now = conflict.now.map {
            SchemeSection(
                scheme: $0, isOwn: false, edit: nil, currency: frame.company.baseCurrency, frame: frame
            ).values
        }
        return [
            "words": [texts(now == nil ? "scheme.conflict.gone" : "scheme.conflict"), who]
                .filter { !$0.isEmpty }.joined(separator: " "),
            "next": texts("scheme.conflict.next"), "schemes": [now].compactMap(\.self),
            "again": conflict.now.map {
                ["href": Route.setScheme($0.plan.name).target, "label": texts("scheme.conflict.again")] as Values
            } ?? false as Any,
        ]
    }

    private var name: Values {
        fields.input(
            "name", texts("scheme.form.name"), typed.name, hint: texts("scheme.form.name.hint"), at: .name)
    }

    private var from: Values {
        fields.input(
            "from", texts("scheme.form.from"), typed.from, hint: texts("scheme.form.from.hint"), at: .from, kind: "date"
        )
    }

    private var every: Values {
        fields.choice(
            "every", texts("scheme.form.every"), typed.every,
            [Period.Kind.month, .quarter, .year].map {
                ($0.rawValue, texts("scheme.every." + $0.rawValue))
            }, hint: "", at: .every)
    }

    private var cap: Values {
        fields.input(
            "cap", texts("scheme.form.cap", ["unit": .text(texts.symbol(frame.company.baseCurrency))]), typed.cap,
            hint: texts("scheme.form.cap.hint"), at: .cap, mode: "decimal")
    }

    private var roles: [Values] {
        [Role.seller, .head, .director, .accountant, .analyst, .admin].map {
            tick(.role($0), texts("scheme.member.role", ["role": .text(texts("role." + $0.rawValue))]), depth: 0)
        }
    }

    /// As the tree has them.
    private var departments: [Values] {
        let organisation = frame.names.organisation
        func below(_ parent: Department.ID?, _ depth: Int) -> [Values] {
            guard depth < 6 else { return [] }
            return organisation.departments.filter { $0.parent == parent }.flatMap { department in
                [tick(.department(department.id), department.name, depth: depth)] + below(department.id, depth + 1)
            }
        }
        return below(nil, 0)
    }

    private var people: (all: [Values], ticked: Int) {
        let organisation = frame.names.organisation
        let all = organisation.employees.filter {
            $0.active || typed.members.contains(CommissionPlan.Member.Who.employee($0.id).typed(organisation))
        }.map { tick(.employee($0.id), $0.name, depth: 0) }
        return (all, all.count { $0["ticked"] as? Bool == true })
    }

    private func tick(_ who: CommissionPlan.Member.Who, _ label: String, depth: Int) -> Values {
        let value = who.typed(frame.names.organisation)
        return ["value": value, "label": label, "depth": String(depth), "ticked": typed.members.contains(value)]
    }
}
