package import SalesDomain

extension Facts {
    /// The last word on a deal's forecast category that was known at an instant; nil: none, or it was taken back.
    package func category(of deal: Deal.ID, asOf: Instant) -> Word.ID? {
        guard let chunk = chunks.last(where: { $0.id.first ?? .max <= deal.number }),
            let row = chunk.row(of: deal.number)
        else { return nil }
        let rest = chunk.rest
        var word = Track.none
        for entry in Int(rest.start[row])..<Int(rest.start[row + 1])
        where rest.known[entry] < asOf.microseconds && rest.field[entry] == UInt8(Deal.Field.category.rawValue) {
            word = rest.value[entry]
        }
        return word == Track.none ? nil : Word.ID(word)
    }
}
