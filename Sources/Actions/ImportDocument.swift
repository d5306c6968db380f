package import Exchange
package import SalesDomain

/// An import's report as `liyka import --json` prints it.
package struct ImportDocument: Encodable, Sendable {
    struct File: Encodable {
        let path: String
        let layout: String
        /// Of the exchange format, where a mapping made it of the file.
        let table: String?
        let read: Int
        let added: Int
        let changed: Int
        let unchanged: Int
        let rejected: Int
        let unknown_columns: [String]
    }
    struct Rejected: Encodable {
        let file: String
        let line: Int
        let column: String?
        /// What the file calls the column, where a mapping says so.
        let heading: String?
        let reason: String

        enum CodingKeys: String, CodingKey { case file, line, column, heading, reason }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(file, forKey: .file)
            try container.encode(line, forKey: .line)
            try container.encode(column ?? "", forKey: .column)
            try container.encodeIfPresent(heading, forKey: .heading)
            try container.encode(reason, forKey: .reason)
        }
    }

    struct Warning: Encodable {
        let file: String
        let line: Int
        let column: String
        /// `mid_period`, `settled`, `settled_quota`, `tokens_withdrawn`, `base_currency`, `base_rate`, `alike` or `spaces`.
        let kind: String
        /// Of commissions; `settled_quota` and `tokens_withdrawn` have none.
        var plan: String?
        /// Of `mid_period`.
        var from: String?
        var holds_from: String?
        /// Of `settled` and `settled_quota`.
        var statements: [Statement]?
        /// Of `tokens_withdrawn`: whose, and how many.
        var employee_id: String?
        var tokens: Int?
        /// Of `base_currency`: the one that is taken; of `base_rate`.
        var currency: String?
        /// Of `time_zone` and `time_zone_changed`.
        var time_zone: String?
        /// Of `alike`: what was made, and what it is like; of `spaces`, the first value.
        var name: String?
        var like: String?
        let reason: String
    }

    struct Statement: Encodable {
        let employee_id: String
        let period: String
        let state: String
    }

    let files: [File]
    let rejected: [Rejected]
    let warnings: [Warning]
    let named: [String: Int]
    let passed_over: [String]

    package init(_ report: ImportReport, language: Company.Language) {
        files = report.files.map {
            File(
                path: $0.path, layout: $0.layout, table: $0.isMapped ? $0.file.rawValue : nil, read: $0.read,
                added: $0.added, changed: $0.changed,
                unchanged: $0.unchanged, rejected: $0.rejected, unknown_columns: $0.unknownColumns)
        }
        rejected = report.rejected.map { Rejected($0, language) }
        warnings = report.warnings.map { Warning($0, language) }
        named = report.named
        passed_over = report.passedOver
    }

    /// Of files that could not be understood: nothing was read.
    package init(refused: [Refusal], language: Company.Language) {
        files = []
        rejected = refused.map { Rejected($0, language) }
        warnings = []
        named = [:]
        passed_over = []
    }
}

extension ImportDocument.Rejected {
    init(_ refusal: Refusal, _ language: Company.Language) {
        self.init(
            file: refusal.file, line: refusal.line, column: refusal.column?.name, heading: refusal.heading,
            reason: refusal.words(in: language))
    }
}

extension ImportDocument.Warning {
    init(_ warning: ImportWarning, _ language: Company.Language) {
        let (file, line, column) = (warning.file, warning.line, warning.column.name)
        let reason = warning.words(in: language)
        switch warning.matter {
        case .midPeriod(let start):
            self.init(
                file: file, line: line, column: column, kind: "mid_period", plan: start.plan, from: "\(start.from)",
                holds_from: "\(start.holdsFrom)", reason: reason)
        case .settled(let plan, let statements):
            self.init(
                file: file, line: line, column: column, kind: "settled", plan: plan,
                statements: statements.map(ImportDocument.Statement.init), reason: reason)
        case .settledByQuota(let statements):
            self.init(
                file: file, line: line, column: column, kind: "settled_quota",
                statements: statements.map(ImportDocument.Statement.init), reason: reason)
        case .tokensWithdrawn(let employee, _, let number, _):
            self.init(
                file: file, line: line, column: column, kind: "tokens_withdrawn", employee_id: employee,
                tokens: number, reason: reason)
        case .currencyTaken(let currency, _):
            self.init(
                file: file, line: line, column: column, kind: "base_currency", currency: currency.code, reason: reason)
        case .zoneTaken(let zone):
            self.init(
                file: file, line: line, column: column, kind: "time_zone", time_zone: zone.identifier, reason: reason)
        case .zoneChanged(_, let zone):
            self.init(
                file: file, line: line, column: column, kind: "time_zone_changed", time_zone: zone.identifier,
                reason: reason)
        case .rateOfBase(let currency):
            self.init(
                file: file, line: line, column: column, kind: "base_rate", currency: currency.code, reason: reason)
        case .alike(let name, let like):
            self.init(file: file, line: line, column: column, kind: "alike", name: name, like: like, reason: reason)
        case .spaces(let name, _):
            self.init(file: file, line: line, column: column, kind: "spaces", name: name, reason: reason)
        }
    }
}

extension ImportDocument.Statement {
    fileprivate init(_ settled: ImportWarning.Settled) {
        self.init(employee_id: settled.employee, period: settled.period, state: settled.state.rawValue)
    }
}
