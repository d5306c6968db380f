/// Everything that is read off the history once, before any forecast: where deals stand, their paths, what was won.
struct Scene: Sendable {
    let history: History
    let nodes: Nodes
    let allocation: Allocation
    let standing: Standing
    let wins: Wins
    let openValue: OpenValue
    let paths: Paths
    /// By deal, Int32.max when it is not won.
    let wonDay: [Int32]
    let firstDay: Int32
    let closedDeals: Int

    init(_ history: History, _ nodes: Nodes) {
        self.history = history
        self.nodes = nodes
        allocation = Allocation(nodes)
        standing = Standing(history)
        wins = Wins(history, standing)
        openValue = OpenValue(history, wins)
        paths = Paths(history, hasStageHistory: Paths.hasStageHistory(history))
        var wonDay = [Int32](repeating: .max, count: history.created.count)
        for row in wins.deal.indices { wonDay[Int(wins.deal[row])] = wins.day[row] }
        self.wonDay = wonDay
        firstDay = history.created.min() ?? history.today
        closedDeals = standing.state.count { !Standing.isOpen($0) }
    }
}
