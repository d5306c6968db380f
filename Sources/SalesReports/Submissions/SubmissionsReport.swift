package import SalesDomain

/// What people say that their period will bring, beside the model; and who has been nearer to what came. Minor units of
/// the base currency.
package struct SubmissionsReport: Sendable, Equatable {
    package let head: ReportHead
    package let whole: ForecastReport.Node
    /// Who sells in the scope, has a plan or has said something, in the order of the organisation.
    package let rows: [Row]
    /// Of periods that are over: of all together first, then by person; only of whom something was said.
    package let track: [Track]

    package struct Row: Sendable, Equatable {
        package let employee: Employee.ID
        /// What the model says now.
        package let node: ForecastReport.Node
        /// Everything that was said, the earliest first.
        package let said: [Submission]

        package var submission: Submission? { said.last { $0.kind == .submission } }
        package var adjustment: Submission? { said.last { $0.kind == .adjustment } }
        /// The later word holds: who submits anew after an adjustment asks for a new one.
        package var holding: Submission? { said.last }
    }

    /// The first word about each period that is over, against what came; the model as it was at that very instant.
    package struct Track: Sendable, Equatable {
        /// Nil: all together.
        package let employee: Employee.ID?
        package let kind: Submission.Kind
        /// Persons' periods that are compared.
        package let pairs: Int
        /// Σ|said − came| / Σ came; nil when nothing came. The same of the model.
        package let said: Double?
        package let model: Double?
        /// Σ(said − came) / Σ came: above zero is too much. The same of the model.
        package let saidBias: Double?
        package let modelBias: Double?
        /// Who was nearer by more than a standard error over six or more; nil: nobody can tell yet.
        package let nearer: Nearer?
    }

    package enum Nearer: String, Sendable, CaseIterable { case person, model }

    package var saidBy: [Row] { rows.filter { $0.holding != nil } }
    /// What holds, of everybody who said anything; and what the model says of the same people.
    package var total: Int64 { saidBy.reduce(0) { $0.plus($1.holding?.amount ?? 0) } }
    /// What the same people submitted themselves, before any adjustment.
    package var submitted: Int64 { saidBy.total { ($0.submission ?? $0.holding)?.amount ?? 0 } }
    package var modelOfThose: Int64 { saidBy.reduce(0) { $0.plus($1.node.amount.mean) } }
}
