/// Who gets new business: the nodes' share of arrivals in 26 weeks, shrunk to equal shares; closed nodes get none.
struct NewBusinessShares: Sendable {
    /// Of what hangs on each node itself; adds up to 1.
    let share: [Double]

    /// - Parameter ofAll: also those who get none any more: a past moment does not know who has left since.
    init(_ moment: Moment, ofAll: Bool = false) {
        let (nodes, allocation) = (moment.book.nodes, moment.book.allocation)
        var weight = [Double](repeating: 0, count: allocation.nodeCount)
        for deal in moment.book.created(from: moment.day - NewBusiness.memory, to: moment.day) {
            weight[Int(allocation.nodeOfDeal[deal])] += 1
        }
        let eligible = weight.indices.filter { (ofAll || nodes.open[$0]) && weight[$0] > 0 }
        guard !eligible.isEmpty else {
            share = weight.indices.map { $0 == 0 ? 1 : 0 }
            return
        }
        let all = eligible.reduce(0) { $0 + weight[$1] }
        var share = [Double](repeating: 0, count: weight.count)
        for node in eligible { share[node] = (weight[node] + 10 / Double(eligible.count)) / (all + 10) }
        self.share = share
    }
}
