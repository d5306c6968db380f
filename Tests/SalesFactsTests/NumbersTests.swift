import Testing

@testable import SalesFacts

struct NumbersTests {
    private let small = [0, -5, Track.none, Int64(Int32.max), Int64(Int32.min) + 1]

    private func read(_ numbers: Numbers) -> [Int64] {
        var found = [Int64]()
        numbers.reading { view in found = (0..<numbers.count).map { view[$0] } }
        #expect(found == (0..<numbers.count).map { numbers[$0] })
        return found
    }

    @Test(
        "numbers come back as they were put in, also when made compact and added to afterwards",
        arguments: [
            Int64(Int32.max) + 1, Int64(Int32.min), Track.none + 1, 7,
        ])
    func roundTrip(last: Int64) {
        var numbers = Numbers()
        for number in small { numbers.append(number) }
        numbers.compact()
        #expect(read(numbers) == small)
        numbers.append(last)
        numbers.compact()
        #expect(read(numbers) == small + [last])
        var more = Numbers()
        more.append(1)
        more.append(contentsOf: numbers, 1..<6)
        #expect(read(more) == [1] + small[1...] + [last])
    }

    @Test("what was known when it became so stands in the memory of when it became so")
    func sharing() {
        var track = Track()
        for place in 0..<3 {
            track.changed.append(Int64(place))
            track.known.append(Int64(place))
            track.changedDay.append(0)
            track.knownDay.append(place == 2 ? 1 : 0)
            track.value.append(5)
            track.closeRow()
        }
        track.compact()
        func isShared<Value>(_ a: [Value], _ b: [Value]) -> Bool {
            a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { $0.baseAddress == a.baseAddress } }
        }
        #expect(isShared(track.changed, track.known))
        #expect(!isShared(track.changedDay, track.knownDay) && track.knownDay == [0, 0, 1])
        var two = Track()
        two.append(rows: 1..<3, of: track)
        #expect(two.start == [0, 1, 2] && two.knownDay == [0, 1] && two.known == [1, 2])
    }
}
