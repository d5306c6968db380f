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

    /// It is one for the whole company, and those who lead choose it.
    package static func mayChoose(_ role: Role) -> Bool { PinnedReference.mayPin(role) }
}

extension [Headline] {
    /// The model until somebody chooses.
    package func method(on day: Day) -> Headline.Method {
        filter { $0.from <= day }.max { $0.from < $1.from }?.method ?? .model
    }
}
