internal import Foundation
internal import Mustache

/// The templates held in the program, read once.
enum Templates {
    static func render(_ name: String, _ values: Values) -> String {
        library.render(values, withTemplate: name) ?? ""
    }

    /// Template texts by name, for the test that compares them with what pages give.
    static let texts: [String: String] = [
        "frame": PackageResources.frame_mustache,
        "account": PackageResources.account_mustache,
        "company": PackageResources.company_mustache,
        "accuracy": PackageResources.accuracy_mustache,
        "door": PackageResources.door_mustache,
        "sign-in": PackageResources.sign_in_mustache,
        "set-up": PackageResources.set_up_mustache,
        "problem": PackageResources.problem_mustache,
        "problem-inside": PackageResources.problem_inside_mustache,
        "empty": PackageResources.empty_mustache,
        "deals": PackageResources.deals_mustache,
        "deal": PackageResources.deal_mustache,
        "estimate": PackageResources.estimate_mustache,
        "funnel": PackageResources.funnel_mustache,
        "planfact": PackageResources.planfact_mustache,
        "compared": PackageResources.compared_mustache,
        "changes": PackageResources.changes_mustache,
        "record": PackageResources.record_mustache,
        "bridge": PackageResources.bridge_mustache,
        "what-changed": PackageResources.what_changed_mustache,
        "events": PackageResources.events_mustache,
        "calls": PackageResources.calls_mustache,
        "series": PackageResources.series_mustache,
        "company-beside": PackageResources.company_beside_mustache,
        "problem-deals": PackageResources.problem_deals_mustache,
        "segments": PackageResources.segments_mustache,
        "fan": PackageResources.fan_mustache,
        "composition": PackageResources.composition_mustache,
        "period": PackageResources.period_mustache,
        "today": PackageResources.today_mustache,
        "deciding": PackageResources.deciding_mustache,
        "asks": PackageResources.asks_mustache,
        "strip": PackageResources.strip_mustache,
        "submissions": PackageResources.submissions_mustache,
        "submissions-page": PackageResources.submissions_page_mustache,
        "team": PackageResources.team_mustache,
        "what-if": PackageResources.what_if_mustache,
        "plans": PackageResources.plans_mustache,
        "revive": PackageResources.revive_mustache,
        "bonuses": PackageResources.bonuses_mustache,
        "bonus-trace": PackageResources.bonus_trace_mustache,
        "schemes": PackageResources.schemes_mustache,
        "scheme": PackageResources.scheme_mustache,
        "scheme-form": PackageResources.scheme_form_mustache,
        "scheme-rule": PackageResources.scheme_rule_mustache,
        "scheme-preview": PackageResources.scheme_preview_mustache,
        "field": PackageResources.field_mustache,
        "call-list": PackageResources.call_list_mustache,
        "actions": PackageResources.actions_mustache,
        "alerts": PackageResources.alerts_mustache,
        "alerts-brief": PackageResources.alerts_brief_mustache,
        "alert-table": PackageResources.alert_table_mustache,
        "action-table": PackageResources.action_table_mustache,
        "action-rows": PackageResources.action_rows_mustache,
        "act": PackageResources.act_mustache,
        "settings": PackageResources.settings_mustache,
        "own-account": PackageResources.own_account_mustache,
        "token-table": PackageResources.token_table_mustache,
    ].mapValues { String(decoding: $0, as: UTF8.self) }

    private static let library: MustacheLibrary = {
        MustacheContentTypes.register(PageText(), named: "PAGE")
        // A template that cannot be read is our own mistake; the first test that renders a page finds it.
        return MustacheLibrary(templates: texts.mapValues { try! MustacheTemplate(string: $0) })
    }()
}

/// What a template is given: strings, booleans (a section to show or not), arrays of the same, and `Words`.
typealias Values = [String: Any]

/// Escapes byte by byte: a quotation mark with a combining accent is still a quotation mark to a browser, though not an
/// equal `Character`.
private struct PageText: MustacheContentType {
    func escapeText(_ text: String) -> String { Markup.escaped(text) }
}
