/// What the values of a column are, as far as another table may write them differently.
enum ColumnKind: Sendable {
    case text, day, instant, number
}

extension ExchangeFile {
    func kind(of column: Column) -> ColumnKind {
        switch column {
        case .expected_close, .date, .from, .to, .day, .due, .until: .day
        case .created_at, .closed_at, .changed_at, .recorded_at, .started_at, .due_at, .done_at, .ended_at, .at:
            .instant
        case .amount, .cost, .price, .probability, .share, .quantity, .rate, .vat_rate, .duration_s, .base, .mean, .p10,
            .p50, .p90, .won, .template, .statistical, .quota, .expected, .deal_amount, .conversion, .conversion_error,
            .stage_days:
            .number
        case .value: self == .company ? .text : .number
        default: .text
        }
    }
}
