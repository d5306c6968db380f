import SalesDomain

/// A deal with everything that was ever written down about it.
struct Life {
    enum Field: String {
        case stage, amount, owner, expectedClose = "expected_close", lostReason = "lost_reason", category
    }

    struct Entry {
        let moment: Moment
        /// Nil: written down at once.
        let recorded: Moment?
        let field: Field
        let old: String
        let new: String
        let by: String
    }

    /// Somebody was in touch about the deal.
    struct Touch {
        let day: Day
        let seller: String
    }

    let id: String
    let title: String
    let pipeline: String
    let account: String
    let product: String
    let source: String
    let currency: String
    let born: Moment
    private(set) var entries: [Entry] = []
    private(set) var present: [Field: String] = [:]
    private(set) var status = Deal.Status.open
    private(set) var closed: Moment?
    var touches: [Touch] = []
    /// Of the amount, what it costs the company; nil: nobody said.
    var cost: Double?

    init(
        id: String, title: String, pipeline: String, account: String, product: String = "", source: String = "",
        currency: String = "UAH", born: Moment, stage: String, owner: String, amount: Int?
    ) {
        self.id = id
        self.title = title
        self.pipeline = pipeline
        self.account = account
        self.product = product
        self.source = source
        self.currency = currency
        self.born = born
        present[.owner] = owner
        present[.amount] = amount.map { "\($0).00" }
        set(.stage, to: stage, at: born)
    }

    var owner: String { present[.owner] ?? "" }

    mutating func set(_ field: Field, to value: String, at moment: Moment, recorded: Moment? = nil) {
        let old = present[field] ?? ""
        guard old != value else { return }
        entries.append(Entry(moment: moment, recorded: recorded, field: field, old: old, new: value, by: owner))
        present[field] = value
    }

    /// A category, among what was written down at that time or later.
    mutating func say(_ category: Deal.Category, at moment: Moment, by seller: String) {
        let old = present[.category] ?? ""
        guard old != category.rawValue else { return }
        let place = entries.firstIndex { $0.moment > moment } ?? entries.count
        let entry = Entry(
            moment: moment, recorded: nil, field: .category, old: old, new: category.rawValue, by: seller)
        entries.insert(entry, at: place)
        present[.category] = category.rawValue
    }

    mutating func close(as outcome: Deal.Status, stage: String, at moment: Moment, recorded: Moment? = nil) {
        set(.stage, to: stage, at: moment, recorded: recorded)
        status = outcome
        closed = moment
    }

    mutating func reopen(stage: String, at moment: Moment) {
        set(.stage, to: stage, at: moment)
        set(.lostReason, to: "", at: moment)
        status = .open
        closed = nil
    }
}
