/// Which of the three estimates the company reads first, from a day on.
package struct Headline: Sendable, Equatable {
    package enum Method: String, Sendable, CaseIterable { case template, statistical, model }
    package let method: Method
    package let from: Day
    package let by: Employee.ID?

    package init(method: Method, from: Day, by: Employee.ID?) {
        self.method = method
        self.from = from
        self.by = by
    }

    /// It is one for the whole company, so those choose it who answer for the whole.
    package static func mayChoose(_ role: Role) -> Bool { role == .director || role == .admin }
}

extension [Headline] {
    /// The model until somebody chooses.
    package func method(on day: Day) -> Headline.Method {
        filter { $0.from <= day }.max { $0.from < $1.from }?.method ?? .model
    }
}
