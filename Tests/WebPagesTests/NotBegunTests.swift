import SalesDomain
import Testing
import Texts

@testable import SalesReports
@testable import WebPages

@Suite("A period that has not begun") struct NotBegunTests {
    private let december = Period.month(containing: Day(iso: "2026-12-01")!)
    private var head: ReportHead {
        ReportHead(asOf: Firm.now, period: december, scope: .company, currency: Firm.uah, basis: .won)
    }

    @Test("what is missed at a stage is not past, because all of the period lies ahead")
    func past() {
        func signal(begun: Bool) -> PlanFactReport.Signal {
            .init(
                stage: .init(4), scope: .company, from: Firm.november.start, to: Firm.november.end, entered: 60,
                movedOn: 18, conversion: 0.3, reference: 0.5, low: 0.2, high: 0.4, confidence: 0.97, money: 1,
                missed: 1_000_000, hasBegun: begun)
        }
        #expect(signal(begun: true).isPast && !signal(begun: false).isPast)
        #expect(signal(begun: false).leading == 1)
    }

    @Test("plan against fact has no column of who came, and no bar of now")
    func planFact() throws {
        let base = Firm.planFact
        let report = PlanFactReport(
            head: head, reference: base.reference, stages: base.stages, newBusiness: base.newBusiness,
            totals: base.totals, verdict: base.verdict, signals: [], comparisons: 0)
        let words = "Конверсія тих, що прийшли за період"
        let ahead = PlanFactPage(report, frame: Firm.frame(.report(.planfact))).html()
        #expect(!ahead.contains(words) && !ahead.contains("тепер, у 8 випадках з 10"))
        let picture = try #require(ahead.firstRange(of: "<figure class=\"chart\">").map { ahead[$0.upperBound...] })
        #expect(!picture.prefix(4_000).contains("f-open"))
        let now = PlanFactPage(base, frame: Firm.frame(.report(.planfact))).html()
        #expect(now.contains(words) && now.contains("тепер, у 8 випадках з 10"))
    }

    @Test("the fan has no today, and still begins at its start")
    func fan() {
        func fan(_ asOf: Day) -> Fan { Fan(curve: Firm.curve, asOf: asOf, isNow: true, texts: Texts(.uk)) }
        let (ahead, now) = (fan(Day(iso: "2026-10-20")!), fan(Day(iso: "2026-11-18")!))
        #expect(!FanPicture(fan: ahead, width: 620, height: 296).svg("wide", said: "").contains(ahead.todayWords))
        #expect(FanPicture(fan: now, width: 620, height: 296).svg("wide", said: "").contains(now.todayWords))
        #expect(FanChart(fan: ahead).json.contains("\"today\":null"))
        #expect(!FanChart(fan: ahead).json.contains("\"from\":null"))
    }

    @Test("what is won before it leaves its forecast without being called a loss")
    func wonBefore() throws {
        let base = Firm.changes
        func html(_ head: ReportHead) -> String {
            let report = ChangesReport(
                head: head, from: base.from, before: 1_000_000, after: 900_000,
                steps: [.init(kind: .won, amount: -100_000, count: 1, deals: [])], newBusiness: 0)
            let section = ChangesSection(report: report, frame: Firm.frame(.company()), named: 5, choices: [])
            return section.values["data_html"] as? String ?? ""
        }
        #expect(html(head).contains("Виграно раніше") && !html(head).contains("\"lost\""))
        #expect(html(base.head).contains("\"lost\"") && !html(base.head).contains("Виграно раніше"))
    }
}
