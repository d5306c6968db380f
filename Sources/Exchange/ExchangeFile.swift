/// The files of the exchange format, in the order in which they are read: what is named comes before what names it.
package enum ExchangeFile: String, CaseIterable, Sendable {
    case company, departments, employees, memberships, absences, calendar, pipelines
    case stageVersions = "stage_versions"
    case products
    case companyLog = "company_log"
    case accounts, contacts, deals
    case dealLog = "deal_log"
    case dealLines = "deal_lines"
    case splits, payments, activities, quotas, rates, series
    case commissionPlans = "commission_plans"
    case commissionRules = "commission_rules"
    case commissionMembers = "commission_members"
    case commissionStatements = "commission_statements"
    case commissionLines = "commission_lines"
    case grants
    case references = "reference_funnels"
    case headlines
    case forecastRecord = "forecast_record"
    case submissions
    case correctiveActions = "corrective_actions"
    case alertSnoozes = "alert_snoozes"

    package var fileName: String { rawValue + ".csv" }

    /// All columns, in the order in which they are written.
    package var columns: [Column] {
        switch self {
        case .company: [.key, .value]
        case .departments: [.department, .parent]
        case .employees: [.employee_id, .name, .email, .department, .role, .active]
        case .memberships: [.employee_id, .department, .role, .head, .from, .to]
        case .absences: [.employee_id, .from, .to, .kind]
        case .calendar: [.date, .working, .name]
        case .pipelines: [.pipeline, .kind, .stage, .position, .probability, .outcome]
        case .stageVersions: [.pipeline, .stage, .from, .position, .probability]
        case .products: [.product, .price, .currency, .cost]
        case .companyLog:
            [.recorded_at, .field, .department, .employee_id, .product, .pipeline, .stage, .old, .new]
        case .accounts: [.account, .industry, .country, .owner_id, .tax_id, .phone]
        case .contacts: [.contact_id, .account, .name, .email, .phone, .position]
        case .deals:
            [
                .deal_id, .title, .pipeline, .owner_id, .account, .product, .source, .amount, .currency, .cost,
                .vat_rate,
                .created_at, .expected_close, .stage, .status, .closed_at, .lost_reason, .lead_id,
            ]
        case .dealLog: [.deal_id, .changed_at, .recorded_at, .field, .old, .new, .by]
        case .dealLines: [.deal_id, .product, .quantity, .price, .cost]
        case .splits: [.deal_id, .employee_id, .share]
        case .payments: [.payment_id, .deal_id, .date, .kind, .amount, .currency, .recorded_at]
        case .activities:
            [
                .activity_id, .kind, .direction, .employee_id, .deal_id, .account, .contact_id, .started_at,
                .duration_s,
                .result, .due_at, .done_at, .note,
            ]
        case .quotas: [.period, .department, .employee_id, .pipeline, .measure, .value, .currency, .from, .recorded_at]
        case .rates: [.date, .currency, .rate, .source]
        case .series: [.series, .at, .value]
        case .commissionPlans: [.plan, .every, .cap, .pro_rata, .from, .to]
        case .commissionRules:
            [
                .plan, .from, .rule, .measure, .pipeline, .product, .customer, .team, .target, .weight, .mode, .unit,
                .threshold, .cap, .tiers,
            ]
        case .commissionMembers: [.plan, .employee_id, .department, .role, .from, .to]
        case .commissionStatements: [.plan, .employee_id, .period, .state, .at, .by]
        case .commissionLines:
            [
                .plan, .employee_id, .period, .line, .rule, .measure, .kind, .deal_id, .of_period, .base, .rate,
                .amount, .date,
            ]
        case .grants: [.grant, .from, .to, .by]
        case .references: [.reference, .department, .employee_id, .best, .from, .to, .at, .by, .ended_at]
        case .headlines: [.headline, .from, .by]
        case .forecastRecord:
            [
                .day, .period, .department, .employee_id, .recorded_at, .currency, .won, .mean, .p10, .p50, .p90,
                .template, .statistical, .quota,
            ]
        case .submissions: [.employee_id, .period, .kind, .amount, .mean, .note, .at, .by]
        case .correctiveActions:
            [
                .action_id, .origin, .department, .employee_id, .pipeline, .stage, .deal_id, .owner_id, .what, .due,
                .expected, .at, .by, .period, .mean, .p10, .p90, .conversion, .conversion_error, .stage_days,
                .deal_amount, .state, .ended_at, .ended_by, .note,
            ]
        case .alertSnoozes: [.by, .at, .alert, .department, .employee_id, .pipeline, .stage, .deal_id, .until]
        }
    }

    /// Columns without which the file cannot be understood; the others may be absent, which is "not known".
    package var required: [Column] {
        switch self {
        case .company: [.key, .value]
        case .departments: [.department]
        case .employees: [.employee_id, .name]
        case .memberships: [.employee_id, .department]
        case .absences: [.employee_id, .from, .to]
        case .calendar: [.date, .working]
        case .pipelines: [.pipeline, .stage, .outcome]
        case .stageVersions: [.pipeline, .stage, .from]
        case .products: [.product]
        case .companyLog: [.recorded_at, .field, .old, .new]
        case .accounts: [.account]
        case .contacts: [.contact_id, .name]
        case .deals: [.deal_id, .amount, .created_at, .stage, .status, .closed_at]
        case .dealLog: [.deal_id, .changed_at, .field, .old, .new]
        case .dealLines: [.deal_id, .product, .quantity]
        case .splits: [.deal_id, .employee_id, .share]
        case .payments: [.payment_id, .deal_id, .date, .kind, .amount]
        case .activities: [.activity_id, .kind, .started_at]
        case .quotas: [.period, .measure, .value]
        case .rates: [.date, .currency, .rate]
        case .series: [.series, .at, .value]
        case .commissionPlans: [.plan, .every]
        case .commissionRules: [.plan, .rule, .measure, .tiers]
        case .commissionMembers: [.plan, .role]
        case .commissionStatements: [.plan, .employee_id, .period, .state, .at]
        case .commissionLines: [.plan, .employee_id, .period, .line, .rule, .amount]
        case .grants: [.grant, .from]
        case .references: [.reference, .from, .to, .at]
        case .headlines: [.headline, .from]
        case .forecastRecord:
            [.day, .period, .recorded_at, .currency, .won, .mean, .p10, .p50, .p90, .statistical]
        case .submissions: [.employee_id, .period, .kind, .amount, .at]
        case .correctiveActions:
            [.action_id, .origin, .owner_id, .what, .due, .at, .period, .mean, .p10, .p90, .state]
        case .alertSnoozes: [.by, .at, .alert, .until]
        }
    }
}

extension ExchangeFile: Comparable {
    /// In the order of reading.
    package static func < (left: ExchangeFile, right: ExchangeFile) -> Bool { left.place < right.place }

    /// Is it read after one and before another?
    package func isBetween(_ first: ExchangeFile, _ last: ExchangeFile) -> Bool { first < self && self < last }

    private var place: Int { ExchangeFile.allCases.firstIndex(of: self) ?? 0 }
}
