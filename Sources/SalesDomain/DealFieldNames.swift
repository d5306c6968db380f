extension Deal.Field {
    /// As `deal_log.csv` calls it; a column of `deals.csv` has its name.
    package var exchangeName: String {
        switch self {
        case .created: "created"
        case .stage: "stage"
        case .amount: "amount"
        case .owner: "owner"
        case .expectedClose: "expected_close"
        case .currency: "currency"
        case .product: "product"
        case .account: "account"
        case .source: "source"
        case .pipeline: "pipeline"
        case .title: "title"
        case .cost: "cost"
        case .vatRate: "vat_rate"
        case .lostReason: "lost_reason"
        case .lead: "lead_id"
        case .category: "category"
        case .nextStep: "next_step"
        case .split: "split"
        case .createdAt: "created_at"
        case .closedAt: "closed_at"
        case .merged: "merged"
        case .removed: "removed"
        case .status: "status"
        }
    }
}
