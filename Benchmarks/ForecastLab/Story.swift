/// What happens to a made-up company.
enum Story: String, CaseIterable {
    case steady, growth, decline
    /// Strong seasons, in arrivals, in conversion and in both.
    case arrivalSeasons, conversionSeasons, seasonal
    /// From one day on fewer or more deals arrive, or they convert worse or better.
    case arrivalBreak, conversionBreak, breaking, surge
    /// The company itself starts and grows; new sellers join and learn.
    case rampUp, hiring
    /// Large and small deals.
    case lumpy
    /// Ten months of history in all.
    case young
    /// Deals have expected closes, which are moved while a deal lives: near them deals move on, after them they die; or
    /// they say nothing of the deal.
    case dated, undated
    /// From one day on deals move on from one stage more slowly; or the pace of every stage, and of its losses, wanders.
    case stageBreak, wandering
    /// Every month of the year has a strength of its own, the last month of a quarter a large one, and more deals come from
    /// year to year: of the practice company's kind.
    case ownMonths

    var months: Int { self == .young ? 16 : self == .rampUp ? 20 : 33 }
    var isBreak: Bool { [.arrivalBreak, .conversionBreak, .breaking, .surge, .stageBreak].contains(self) }
    var hasDates: Bool { self == .dated || self == .undated }

    /// How many of the last months are asked for.
    var asked: Int { isBreak ? 7 : self == .ownMonths ? 10 : 8 }
}

/// What sets deals apart in a made-up company.
enum Trait: String, CaseIterable {
    case owners, products, sizes
    /// Losses that are noticed late or never.
    case silence
    /// Months of the quarter.
    case quarters
}
