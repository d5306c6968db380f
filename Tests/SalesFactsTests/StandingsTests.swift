import Testing

@testable import SalesFacts

@Suite("Where deals stand") struct StandingsTests {
    @Test("kept up change by change, open and won deals are those that are read off anew")
    func following() {
        var state: [Int16] = []
        var since: [Int32] = []
        var standings = Standings()
        var seed: UInt64 = 11
        func random(_ limit: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % limit
        }
        for _ in 0..<1_500 {
            let new = Standings.Place(
                state: [0, 1, StageTable.unknown, StageTable.won, StageTable.lost][random(5)], since: Int32(random(9)))
            let deal = random(state.count + 1)
            let isThere = deal < state.count
            let old = isThere ? Standings.Place(state: state[deal], since: since[deal]) : nil
            switch random(4) {
            case 0 where isThere:
                standings.replace(deal, old, by: nil)
                state.remove(at: deal)
                since.remove(at: deal)
            case 1 where isThere:
                standings.replace(deal, old, by: new)
                (state[deal], since[deal]) = (new.state, new.since)
            default:
                standings.replace(deal, nil, by: new)
                state.insert(new.state, at: deal)
                since.insert(new.since, at: deal)
            }
            let anew = Standings(state, since: since)
            #expect(standings.open == anew.open && standings.won == anew.won && standings.wonDay == anew.wonDay)
        }
        #expect(standings.won.count > 20 && standings.open.count > 20)
        #expect(standings.rows(from: 3, to: 5).allSatisfy { (3..<5).contains(standings.wonDay[$0]) })
    }
}
