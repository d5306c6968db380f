import Actions
import Ledger
import SalesDomain
import Testing

/// Questions of one deal, by the id that its file gives it.
extension ImportDesk {
    func row(_ id: String) throws -> DealRow { try ask(id) { try $0.deals.row($1) } }
    func now(_ id: String) throws -> DealState { try ask(id) { try $0.deals.now($1)?.state } }
    func log(_ id: String) throws -> [DealChange] { try ask(id) { try $0.deals.log(of: $1).map(\.change) } }

    /// The present state, folded anew.
    func folded(_ id: String) throws -> DealState {
        let outcomes = try store.read { ledger in
            Dictionary(uniqueKeysWithValues: try ledger.stages.all().map { ($0.id, $0.row.outcome) })
        }
        return DealState.fold(try row(id).beginning, try log(id)) { outcomes[$0] ?? .open }
    }

    func deals() throws -> [String] {
        try store.read { ledger in
            var ids: [String] = []
            try ledger.deals.each { ids.append($1.externalID) }
            return ids
        }
    }

    private func ask<Answer>(_ id: String, _ question: (any Transaction, Deal.ID) throws -> Answer?) throws -> Answer {
        let answer = try store.read { ledger in
            let source = try ledger.sources.all().first?.id
            let deal = try source.flatMap { try ledger.deals.find(id, of: $0) }
            return try deal.flatMap { try question(ledger, $0) }
        }
        return try #require(answer)
    }
}
