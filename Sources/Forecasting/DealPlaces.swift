/// Where deals stand among the levels for which chances are computed, by the multipliers of their groups: looked up by kind
/// where deals have kinds, so that all moments which are fitted by the same multipliers share the work; else reckoned deal
/// by deal.
struct DealPlaces: Sendable {
    private let groups: GroupTable
    private let codes: DealCodes
    /// Empty where deals have no kinds.
    private let ofKind: [LevelGrid.Place]

    init(_ groups: GroupTable, _ codes: DealCodes) {
        self.groups = groups
        self.codes = codes
        let examples = codes.kinds?.example ?? []
        ofKind = groups.reading(codes) { each in examples.map { each.place(of: Int($0)) } }
    }

    /// For millions of deals: nothing is checked, nothing is counted.
    func reading<Answer>(_ body: (View) -> Answer) -> Answer {
        groups.reading(codes) { each in
            (codes.kinds?.kind ?? []).withUnsafeBufferPointer { kind in
                ofKind.withUnsafeBufferPointer { body(View(each: each, kind: kind, ofKind: $0)) }
            }
        }
    }

    /// Valid only within `reading`.
    struct View {
        fileprivate let each: GroupTable.View
        fileprivate let kind: UnsafeBufferPointer<Int32>
        fileprivate let ofKind: UnsafeBufferPointer<LevelGrid.Place>

        @inline(__always) func place(of deal: Int) -> LevelGrid.Place {
            ofKind.isEmpty ? each.place(of: deal) : ofKind[Int(kind[deal])]
        }
    }
}
