extension Facts {
    /// Rewrites only the chunks that hold one of these deals.
    mutating func replace(with news: [Chunk], gone: Set<Int64>) {
        guard !gone.isEmpty || news.contains(where: { $0.count > 0 }) else { return }
        var arrivals = [(chunk: Int, row: Int)]()
        for (chunk, rows) in news.enumerated() {
            for row in 0..<rows.count where !gone.contains(rows.id[row]) { arrivals.append((chunk, row)) }
        }
        let leaving = gone.sorted()
        var result = [Chunk]()
        result.reserveCapacity(chunks.count + 1)
        var next = 0
        var nextLeaving = 0
        for (index, chunk) in chunks.enumerated() {
            let isLast = index == chunks.count - 1
            let end = isLast ? Int64.max : chunks[index + 1].id[0]
            let from = next
            while next < arrivals.count, isLast || news[arrivals[next].chunk].id[arrivals[next].row] < end { next += 1 }
            let fromLeaving = nextLeaving
            while nextLeaving < leaving.count, isLast || leaving[nextLeaving] < end { nextLeaving += 1 }
            if next == from, nextLeaving == fromLeaving {
                result.append(chunk)
            } else {
                merge(chunk, arrivals[from..<next], of: news, without: gone, into: &result)
            }
        }
        if chunks.isEmpty { merge(Chunk(), arrivals[...], of: news, without: gone, into: &result) }
        chunks = result
    }

    private func merge(
        _ old: Chunk, _ arrivals: ArraySlice<(chunk: Int, row: Int)>, of news: [Chunk], without gone: Set<Int64>,
        into result: inout [Chunk]
    ) {
        var chunk = Chunk()
        var row = 0
        func id(_ arrival: (chunk: Int, row: Int)) -> Int64 { news[arrival.chunk].id[arrival.row] }
        func finish() {
            chunk.compact()
            result.append(chunk)
            chunk = Chunk()
        }
        func makeRoom() {
            // Twice the size before splitting, so that one more deal does not split a full chunk again and again.
            if chunk.count >= 2 * Chunk.size { finish() }
        }
        func keepOld(before limit: Int64) {
            while row < old.count, old.id[row] < limit {
                if gone.contains(old.id[row]) {
                    row += 1
                    continue
                }
                makeRoom()
                // As many as stand together.
                let first = row
                let room = min(old.count, first + 2 * Chunk.size - chunk.count)
                while row < room, old.id[row] < limit, !gone.contains(old.id[row]) { row += 1 }
                chunk.append(rows: first..<row, of: old)
            }
        }
        for arrival in arrivals {
            keepOld(before: id(arrival))
            if row < old.count, old.id[row] == id(arrival) { row += 1 }
            makeRoom()
            chunk.append(rows: arrival.row..<arrival.row + 1, of: news[arrival.chunk])
        }
        keepOld(before: .max)
        if chunk.count > 0 { finish() }
    }
}
