import Foundation
import Testing

@testable import Forecasting

/// Every day counts alike.
private let calendar: History.Calendar = {
    let days = 0..<3_000
    return .init(
        firstDay: 0, weekday: days.map { UInt8($0 % 7) }, working: days.map { _ in true },
        monthOfQuarter: days.map { _ in 0 }, monthOfYear: days.map { _ in 0 })
}()
private let clock = LagClock(calendar, rest: 1)

private func span(_ events: [(day: Int32, share: Double)], until: Int32 = 1_004, from: Int32 = 1_000) -> LagFit.Span {
    LagFit.Span(origin: 1_000, from: from, until: until, group: -1, account: -1, events: events)
}

private func fit(_ spans: [LagFit.Span]) -> LagFit {
    LagFit(
        spans, clock, groups: 0, today: 1_004, usual: [Double](repeating: 0.01, count: LagFit.bins), weight: 1e-12)
}

@Suite("The lag from won to paid") struct LagTests {
    /// Of eight deals four are paid on their day; of the four left one on the next; three are seen for three days.
    let lag = fit(
        [0, 0, 0, 0].map { span([(1_000 + $0, 1)]) } + [span([(1_001, 1)])] + (0..<3).map { _ in span([]) })

    @Test("half on the day itself, then a tenth of what is left each day: 1 in (4 + 3 + 3)")
    func hand() {
        #expect(abs(lag.share(since: 2_000, seenOn: 2_000, within: Window(start: 2_000, end: 2_001)) - 0.5) < 1e-6)
        // Half is left, 0.9 of it after day 1, and of that 1 − 0.9² comes on days 2 and 3.
        let two = lag.share(since: 2_000, seenOn: 2_000, within: Window(start: 2_002, end: 2_004))
        #expect(abs(two - 0.5 * 0.9 * 0.19) < 1e-6)
    }

    @Test("given that nothing has come by then, only what is left counts")
    func conditional() {
        let left = lag.share(since: 2_000, seenOn: 2_002, within: Window(start: 2_000, end: 2_004))
        #expect(abs(left - 0.19) < 1e-6)
        #expect(lag.share(since: 2_000, seenOn: 2_400, within: Window(start: 2_400, end: 2_800)) == 0)
    }

    @Test("an instalment counts as its share, and the rest waits on")
    func instalments() {
        // One deal: 0.4 on day 0, nothing on days 1 to 3: exposures 1, then 0.6 a day.
        let lag = fit([span([(1_000, 0.4)])])
        let first = lag.share(since: 2_000, seenOn: 2_000, within: Window(start: 2_000, end: 2_001))
        #expect(abs(first - 0.4) < 1e-6)
    }

    @Test("who is watched from later on had no earlier chance")
    func late() {
        let lag = fit([span([(1_002, 1)], from: 1_002), span([])])
        // Days 1 to 3: exposure 1 (its day) + 3, one event.
        let share = lag.share(since: 2_000, seenOn: 2_001, within: Window(start: 2_001, end: 2_002))
        #expect(abs(share - 0.25) < 1e-6)
    }

    @Test("an account that pays twice as late as its products make usual is slower, within bounds")
    func accounts() {
        let quick = (0..<40).map { _ in span([(1_001, 1)], until: 1_100) }
        let slow = (0..<40).map { _ in
            LagFit.Span(
                origin: 1_000, from: 1_000, until: 1_100, group: -1, account: 7, events: [(day: 1_030, share: 1)])
        }
        let lag = LagFit(
            quick + slow, clock, groups: 0, today: 1_100, usual: [Double](repeating: 0.01, count: LagFit.bins),
            weight: 1)
        let pace = lag.pace[7] ?? 1
        #expect(pace < 1 && pace >= 1.0 / 3)
        let window = Window(start: 2_000, end: 2_020)
        #expect(
            lag.share(account: 7, since: 2_000, seenOn: 2_000, within: window)
                < lag.share(since: 2_000, seenOn: 2_000, within: window))
    }

    @Test("a day off counts as much as payments came on days off")
    func clockLearns() {
        let week = History.Calendar(
            firstDay: 0, weekday: (0..<700).map { UInt8($0 % 7) }, working: (0..<700).map { $0 % 7 < 5 },
            monthOfQuarter: (0..<700).map { _ in 0 }, monthOfYear: (0..<700).map { _ in 0 })
        let days = (Int32(0)..<700).filter { $0 % 7 < 5 }
        let learned = LagClock(week, days: days, from: 0, to: 700)
        #expect(learned.days(0, 5) == 5)
        #expect(learned.days(5, 7) < 0.01)
    }
}

@Suite("Promised payments") struct ScheduleTests {
    let schedule = Schedule([
        .init(day: 10, known: 0, share: 0.5), .init(day: 40, known: 0, share: 0.5),
    ])

    @Test("payments settle the oldest promise first")
    func oldestFirst() {
        #expect(schedule.unsettled(paid: 0.6).map(\.day) == [40])
        #expect(abs(schedule.unsettled(paid: 0.6)[0].share - 0.4) < 1e-12)
        #expect(schedule.unsettled(paid: 1.2).isEmpty)
    }

    @Test("each promise knows when which share of it came")
    func settlements() {
        let settled = schedule.settlements([(day: 12, share: 0.6), (day: 50, share: 0.4)])
        #expect(settled[0].map(\.day) == [12] && abs(settled[0][0].share - 1) < 1e-12)
        #expect(settled[1].map(\.day) == [12, 50])
        #expect(abs(settled[1][0].share - 0.2) < 1e-12 && abs(settled[1][1].share - 0.8) < 1e-12)
    }
}

@Suite("What is paid of a firm's deals") struct BasisForecastTests {
    static let firm = Firm.working(600, seed: 4)

    /// Half of each won deal's amount ten days after the win, the rest after forty; every third has promised days.
    static func receipts(_ firm: Firm, scale: Double = 1) -> Receipts {
        var rows: [[(day: Int32, kind: Receipts.Kind, share: Double, known: Int32)]] = []
        for (number, deal) in firm.deals.enumerated() {
            guard let won = deal.steps.last, won.state == History.Stages.won else {
                rows.append([])
                continue
            }
            var own: [(day: Int32, kind: Receipts.Kind, share: Double, known: Int32)] = []
            for (share, lag) in [(0.5, Int32(10)), (0.5, 40)] {
                if number % 3 == 0 { own.append((won.day + lag, .promised, share, won.day)) }
                let day = won.day + lag + Int32(number % 5)
                if day <= firm.today { own.append((day, .came, share, day)) }
            }
            if number % 20 == 0, let last = own.last(where: { $0.kind == .came }), last.day + 5 < firm.today {
                own.append((last.day + 5, .back, 0.2, last.day + 5))
            }
            rows.append(own.sorted { $0.day < $1.day })
        }
        let all = rows.flatMap { $0 }
        let values = zip(firm.deals, rows).flatMap { deal, own in own.map { _ in deal.amounts[0].value } }
        return Receipts(
            start: rows.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }, day: all.map(\.day),
            known: all.map(\.known), kind: all.map(\.kind), money: zip(all, values).map { $0.share * $1 },
            share: all.map(\.share), account: firm.deals.map { _ in -1 })
    }

    static func answer(_ firm: Firm) -> BasisAnswer {
        let (history, nodes, question) = (firm.history, firm.nodes, firm.question)
        let learned = Forecaster().learn(history, nodes: nodes, question: question, flow: true)
        let won = Forecaster().answer(learned, history, nodes: nodes)
        let receipts = receipts(firm)
        return Forecaster().basis(
            learned, history, nodes: nodes, receipts: receipts, won: won,
            toDate: receipts.totals(question.period, Allocation(nodes)))
    }

    @Test("parts add up to the whole, mean is what came plus what is to come, quantiles do not cross")
    func addsUp() {
        let answer = Self.answer(Self.firm)
        for estimate in answer.estimates {
            let mean = estimate.wonToDate + estimate.fromOpen + estimate.fromNew
            #expect(abs(estimate.distribution.mean - mean) < 1e-6 * max(1, abs(mean)))
            let ends = [0.1, 0.5, 0.9].map(estimate.distribution.quantile)
            #expect(ends[0] <= ends[1] && ends[1] <= ends[2])
        }
        let parent = Self.firm.nodes.parent
        for node in 0...2 {
            let children = parent.indices.filter { parent[$0] == Int32(node) }
            for of in [\Estimate.fromOpen, \.fromNew, \.wonToDate, \.statistical] {
                let sum = children.reduce(0) { $0 + answer.estimates[$1][keyPath: of] }
                let whole = answer.estimates[node][keyPath: of]
                #expect(abs(sum - whole) < 1e-6 * max(1, abs(whole)))
            }
        }
        for (source, estimate) in zip(answer.sources, answer.estimates) {
            let rest =
                source.scheduled + source.unscheduled + source.open + source.new + source.back + source.correction
            #expect(abs(rest - estimate.fromOpen - estimate.fromNew) < 1e-6 * max(1, abs(rest)))
        }
        #expect(answer.sources[0].scheduled > 0 && answer.sources[0].unscheduled > 0 && answer.sources[0].open > 0)
        #expect(answer.sources[0].back < 0)
    }

    @Test("what was promised comes by its date, the rest by the lag")
    func scheduledFirst() {
        let history = Self.firm.history
        let receipts = Self.receipts(Self.firm)
        let book = ReceiptBook(history, receipts)
        let window = Self.firm.question.period
        let own = Receivables(book, at: nil, window, Allocation(Self.firm.nodes))
        var (scheduled, unscheduled) = (0.0, 0.0)
        for deal in book.won.map(Int.init) {
            let rows = receipts.rows(of: deal)
            let paid = rows.filter { receipts.kind[$0] == .came }.reduce(0) { $0 + receipts.share[$1] }
            let promised = rows.filter { receipts.kind[$0] == .promised }
            // Two promises of a half each: what is paid settles the first one first.
            let open = promised.enumerated().map { place, row in
                (row, max(0, 0.5 - max(0, paid - 0.5 * Double(place))))
            }
            for (row, share) in open where share > 1e-9 {
                scheduled +=
                    share * book.value[deal]
                    * book.late.share(
                        since: receipts.day[row] - ReceiptBook.early, seenOn: history.today, within: window)
            }
            if promised.isEmpty {
                unscheduled +=
                    (1 - paid) * book.value[deal]
                    * book.lag.share(
                        group: history.product[deal], since: book.wonDay[deal], seenOn: history.today, within: window)
            }
        }
        #expect(abs(own.scheduled[0] - scheduled) < 1e-6 * scheduled)
        #expect(abs(own.unscheduled[0] - unscheduled) < 1e-6 * unscheduled)
    }

    @Test("a refund is a minus in the sum of its days")
    func refund() {
        let receipts = Receipts(
            start: [0, 3], day: [5, 8, 20], known: [5, 8, 20], kind: [.came, .back, .came],
            money: [1_000, 300, 500], share: [1, 0.3, 0.5], account: [-1])
        let allocation = Allocation(Nodes(parent: [-1, 0], nodeOfDeal: [1], open: [true, true]))
        #expect(receipts.totals(Window(start: 1, end: 10), allocation) == [700, 700])
    }

    @Test("an earlier moment of the same books is seen as it was known then")
    func past() {
        let book = ReceiptBook(Self.firm.history, Self.receipts(Self.firm))
        let deal = book.won.map(Int.init).first { book.receipts.rows(of: $0).count >= 2 }!
        let first = book.receipts.rows(of: deal).first { book.receipts.kind[$0] == .came }!
        #expect(book.schedule(of: deal, at: book.receipts.day[first]).paid == 0)
        #expect(book.schedule(of: deal, at: book.receipts.day[first] + 1).paid == 0.5)
    }

    @Test("nothing is NaN with no payment, one payment, or everything paid at once", arguments: [0, 1, 40])
    func little(count: Int) {
        var firm = Firm.working(max(5, count), seed: 9)
        firm.today = Firm.start + 300
        var receipts = Self.receipts(firm)
        if count == 0 { receipts.kind = receipts.kind.map { _ in .promised } }
        let (history, nodes, question) = (firm.history, firm.nodes, firm.question)
        let learned = Forecaster().learn(history, nodes: nodes, question: question, flow: true)
        let won = Forecaster().answer(learned, history, nodes: nodes)
        let answer = Forecaster().basis(
            learned, history, nodes: nodes, receipts: receipts, won: won,
            toDate: receipts.totals(question.period, Allocation(nodes)))
        for estimate in answer.estimates {
            for figure in [
                estimate.fromOpen, estimate.fromNew, estimate.statistical, estimate.distribution.quantile(0.9),
                estimate.template ?? 0, estimate.noise,
            ] { #expect(figure.isFinite) }
        }
    }
}
