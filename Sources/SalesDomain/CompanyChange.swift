/// Something was said of the company's own records that was said otherwise before. Present is what was said last; what held at
/// an earlier instant is what stood before the first change that was recorded at or after it.
package struct CompanyChange: Sendable, Equatable {
    package let what: What
    package let recordedAt: Instant

    package enum What: Sendable, Equatable {
        case basis(Pair<Company.Basis>)
        case parent(of: Department.ID, Pair<Department.ID?>)
        case active(Employee.ID, Pair<Bool>)
        case price(Product.ID, Pair<Money?>)
        case cost(Product.ID, Pair<Money?>)
        /// It came to a pipeline that was there before.
        case stage(Stage.ID)
    }

    package struct Pair<Said: Sendable & Equatable>: Sendable, Equatable {
        package let old: Said
        package let new: Said
        package init(old: Said, new: Said) {
            self.old = old
            self.new = new
        }
    }

    package init(_ what: What, recordedAt: Instant) {
        self.what = what
        self.recordedAt = recordedAt
    }
}

extension CompanyChange {
    /// As a file names it.
    package enum Field: String, Sendable, CaseIterable { case basis, parent, active, price, cost, stage }

    package var field: Field {
        switch what {
        case .basis: .basis
        case .parent: .parent
        case .active: .active
        case .price: .price
        case .cost: .cost
        case .stage: .stage
        }
    }
}

/// Of what is said what: to follow one thing through the log.
extension CompanyChange {
    package enum Subject: Hashable, Sendable {
        case basis
        case parent(Department.ID)
        case active(Employee.ID)
        case price(Product.ID)
        case cost(Product.ID)
        case stage(Stage.ID)
    }

    package enum Said: Equatable, Sendable {
        case basis(Company.Basis)
        case parent(Department.ID?)
        case active(Bool)
        case money(Money?)
    }

    package var subject: Subject {
        switch what {
        case .basis: .basis
        case .parent(let id, _): .parent(id)
        case .active(let id, _): .active(id)
        case .price(let id, _): .price(id)
        case .cost(let id, _): .cost(id)
        case .stage(let id): .stage(id)
        }
    }

    /// Before and from then on; nil of a stage, which only came.
    package var said: Pair<Said>? {
        switch what {
        case .basis(let pair): pair.map { .basis($0) }
        case .parent(_, let pair): pair.map { .parent($0) }
        case .active(_, let pair): pair.map { .active($0) }
        case .price(_, let pair), .cost(_, let pair): pair.map { .money($0) }
        case .stage: nil
        }
    }
}

extension CompanyChange.Pair {
    fileprivate func map<Other: Sendable & Equatable>(_ body: (Said) -> Other) -> CompanyChange.Pair<Other> {
        CompanyChange.Pair<Other>(old: body(old), new: body(new))
    }
}

extension [CompanyChange] {
    /// By instant of recording; of one instant as they stand.
    package var inOrder: [CompanyChange] {
        enumerated().sorted { ($0.element.recordedAt, $0.offset) < ($1.element.recordedAt, $1.offset) }.map(\.element)
    }

    /// Of changes of one subject, in order: the first place at which one does not begin with what the one before ended with, or
    /// the last does not lead to what stands now (nil: not asked).
    package func contradiction(present: CompanyChange.Said?) -> (was: CompanyChange.Said, next: CompanyChange.Said)? {
        let said = compactMap(\.said)
        guard let last = said.last else { return nil }
        for (one, next) in zip(said, said.dropFirst()) where one.new != next.old { return (one.new, next.old) }
        return present.flatMap { last.new == $0 ? nil : (last.new, $0) }
    }
}
