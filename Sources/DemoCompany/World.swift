import SalesDomain

/// What surrounds a deal while it lives.
struct World {
    let truth = DemoCompany.truth
    let staff: Staff
    let holidays: Holidays
    /// Nothing happens on this day or later.
    let until: Day
}
