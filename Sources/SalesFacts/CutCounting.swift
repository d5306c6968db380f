extension Cut {
    /// The same deals, each worth the same and nobody's but its owner's: to count them where money is asked for.
    package func worthEach(_ value: Int64) -> Cut {
        var cut = self
        for deal in 0..<count {
            cut.amount[deal] = value
            cut.ownAmount[deal] = value
            cut.moneyless[deal] = false
        }
        cut.shares = []
        return cut
    }
}
