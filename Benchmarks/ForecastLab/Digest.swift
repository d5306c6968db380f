import Forecasting
import Foundation

/// Every figure of many answers, digit by digit: two states of the code compute the same when their digests are equal.
enum Digest {
    static func run(_ data: String) {
        for name in ["practice", "bpic2012", "maven"] {
            guard let company = CompanyFiles(data + "/" + name) else { continue }
            let end = company.history.today
            for back in [40, 85, 210] as [Int32] {
                let day = end - back
                let (history, nodes) = company.at(day)
                for question in [LabQuestion.month(day), LabQuestion.quarter(Civil.quarter(day).start)] {
                    let answer = Forecaster().answer(history, nodes: nodes, question: question, deals: true)
                    print(name, Civil.date(day), question.period.end - question.period.start)
                    show(answer)
                }
            }
        }
        let made = SimulatedCompany(.seasonal, winsPerMonth: 120, seed: 3)
        for back in [0, 11, 77] as [Int32] {
            let day = made.history.today - back
            let nodes = made.nodes.keeping(made.history.dealsKept(startOf: day))
            print("made", back)
            show(
                Forecaster().answer(
                    made.history.asOf(startOf: day), nodes: nodes, question: LabQuestion.month(day - 1), deals: true))
        }
    }

    private static func show(_ answer: Answer) {
        for estimate in answer.amount + answer.count {
            print(
                estimate.wonToDate, estimate.template ?? -1, estimate.statistical, estimate.fromOpen, estimate.fromNew,
                estimate.distribution.quantile(0.1), estimate.distribution.quantile(0.9), estimate.naiveLast ?? -1,
                estimate.naiveMean3 ?? -1)
        }
        print(answer.method.pipelineWeight)
        for deal in answer.deals {
            print(
                deal.deal, deal.winInPeriod, deal.winEver, deal.value, deal.expectedClose ?? -1, deal.closeP10 ?? -1,
                deal.closeP90 ?? -1, deal.reasons.map(\.logMultiplier))
        }
    }
}
