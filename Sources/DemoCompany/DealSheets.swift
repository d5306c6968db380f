import SalesDomain

/// deals.csv and deal_log.csv: the present state, and the log that it is the fold of.
enum DealSheets {
    static func sheets(of lives: [Life]) -> [Sheet] { [deals(lives), log(lives)] }

    private static func deals(_ lives: [Life]) -> Sheet {
        var sheet = Sheet(
            "deals.csv", "deal_id", "title", "pipeline", "owner_id", "account", "product", "source", "amount",
            "currency", "cost", "created_at", "expected_close", "stage", "status", "closed_at", "lost_reason")
        for life in lives {
            sheet.add(
                life.id, life.title, life.pipeline, life.owner, life.account, life.product, life.source,
                life.present[.amount] ?? "", life.currency, cost(life), life.born.text,
                life.present[.expectedClose] ?? "",
                life.present[.stage] ?? "", life.status.rawValue, life.closed?.text ?? "",
                life.present[.lostReason] ?? "")
        }
        return sheet
    }

    private static func cost(_ life: Life) -> String {
        guard let share = life.cost, let amount = life.present[.amount].flatMap({ Double($0) }) else { return "" }
        return "\(Int((amount * share).rounded())).00"
    }

    private static func log(_ lives: [Life]) -> Sheet {
        var sheet = Sheet("deal_log.csv", "deal_id", "changed_at", "recorded_at", "field", "old", "new", "by")
        let entries = lives.flatMap { life in life.entries.map { (life: life.id, entry: $0) } }
        // By time, those of one minute in the order in which they were made.
        let order = entries.indices.sorted { left, right in
            let (first, second) = (entries[left].entry.moment, entries[right].entry.moment)
            return first == second ? left < right : first < second
        }
        for place in order {
            let (life, entry) = entries[place]
            sheet.add(
                life, entry.moment.text, entry.recorded?.text ?? "", entry.field.rawValue, entry.old, entry.new,
                entry.by)
        }
        return sheet
    }
}
