internal import Foundation
internal import Hummingbird
internal import Logging
internal import ReportDocuments
internal import SalesDomain
internal import Texts
internal import WebPages
internal import WebRoutes

extension Desk {
    /// Words for a person or for a program; the cause goes to the log and nowhere else.
    func refuse(_ error: any Error, _ guest: Guest) -> Answer {
        let refusal = Refusal(error)
        if refusal == .broken || refusal == .busy {
            office.logger.error("\(guest.visit.route.path) could not be answered: \(error)")
        }
        return body(refusal, guest).explained(by: refusal)
    }

    private func body(_ refusal: Refusal, _ guest: Guest) -> Answer {
        let route = guest.visit.route
        if route.isForPrograms { return document(refusal, guest.language, Query(of: route)) }
        if case .health = route { return .text(refusal.code + "\n", status: refusal.status) }
        let page = ProblemPage(
            refusal.problem, saying: refusal.words, naming: refusal.named, frame: frame(guest, refused: refusal))
        return .html(page.html(), status: refusal.status)
    }

    /// Whoever is signed in keeps the menu, but where the answer itself could not be had. Nobody waits a second time for a
    /// database that has just been waited for.
    private func frame(_ guest: Guest, refused refusal: Refusal) -> Frame {
        switch refusal {
        case .broken, .busy, .unreachable, .crowded: break
        default: if let member = try? admit(guest) { return frame(member) }
        }
        return frame(guest, reading: refusal != .crowded && refusal.problem != .unreachable)
    }

    /// For what could not even be read: no route, a wrong verb, a body too large.
    func answer(unread error: any Error, _ unread: Unread) -> Answer {
        let refusal = Refusal(error)
        if refusal == .broken { office.logger.error("\(unread.path) could not be read: \(error)") }
        let wished = Company.Language.wished(unread.language)
        if unread.path.hasPrefix(Place.apiForecast.path().prefix(5)) {
            return document(refusal, wished ?? .uk, Query(text: unread.query)).explained(by: refusal)
        }
        let visit = Visit.blank(.home(), unread, at: office.clock.now())
        let guest = (refusal == .crowded ? nil : try? recognise(visit)) ?? Guest(visit)
        var frame = frame(guest, refused: refusal)
        frame.isNowhere = true
        let page = ProblemPage(refusal.problem, saying: refusal.words, naming: refusal.named, frame: frame).html()
        return Answer.html(page, status: refusal.status).explained(by: refusal).setting(guest.newCookies)
    }

    /// - Parameter query: as it was asked, so that the words can name the value that was wrong.
    private func document(_ refusal: Refusal, _ language: Company.Language, _ query: Query) -> Answer {
        var error: [(String, JSONValue)] = [
            ("code", .string(refusal.code)), ("message", .string(words(of: refusal, Texts(language), query))),
        ]
        switch refusal {
        case .badRequest(let parameter):
            error.append(("parameter", .string(parameter)))
            error.append(("value", .string(query.last(parameter) ?? "")))
        case .several(let parameter, _, let value, let names):
            error.append(("parameter", .string(parameter)))
            error.append(("value", .string(value)))
            error.append(("names", .array(names.map { .string($0) })))
        case .notRecorded(let basis), .notOnBasis(let basis):
            error.append(("parameter", .string("basis")))
            error.append(("value", .string(basis.rawValue)))
        case .unknownParameter(let parameter, let known):
            error.append(("parameter", .string(parameter)))
            error.append(("known", .array(known.map { .string($0) })))
        case .contrary(_, let second):
            error.append(("parameter", .string("if")))
            error.append(("value", .string(second)))
        case .tooLong(let most): error.append(("most", .int(most)))
        default: break
        }
        return .json(JSONValue.object([("error", .object(error))]).text, status: refusal.status)
    }

    private func words(of refusal: Refusal, _ texts: Texts, _ query: Query) -> String {
        switch refusal {
        case .badRequest(let parameter):
            return texts(
                "problem.parameter",
                ["parameter": .text(parameter), "value": .text(query.last(parameter) ?? texts("none"))])
        case .unknownParameter(let parameter, let known):
            return texts(
                "problem.parameter.unknown",
                ["parameter": .text(parameter), "known": .text(known.joined(separator: ", "))])
        default: return texts(refusal.words ?? "problem.\(refusal.problem.rawValue).title", refusal.named)
        }
    }
}

extension Answer {
    fileprivate func explained(by refusal: Refusal) -> Answer {
        var answer = self
        switch refusal {
        case .wrongVerb(let allowed): answer.fields.append((.allow, allowed))
        case .tooMany(let seconds): answer.fields.append((.retryAfter, String(seconds)))
        case .busy, .crowded, .unreachable: answer.fields.append((.retryAfter, "5"))
        case .signInFirst: answer.fields.append((.wwwAuthenticate, "Bearer realm=\"liyka\""))
        case .wrongToken:
            answer.fields.append((.wwwAuthenticate, "Bearer realm=\"liyka\", error=\"invalid_token\""))
        default: break
        }
        return answer
    }
}
