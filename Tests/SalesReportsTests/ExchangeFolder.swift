import DemoCompany
import Exchange
import Foundation
import SalesDomain
import SalesFacts

/// A folder in the exchange format, read straight into facts: for tests of reports, without a ledger between. It takes
/// good files only, and every log row as recorded when it happened unless the file says otherwise.
struct ExchangeFolder {
    let books: Books
    var facts: Facts { books.facts() }
    /// External ids of deals, by number.
    let dealIDs: [String]

    static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "../shared/data").standardizedFileURL

    static func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: data.appending(path: "\(name)/deals.csv").path)
    }

    init(_ name: String) throws {
        let folder = Self.data.appending(path: name)
        try self.init(Records(name: name) { try? Data(contentsOf: folder.appending(path: $0)) })
    }

    /// A made-up company, straight from memory.
    init(_ company: DemoCompany) throws {
        let files = Dictionary(uniqueKeysWithValues: company.files().map { ($0.name, $0.content) })
        try self.init(Records(name: "demo") { name in files[name].map { Data($0) } })
    }

    private init(_ records: Records) throws {
        let calendar = try records.calendar()
        var frame = FrameReader(calendar: calendar)
        try frame.read(records)
        let deals = try records.read(DealRecord.self, calendar)
        let log = try records.read(LogRecord.self, calendar)
        let splits = Dictionary(grouping: try records.read(SplitRecord.self, calendar), by: \.deal)
        let rows = Dictionary(grouping: log, by: \.deal)
        var entries = [Books.Entry]()
        for (index, deal) in deals.enumerated() {
            let id = Deal.ID(Int64(index + 1))
            entries.append(frame.entry(deal, id, rows[deal.id] ?? [], splits[deal.id] ?? []))
        }
        var books = Books(frame: frame.frame(records.company(calendar)), entries: entries)
        let known = Dictionary(uniqueKeysWithValues: deals.enumerated().map { ($1.id, $0) })
        for (index, payment) in try records.read(PaymentRecord.self, calendar).enumerated() {
            guard let deal = payment.deal.flatMap({ known[$0] }) else { continue }
            let currency = payment.currency ?? deals[deal].currency ?? Currency(code: "UAH")!
            books.payments.append(
                PaymentFact(
                    id: Int64(index + 1), deal: Deal.ID(Int64(deal + 1)), day: payment.date,
                    recorded: payment.recordedAt ?? calendar.zone.start(of: payment.date), kind: payment.kind,
                    amount: try Money(decimal: payment.amount.text, currency: currency).minorUnits, currency: currency))
        }
        for (index, deal) in deals.enumerated() {
            guard let cost = deal.cost else { continue }
            let currency = deal.currency ?? Currency(code: "UAH")!
            books.costs.append(
                CostFact(
                    deal: Deal.ID(Int64(index + 1)), recorded: entries[index].deal.recorded,
                    cost: try Money(decimal: cost.text, currency: currency).minorUnits))
        }
        self.books = books
        dealIDs = deals.map(\.id)
    }
}

struct Records {
    let name: String
    let content: (String) -> Data?

    func read<Record: ExchangeRecord>(_: Record.Type, _ calendar: CompanyCalendar) throws -> [Record] {
        guard let bytes = content(Record.file.fileName) else { return [] }
        var reader = RecordReader<Record>(name: Record.file.fileName, calendar: calendar)
        reader.feed(Array(bytes))
        var records = try taken(from: &reader)
        reader.finish()
        records += try taken(from: &reader)
        return records
    }

    private func taken<Record>(from reader: inout RecordReader<Record>) throws -> [Record] {
        var records = [Record]()
        while let answer = try reader.next() {
            switch answer {
            case .record(let record, _): records.append(record)
            case .refused(let refusal, _): throw refusal
            }
        }
        return records
    }

    func calendar() throws -> CompanyCalendar {
        var zone = Zone.utc
        var start = CompanyCalendar.FiscalStart.january
        for record in try read(CompanyRecord.self, CompanyCalendar(zone: .utc)) {
            if case .timeZone(let said) = record { zone = said }
            if case .fiscalYearStart(let said) = record { start = said }
        }
        let days = try read(CalendarRecord.self, CompanyCalendar(zone: zone))
        return CompanyCalendar(
            zone: zone, fiscalStart: start,
            exceptions: Dictionary(days.map { ($0.date, $0.working) }, uniquingKeysWith: { $1 }))
    }

    func company(_ calendar: CompanyCalendar) -> Company {
        var currency = Currency(code: "UAH")!
        for record in (try? read(CompanyRecord.self, calendar)) ?? [] {
            if case .baseCurrency(let said) = record { currency = said }
        }
        return Company(
            name: name, baseCurrency: currency, language: .en, basis: .won, amounts: .net,
            calendar: calendar)
    }
}
