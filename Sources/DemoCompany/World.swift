import SalesDomain

/// What surrounds a deal while it lives.
struct World {
    let truth: Truth
    let staff: Staff
    let holidays: Holidays
    /// Nothing happens on this day or later.
    let until: Day
}
