import Actions
import SalesDomain

/// A large made-up company as files of the exchange format, written while they are read: the same for the same size and
/// last day. Four years, two hundred sellers in ten departments, four open stages; about five log entries for each deal; a
/// quarter of the deals are won and one in ten is open.
struct BenchCompany: Sendable {
    let deals: Int
    /// At least so many log entries for each deal; the rest are moved dates of expected closing.
    let entries: Int
    let until: Day

    static let sellers = 200
    static let departments = 10
    private static let stages = ["New", "Talk", "Offer", "Contract"]
    private static let days = 1_460
    private static let chunk = 2_000

    var sources: [ImportSource] {
        [
            .memory(name: "company.csv", bytes: Array(company.utf8)),
            .memory(name: "employees.csv", bytes: Array(people.utf8)),
            .memory(name: "pipelines.csv", bytes: Array(pipelines.utf8)),
            source(
                "deals.csv",
                "deal_id,pipeline,owner_id,product,amount,currency,created_at,expected_close,stage,status,closed_at\n"
            ) { $0.row(number: $1) },
            source("deal_log.csv", "deal_id,changed_at,field,old,new\n") { $0.log(number: $1) },
        ]
    }

    private var company: String {
        "key,value\nname,Bench\ntime_zone,Europe/Kyiv\nbase_currency,UAH\nfiscal_year_start,01-01\nlanguage,en\n"
    }

    private var people: String {
        var text = "employee_id,name,department,role,active\n"
        for number in 0..<BenchCompany.sellers {
            text += "s\(number),Seller \(number),Department \(number % BenchCompany.departments),seller,yes\n"
        }
        return text
    }

    private var pipelines: String {
        var text = "pipeline,kind,stage,position,probability,outcome\n"
        for (place, stage) in BenchCompany.stages.enumerated() {
            text += "Sales,sales,\(stage),\(place + 1),\([0.1, 0.3, 0.5, 0.8][place]),open\n"
        }
        return text + "Sales,sales,Won,5,1,won\nSales,sales,Lost,6,0,lost\n"
    }

    private func source(
        _ name: String, _ header: String, _ write: @escaping @Sendable (BenchDeal, Int) -> String
    ) -> ImportSource {
        ImportSource(name: name, bytes: nil) {
            var next = -1
            return {
                if next < 0 {
                    next = 0
                    return Array(header.utf8)
                }
                guard next < deals else { return nil }
                let end = min(deals, next + BenchCompany.chunk)
                defer { next = end }
                return (next..<end).reduce(into: [UInt8]()) { bytes, number in
                    bytes.append(contentsOf: write(deal(number), number).utf8)
                }
            }
        }
    }

    private func deal(_ number: Int) -> BenchDeal {
        // Evenly over the four years, so that numbers follow the days.
        let age = BenchCompany.days - number * (BenchCompany.days - 1) / max(1, deals - 1)
        let created = until + -age
        return BenchDeal(number: number, created: created, until: until, entries: entries, stages: BenchCompany.stages)
    }
}
