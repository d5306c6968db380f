internal import Exchange
internal import SalesDomain

/// Words on names that were taken as they stand, and may be meant for others.
extension ImportRun {
    func warnOfNames() {
        for one in names.alike {
            let file = plan.files[one.place?.file ?? 0]
            report.warnings.append(
                ImportWarning(
                    file: file.source.name, line: one.place?.line ?? 0, column: column(one.kind, in: file.header),
                    matter: .alike(name: one.name, like: one.like)))
        }
        for (index, file) in plan.files.enumerated() {
            for column in file.file.columns {
                guard let spaced = spacedNames[index]?[column] else { continue }
                report.warnings.append(
                    ImportWarning(
                        file: file.source.name, line: spaced.line, column: column,
                        matter: .spaces(first: spaced.first, rows: spaced.rows)))
            }
        }
    }

    /// As the file calls it.
    private func column(_ kind: NameKind, in header: Header) -> Column {
        kind == .employee && header.position(of: .owner_id) != nil ? .owner_id : kind.column
    }

    /// Notes ids that begin or end with a space. Of the other names something alike is told of.
    func noteSpaces(_ row: CSVRow, _ index: Int) {
        let header = plan.files[index].header
        for column in ImportRun.identities {
            guard let position = header.position(of: column), row.hasOuterSpace(position) else { continue }
            let first = SpacedNames(first: row.text(position), line: row.line)
            spacedNames[index, default: [:]][column, default: first].rows += 1
        }
    }

    private static let identities: [Column] = [.deal_id, .contact_id, .payment_id, .activity_id, .account]
}

/// Names of one column that begin or end with a space.
struct SpacedNames {
    let first: String
    let line: Int
    var rows = 0
}

extension CSVRow {
    fileprivate func hasOuterSpace(_ index: Int) -> Bool {
        let text = slice(index)
        guard let first = text.first, let last = text.last else { return false }
        return first <= 0x20 || last <= 0x20 || text.starts(with: [0xC2, 0xA0]) || text.suffix(2) == [0xC2, 0xA0]
    }
}
