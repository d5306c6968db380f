internal import Actions
internal import Hummingbird
internal import Ledger
internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebPages
internal import WebRoutes

/// Why a request is not answered with what it asks for.
enum Refusal: Error, Equatable {
    /// There is no such thing, or it is not for this viewer: the two are never told apart.
    case notFound
    /// The parameter whose value cannot be read.
    case badRequest(String)
    /// The parameter, its value that means several, and what may be said in its place.
    case several(String, Several, value: String, names: [String])
    /// The books have nothing of this basis.
    case notRecorded(Company.Basis)
    /// What is asked is not said on this basis.
    case notOnBasis(Company.Basis)
    /// A deal that is supposed lost and won, in the words of the address.
    case contrary(String, String)
    /// A parameter that the address does not have, and those that it has.
    case unknownParameter(String, known: [String])
    case wrongVerb(allowed: String)
    case tooLarge
    case notAForm
    /// The form's token is missing, too old or not ours.
    case staleForm
    case signInFirst
    /// The token that a program shows opens nothing: it is unknown, withdrawn or over, or its person is gone.
    case wrongToken
    /// It may be seen, but is not this person's to change.
    case notAllowed
    /// Somebody else has written since the page was made.
    case conflict
    /// Seconds to wait.
    case tooMany(Int)
    /// There is no past to measure a forecast on.
    case noPeriods
    /// So many periods are gone through at once, and no more.
    case tooLong(Int)
    case busy
    /// The server that holds the database, or the way to it.
    case unreachable(LedgerError.Reach)
    /// More people ask at once than can be answered.
    case crowded
    case broken
}

/// Why a value means several.
enum Several: Equatable {
    /// Records of several sources have this id.
    case sources
    /// Deals have this title.
    case titles
}

/// The one table from errors to statuses and words.
extension Refusal {
    init(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self = refusal
        case RouteProblem.unknownPath: self = .notFound
        case RouteProblem.badValue(let name): self = .badRequest(name)
        case RouteProblem.unknownName(let name, let known): self = .unknownParameter(name, known: known)
        case ReportRefusal.notFound: self = .notFound
        case ReportRefusal.notYet: self = .badRequest("as_of")
        case ReportRefusal.noPeriods: self = .noPeriods
        case ReportRefusal.tooLong(let most): self = .tooLong(most)
        case ReportRefusal.backwards: self = .badRequest("from")
        case ReportRefusal.notRecorded(let basis): self = .notRecorded(basis)
        case ReportRefusal.notOnBasis(let basis): self = .notOnBasis(basis)
        case LedgerError.busy: self = .busy
        case LedgerError.unreachable(let reach, _): self = .unreachable(reach)
        case DeedProblem.notFound: self = .notFound
        case DeedProblem.notAllowed: self = .notAllowed
        case DeedProblem.stale, LedgerError.stale: self = .conflict
        case DeedProblem.wrong(let name): self = .badRequest(name)
        default: self = .broken
        }
    }

    var status: HTTPResponse.Status {
        switch self {
        case .notFound: .notFound
        case .badRequest, .several, .unknownParameter, .notRecorded, .notOnBasis, .tooLong, .contrary: .badRequest
        case .wrongVerb: .methodNotAllowed
        case .tooLarge: .contentTooLarge
        case .notAForm: .unsupportedMediaType
        case .staleForm: .forbidden
        case .signInFirst, .wrongToken: .unauthorized
        case .notAllowed: .forbidden
        case .conflict: .conflict
        case .tooMany: .tooManyRequests
        case .noPeriods: .unprocessableContent
        case .busy, .crowded, .unreachable: .serviceUnavailable
        case .broken: .internalServerError
        }
    }

    /// The key of what is to be said and how to mend it, where one title for all is not enough.
    var words: String? {
        switch self {
        case .notRecorded(let basis): "problem.basis.nothing." + basis.rawValue
        case .notOnBasis: "problem.basis.not_here"
        case .tooLong: "problem.periods.too_many"
        case .contrary: "problem.contrary"
        case .several(_, .sources, _, _): "problem.several.sources"
        case .several(_, .titles, _, _): "problem.several.titles"
        case .unreachable(let reach): reach.words
        case .wrongToken: "problem.token"
        default: nil
        }
    }

    /// What these words name.
    var named: [String: Texts.Argument] {
        switch self {
        case .tooLong(let most): ["most": .count(most)]
        case .contrary(let first, let second): ["first": .text(first), "second": .text(second)]
        case .several(let parameter, _, let value, let names):
            [
                "parameter": .text(parameter), "value": .text(value),
                "names": .text(names.joined(separator: ", ")),
            ]
        default: [:]
        }
    }

    var problem: ProblemPage.Problem {
        switch self {
        case .notFound: .notFound
        case .badRequest, .several, .unknownParameter, .wrongVerb, .tooLarge, .notAForm, .noPeriods, .tooLong,
            .contrary:
            .badRequest
        case .notRecorded, .notOnBasis: .basis
        case .staleForm, .conflict: .staleForm
        case .signInFirst, .wrongToken, .notAllowed: .forbidden
        case .tooMany: .tooMany
        case .busy: .busy
        case .unreachable: .unreachable
        case .crowded: .crowded
        case .broken: .broken
        }
    }

    /// For programs: stays the same in every language.
    var code: String {
        switch self {
        case .notFound: "not_found"
        case .badRequest, .several: "bad_request"
        case .unknownParameter: "unknown_parameter"
        case .notRecorded: "not_recorded"
        case .notOnBasis: "not_on_basis"
        case .contrary: "contrary"
        case .wrongVerb: "wrong_method"
        case .tooLarge: "too_large"
        case .notAForm: "not_a_form"
        case .staleForm: "stale_form"
        case .signInFirst: "sign_in_first"
        case .wrongToken: "wrong_token"
        case .notAllowed: "not_allowed"
        case .conflict: "conflict"
        case .tooMany: "too_many"
        case .noPeriods: "no_periods"
        case .tooLong: "too_many_periods"
        case .busy: "busy"
        case .unreachable: "database_unreachable"
        case .crowded: "crowded"
        case .broken: "broken"
        }
    }
}

extension LedgerError.Reach {
    /// The key of what everybody may read of it: where the database is stands in the log.
    fileprivate var words: String {
        switch self {
        case .server, .lost: "problem.unreachable.lead"
        case .starting: "problem.unreachable.starting"
        case .crowded: "problem.unreachable.crowded"
        case .signIn, .database, .address: "problem.unreachable.refused"
        }
    }
}
