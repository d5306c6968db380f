internal import Exchange
internal import SalesDomain

/// Rows of `commission_lines.csv` by the statement to which they belong, until that is taken.
struct WaitingLines {
    struct Line {
        let record: CommissionLineRecord
        let file: Int
        let row: CSVRow
    }

    struct Statement {
        fileprivate(set) var lines: [Line] = []
        /// The first of its lines that was refused by itself: what is left is no whole statement.
        fileprivate(set) var refusedLine: Int?

        /// In the order in which they are numbered.
        var inOrder: [Line] { lines.sorted { $0.record.line < $1.record.line } }
    }

    /// Have the files been read?
    var isLoaded = false
    private var statements: [StatementName: Statement] = [:]

    var names: [StatementName] { statements.keys.sorted { $0.text < $1.text } }

    func of(_ name: StatementName) -> Statement { statements[name] ?? Statement() }

    mutating func add(_ line: Line, to name: StatementName) {
        statements[name, default: Statement()].lines.append(line)
    }

    mutating func refuse(line: Int, of name: StatementName) {
        if statements[name]?.refusedLine == nil { statements[name, default: Statement()].refusedLine = line }
    }

    /// Takes one line out: it was refused.
    mutating func drop(_ line: Line, of name: StatementName) {
        statements[name]?.lines.removeAll { $0.file == line.file && $0.row.line == line.row.line }
        refuse(line: line.row.line, of: name)
    }

    @discardableResult
    mutating func take(_ name: StatementName) -> Statement { statements.removeValue(forKey: name) ?? Statement() }
}

/// What a line of a file names its statement by.
struct StatementName: Hashable {
    let plan: String
    let employee: String
    /// As `Period.name` prints it.
    let period: String

    var text: String { "\(plan) \(employee) \(period)" }

    init(plan: String, employee: String, period: Period, in calendar: CompanyCalendar) {
        self.plan = plan
        self.employee = employee
        self.period = period.name(in: calendar)
    }

    /// Nil when the row does not tell.
    init?(_ fields: Fields) {
        guard fields.row.count == fields.header.width, let plan = try? fields.needed(.plan),
            let employee = try? fields.needed(.employee_id), let text = try? fields.needed(.period),
            let period = Period(name: text, in: fields.calendar)
        else { return nil }
        self.init(plan: plan, employee: employee, period: period, in: fields.calendar)
    }
}
