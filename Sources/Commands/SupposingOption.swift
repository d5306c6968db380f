import Actions
import ArgumentParser
import Ledger
import SalesDomain
import SalesReports
import Texts
import Wiring

/// What is supposed: `--if lost:D-17 --if close:D-18:2026-12-20 --if amount:D-19:50000 --if reference:Sales/Offer`.
struct SupposingOption: ParsableArguments {
    @Option(
        name: .customLong("if"),
        help: ArgumentHelp(
            "Suppose, without storing it: lost:DEAL, won:DEAL, close:DEAL:DAY, amount:DEAL:SUM or reference:PIPELINE/STAGE; more than once for several (forecast, period, estimate, funnel, planfact)",
            valueName: "what"))
    var said: [String] = []

    /// Nil when nothing is supposed.
    func report(_ request: ReportRequest, _ question: Question, _ office: Office) throws -> WhatIfReport? {
        guard !said.isEmpty else { return nil }
        guard request.basis == .won else {
            throw Failure.unusable(question.texts("cli.if.basis", ["basis": .text(request.basis.rawValue)]))
        }
        let list = try office.store.read { ledger in
            try said.map { text in
                guard let one = try Supposition(text: text, ledger, question.texts) else {
                    let isReadable = Suppositions.Asked(text: text) != nil
                    throw Failure.unusable(
                        question.texts(isReadable ? "cli.if.deal" : "cli.if.bad", ["value": .text(text)]))
                }
                return one
            }
        }
        try requireNoContrary(list, question)
        let report = try question.reporter.whatIf(Suppositions(list), request, for: question.reporter.everything)
        for (one, text) in zip(list, said) {
            guard case .reference = one, !report.shown.contains(where: { $0.supposition == one }) else { continue }
            throw Failure.unusable(question.texts("cli.if.bad", ["value": .text(text)]))
        }
        return report
    }

    /// In the words in which it was said.
    private func requireNoContrary(_ list: [Supposition], _ question: Question) throws {
        let supposed = Suppositions(list)
        guard let first = list.firstIndex(where: { $0 == supposed.contradicted }),
            let second = list.lastIndex(where: { $0 == supposed.contrary })
        else { return }
        throw Failure.unusable(
            question.texts("cli.if.contrary", ["first": .text(said[first]), "second": .text(said[second])]))
    }
}

extension Supposition {
    /// A deal by the company's own id; the number of its page means nothing here. Of two sources' deals of one id none is
    /// meant.
    fileprivate init?(text: String, _ ledger: any Transaction, _ texts: Texts) throws {
        var problem: (any Error)?
        let found = Supposition(text: text) { name in
            do {
                let meant = try ledger.deals.meant(by: name)
                guard meant.count > 1 else { return meant.first }
                let names = try meant.compactMap { try ledger.deals.name($0)?.externalID }
                throw Failure.unusable(
                    texts(
                        "cli.id.several",
                        ["option": "--if", "value": .text(text), "names": .text(names.joined(separator: ", "))]))
            } catch {
                problem = error
                return nil
            }
        }
        if let problem { throw problem }
        guard let found else { return nil }
        self = found
    }
}
