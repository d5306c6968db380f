package import Exchange
package import SalesDomain

/// An import's report as `liyka import --json` prints it.
package struct ImportDocument: Encodable, Sendable {
    struct File: Encodable {
        let path: String
        let layout: String
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
        let reason: String

        enum CodingKeys: String, CodingKey { case file, line, column, reason }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(file, forKey: .file)
            try container.encode(line, forKey: .line)
            try container.encode(column ?? "", forKey: .column)
            try container.encode(reason, forKey: .reason)
        }
    }

    struct Warning: Encodable {
        let file: String
        let line: Int
        let column: String
        let plan: String
        let from: String
        let holds_from: String
        let reason: String
    }

    let files: [File]
    let rejected: [Rejected]
    let warnings: [Warning]
    let named: [String: Int]

    package init(_ report: ImportReport, language: Company.Language) {
        files = report.files.map {
            File(
                path: $0.path, layout: $0.layout, read: $0.read, added: $0.added, changed: $0.changed,
                unchanged: $0.unchanged, rejected: $0.rejected, unknown_columns: $0.unknownColumns)
        }
        rejected = report.rejected.map { Rejected($0, language) }
        warnings = report.warnings.map { Warning($0, language) }
        named = report.named
    }

    /// Of files that could not be understood: nothing was read.
    package init(refused: [Refusal], language: Company.Language) {
        files = []
        rejected = refused.map { Rejected($0, language) }
        warnings = []
        named = [:]
    }
}

extension ImportDocument.Rejected {
    init(_ refusal: Refusal, _ language: Company.Language) {
        self.init(
            file: refusal.file, line: refusal.line, column: refusal.column?.name,
            reason: refusal.words(in: language))
    }
}

extension ImportDocument.Warning {
    init(_ warning: ImportWarning, _ language: Company.Language) {
        self.init(
            file: warning.file, line: warning.line, column: warning.column.name, plan: warning.start.plan,
            from: "\(warning.start.from)", holds_from: "\(warning.start.holdsFrom)",
            reason: warning.words(in: language))
    }
}
