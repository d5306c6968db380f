package import SalesDomain

/// What the same report is asked with for one part of a scope.
package struct ReportPart: Sendable {
    package let subject: ForecastReport.Subject
    package let request: ReportRequest
}

extension Reporter {
    /// The parts of which a forecast with the same `by` tells: departments with everything below them, parents first;
    /// people, nobody's deals last; pipelines. None without a `by`. Each is answered as if it had been asked for alone, so of
    /// somebody who has moved all is said, also what lies outside of the scope. What a department itself has beside those
    /// below it has no name, and is left out. Throws like a forecast.
    package func parts(of request: ReportRequest, for seen: Seen) throws(ReportRefusal) -> [ReportPart] {
        guard request.by != nil else { return [] }
        let asked = ForecastRequest(
            asOf: request.asOf, period: request.period, scope: request.scope, by: request.by,
            pipelines: request.pipelines, basis: request.basis)
        return try forecast(asked, for: seen).parts.compactMap { node in
            if node.subject == .scope(.department(nil)), node.parent != nil { return nil }
            return ReportPart(subject: node.subject, request: request.part(node.subject))
        }
    }
}

extension ReportRequest {
    /// Beside a period each part stands with itself; beside a scope only the whole does.
    fileprivate func part(_ subject: ForecastReport.Subject) -> ReportRequest {
        var request = whole
        if case .scope = compare { request.compare = nil }
        switch subject {
        case .scope(let scope): request.scope = scope
        case .pipeline(let id): request.pipelines = .one(id)
        case .product: break
        }
        return request
    }
}
