internal import SalesDomain
internal import Texts
internal import WebRoutes

extension Frame {
    /// The switch between bases; nil where the books have but one.
    func basisChip(_ page: Route? = nil) -> Values? {
        guard bases.count > 1 else { return nil }
        let page = page ?? route
        return [
            "label": texts("basis.switch"), "value": texts("basis." + basis.rawValue),
            "choices": bases.map { choice in
                [
                    "label": texts("basis." + choice.rawValue), "depth": "0", "current": choice == basis,
                    "href": page.asked(basis: choice).target,
                ] as Values
            }, "common": false,
        ]
    }
}
