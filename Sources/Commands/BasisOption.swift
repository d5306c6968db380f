import ArgumentParser
import SalesDomain
import SalesReports

/// `--basis`: what of a sale counts.
struct BasisOption: ParsableArguments {
    @Option(help: "won, paid, shipped or margin (default: the company's own)")
    var basis: BasisWord?
}

enum BasisWord: String, ExpressibleByArgument, CaseIterable {
    case won, paid, shipped, margin

    var basis: Company.Basis {
        switch self {
        case .won: .won
        case .paid: .paid
        case .shipped: .shipped
        case .margin: .margin
        }
    }
}

extension Question {
    /// Ends with 1 when the books have nothing of what was asked for; the company's own basis gives way to the wins then.
    func basis(_ option: BasisOption, at instant: Instant) throws -> Company.Basis {
        let basis = reporter.basis(option.basis?.basis, asOf: instant)
        guard reporter.isRecorded(basis, asOf: instant) else {
            throw Failure.no(texts("cli.basis.nothing." + basis.rawValue))
        }
        return basis
    }
}
