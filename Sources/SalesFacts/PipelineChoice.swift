package import SalesDomain

/// Which pipelines are read together.
package enum PipelineChoice: Hashable, Sendable {
    /// All of kind sales, or all pipelines when there is none.
    case sales
    case one(Pipeline.ID)
    case all

    package func pipelines(in frame: CompanyFrame) -> [Pipeline] {
        switch self {
        case .all: return frame.pipelines
        case .one(let id): return frame.pipelines.filter { $0.id == id }
        case .sales:
            let sales = frame.pipelines.filter { $0.kind == .sales }
            return sales.isEmpty ? frame.pipelines : sales
        }
    }
}
