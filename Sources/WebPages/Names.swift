package import SalesDomain

/// The words of records: reports hold ids only. What is not here is shown as a dash.
package struct Names: Sendable {
    package let organisation: Organisation
    package let pipelines: [Pipeline]
    package let products: [Product.ID: String]
    /// Those that the page needs; the same holds for deals.
    package let accounts: [Account.ID: String]
    package let deals: [Deal.ID: String]

    package init(
        organisation: Organisation, pipelines: [Pipeline] = [], products: [Product.ID: String] = [:],
        accounts: [Account.ID: String] = [:], deals: [Deal.ID: String] = [:]
    ) {
        self.organisation = organisation
        self.pipelines = pipelines
        self.products = products
        self.accounts = accounts
        self.deals = deals
    }

    func pipeline(_ id: Pipeline.ID) -> Pipeline? { pipelines.first { $0.id == id } }
    func stage(_ id: Stage.ID) -> Stage? {
        for pipeline in pipelines { if let stage = pipeline.stages.first(where: { $0.id == id }) { return stage } }
        return nil
    }
}
