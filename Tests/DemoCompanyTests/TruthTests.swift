import SalesDomain
import Testing

@testable import DemoCompany

@Suite("The planted truth") struct TruthTests {
    @Test("a company of the usual size wins 120 to 160 deals a month")
    func wins() {
        let won = Cast.sales.filter {
            $0["status"] == "won" && $0["closed_at"]! >= "2025-11" && $0["closed_at"]! < "2026-11"
        }
        let aMonth = won.count * DemoCompany.usualDeals / Cast.company.deals / 12
        #expect((120...160).contains(aMonth), "\(aMonth)")
    }

    @Test("one seller is weak at one stage, and only there")
    func weakness() {
        let weak = Cast.truth.weakness
        for stage in Cast.truth.stages.indices {
            let of = passed(stage) { $0 == weak.seller }
            let others = passed(stage) { $0 != weak.seller }
            #expect((of < others - 0.12) == (stage == weak.stage), "\(stage): \(of) against \(others)")
        }
    }

    @Test("deals leave a stage soonest around its hump")
    func hump() {
        let offer = Cast.truth.stages[3]
        #expect(offer.intensity(afterDays: 8) > offer.intensity(afterDays: 2))
        #expect(offer.intensity(afterDays: 8) > offer.intensity(afterDays: 25))
        let stays = daysInStage(offer.name)
        func exits(_ days: ClosedRange<Int>) -> Double {
            Double(stays.count { days.contains($0) }) / Double(stays.count { $0 >= days.lowerBound })
                / Double(days.count)
        }
        #expect(exits(6...10) > 1.5 * exits(1...2))
        #expect(exits(6...10) > 1.2 * exits(26...40))
    }

    @Test("the shares of the ways out of a stage add up to one")
    func shares() {
        for stage in Cast.truth.stages {
            let sum = stage.shares.advance + stage.shares.skip + stage.shares.back + stage.shares.lose
            #expect(abs(sum - 1) < 1e-9, "\(stage.name)")
        }
    }

    @Test("templates promise more than what comes true")
    func rosy() {
        let won = Double(Cast.sales.count { $0["status"] == "won" })
        #expect(won / Double(Cast.sales.count) < Cast.truth.stages[0].template)
        #expect(passed(4) { _ in true } < Cast.truth.stages[4].template)
    }

    @Test("plans add up from people to company and from months to quarters, and are nearly met")
    func plans() {
        var plans: [String: Int] = [:]
        for row in Cast.table("quotas").rows where row["measure"] == "won" {
            plans[[row["period"]!, row["department"]!, row["employee_id"]!].joined(separator: "|")] = Int(row["value"]!)
        }
        func sum(_ keep: (Substring, Substring, Substring) -> Bool) -> Int {
            plans.reduce(0) { sum, plan in
                let key = plan.key.split(separator: "|", omittingEmptySubsequences: false)
                return sum + (keep(key[0], key[1], key[2]) ? plan.value : 0)
            }
        }
        #expect(sum { period, _, person in period == "2026-10" && !person.isEmpty } == plans["2026-10||"])
        let months = ["2026-07", "2026-08", "2026-09"]
        #expect(months.reduce(0) { $0 + plans["\($1)||"]! } == plans["2026-Q3||"])
        let whole = Double(
            sum { period, department, person in
                period.hasPrefix("2026-Q") && period < "2026-Q4" && department.isEmpty && person.isEmpty
            })
        #expect((0.8...1.1).contains(wonInHryvnias(from: "2026-01", to: "2026-10") / whole))
    }

    // MARK: Looking at the records

    private func passed(_ stage: Int, by who: (String) -> Bool) -> Double {
        let exits = Cast.table("deal_log").rows.filter {
            $0["field"] == "stage" && $0["old"] == Cast.truth.stages[stage].name && who($0["by"]!)
        }
        return Double(exits.count { $0["new"] != Cast.truth.lost }) / Double(exits.count)
    }

    private func daysInStage(_ stage: String) -> [Int] {
        var entered: [String: Day] = [:]
        var stays = [Int]()
        for entry in Cast.table("deal_log").rows where entry["field"] == "stage" {
            let day = Day(iso: entry["changed_at"]!.prefix(10))!
            if entry["old"] == stage, let start = entered[entry["deal_id"]!] { stays.append(day - start) }
            if entry["new"] == stage { entered[entry["deal_id"]!] = day }
        }
        return stays
    }

    private func wonInHryvnias(from: String, to: String) -> Double {
        let rates = ["UAH": 1.0, "USD": 42, "EUR": 46]
        return Cast.sales.filter { $0["status"] == "won" && $0["closed_at"]! >= from && $0["closed_at"]! < to }
            .reduce(0) { $0 + Double($1["amount"]!)! * rates[$1["currency"]!]! }
    }
}
