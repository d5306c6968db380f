internal import CLibPQ
internal import Ledger

extension LedgerError {
    /// What the server says by the five letters of its standard, in our words.
    init(state: String, cause: String) {
        self =
            switch state {
            case "23505": .broken(.unique, cause: cause)
            case "23503": .broken(.reference, cause: cause)
            case "23514": .broken(.check, cause: cause)
            case "23502": .broken(.missing, cause: cause)
            case "P0001": .broken(.kept, cause: cause)
            case "22P02", "22003", "22P03", "42804", "22021": .broken(.type, cause: cause)
            case "40001", "40P01", "55P03", "57014": .busy(cause: cause)
            case "53100": .unwritable(.full, cause: cause)
            case "25006": .unwritable(.readOnly, cause: cause)
            case "42501": .unwritable(.denied, cause: cause)
            case "58030": .unwritable(.failing, cause: cause)
            case "XX001", "XX002": .damaged(cause: cause)
            case "28P01", "28000": .unreachable(.signIn, cause: cause)
            case "3D000": .unreachable(.database, cause: cause)
            case "53300": .unreachable(.crowded, cause: cause)
            case "57P03": .unreachable(.starting, cause: cause)
            case "57P01", "57P02", "57P05": .unreachable(.lost, cause: cause)
            default: state.hasPrefix("08") ? .unreachable(.lost, cause: cause) : .misused(cause: cause)
            }
    }

    /// - Parameter result: a failed one of libpq.
    init(_ result: OpaquePointer, isLost: Bool) {
        let cause = String(cString: PQresultErrorMessage(result)).trimmed
        let state = PQresultErrorField(result, LedgerError.stateField).map { String(cString: $0) }
        self = state.map { LedgerError(state: $0, cause: cause) } ?? .unreachable(.lost, cause: cause)
        if isLost, case .misused = self { self = .unreachable(.lost, cause: cause) }
    }

    /// Of a connection that did not come about: the library has a message only, in whatever language, with the state in it.
    init(connecting message: String) {
        let known = ["28P01", "28000", "3D000", "53300", "57P03"]
        self =
            known.first { message.contains(" \($0): ") }.map {
                LedgerError(state: $0, cause: message.replacing(" \($0): ", with: ""))
            }
            ?? .unreachable(message.contains("no password supplied") ? .signIn : .server, cause: message)
    }

    /// `PG_DIAG_SQLSTATE`.
    private static let stateField = Int32(UInt8(ascii: "C"))
}

extension String {
    /// Without the line that says where in the server's own code it was thought of.
    var withoutSource: String {
        split(whereSeparator: \.isNewline).filter { !$0.contains(#/\.c:\d+$/#) }.joined(separator: "\n")
    }

    /// What else the library supposes of a lost connection stands in the lines after it.
    var firstLine: String { split(whereSeparator: \.isNewline).first.map { String($0) } ?? "" }

    /// In one line.
    var trimmed: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
