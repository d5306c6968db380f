internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// Questions of the day: each one line, why it is asked, and its answers in place.
struct QuestionCards {
    let report: PeriodReport
    let frame: Frame
    /// Of the deals that may be answered for.
    let versions: [Deal.ID: Int]

    private var texts: Texts { frame.texts }
    private var today: Day { frame.zone.day(of: report.head.asOf) }

    var values: Values {
        ["questions": report.questions.map(card), "has_questions": !report.questions.isEmpty]
    }

    private func card(_ question: PeriodReport.Question) -> Values {
        let row = question.row
        let version = versions[row.deal]
        return [
            "ask": ask(question), "title": frame.names.title(of: row.deal), "href": frame.address(of: row.deal),
            "account": row.account.flatMap { frame.names.accounts[$0] } ?? "",
            "amount": report.head.currency == .deals
                ? "" : row.baseAmount.map { texts.amount($0, report.head.currency) } ?? texts("period.no_amount"),
            "why": why(question),
            "form": version.map { form(question, $0) } ?? false as Any,
        ]
    }

    /// What an answer changes.
    private func why(_ question: PeriodReport.Question) -> String {
        let moves = question.unknown == .amount ? abs(question.moves) : question.moves
        let money =
            question.unknown == .amount
            ? texts.amount(moves, report.head.currency) : texts.signedAmount(moves, report.head.currency)
        let words = texts("period.moves." + question.unknown.rawValue, ["amount": .text(money)])
        let band = report.whole.amount.p90 - report.whole.amount.p10
        guard question.unknown != .amount, question.narrows * 100 >= band, band > 0 else { return words }
        let narrows = texts.amount(question.narrows, report.head.currency)
        return words + texts("period.moves.narrows", ["amount": .text(narrows)])
    }

    private func ask(_ question: PeriodReport.Question) -> String {
        let row = question.row
        let stage = row.stage.flatMap(frame.names.stage)?.name ?? texts("report.no_stage")
        switch question.unknown {
        case .stage:
            let days = row.daysInStage ?? 0
            guard let usual = question.usual else {
                return texts("period.ask.stage", ["stage": .text(stage), "days": .count(days)])
            }
            return texts(
                "period.ask.stage_usual", ["stage": .text(stage), "days": .count(days), "usual": .count(usual.median)])
        case .amount:
            return row.amount.map { texts("period.ask.amount", ["amount": .text(texts.exact($0))]) }
                ?? texts("period.ask.no_amount")
        case .close:
            guard let day = row.expectedClose else { return texts("period.ask.no_close") }
            return texts(
                day < today ? "period.ask.close_past" : "period.ask.close",
                ["day": .text(texts.day(day, year: day.year != today.year))])
        }
    }

    private func form(_ question: PeriodReport.Question, _ version: Int) -> Values {
        let row = question.row
        let isConfirmable: Bool
        switch question.unknown {
        case .stage: isConfirmable = row.stage != nil
        case .amount: isConfirmable = row.amount != nil
        case .close: isConfirmable = row.expectedClose.map { $0 >= today } ?? false
        }
        let currency = row.amount?.currency ?? report.head.currency
        let field = "q\(row.deal.number)"
        return [
            "action": Route.answer(row.deal).target, "version": String(version), "back": frame.route.target,
            "csrf": frame.csrf, "field": field,
            "confirm": isConfirmable
                ? [
                    "label": texts("period.answer.\(question.unknown.rawValue)"),
                    "value": "confirm_" + question.unknown.rawValue,
                ]
                    as Values : false as Any,
            "amount": question.unknown == .amount
                ? [
                    "currency": currency.code, "typed": row.amount?.decimal ?? "",
                    "step": currency.decimals > 0 ? "0.01" : "1",
                ]
                    as Values : false as Any,
            "later": question.unknown == .close
                ? [
                    "label": texts("period.answer.other_day"), "least": today.description,
                    "typed": max(row.expectedClose ?? today, today).description,
                ] as Values : false as Any,
            "lost": question.unknown == .stage,
        ]
    }
}
