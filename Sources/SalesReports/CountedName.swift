internal import SalesDomain

extension Counted {
    /// As it is asked for: `deals`, `won`, `calls`, `calls_inbound`, …, or the series' own name.
    package var name: String {
        switch self {
        case .created: "deals"
        case .won: "won"
        case .activity(let kind, let direction): kind.rawValue + "s" + (direction.map { "_" + $0.rawValue } ?? "")
        case .points(let name): name
        }
    }

    /// Every kind that is counted from records.
    package static var kinds: [Counted] {
        [.created, .won]
            + Activity.Kind.allCases.flatMap { kind in
                [.activity(kind, nil)] + Activity.Direction.allCases.map { .activity(kind, $0) }
            }
    }
}
