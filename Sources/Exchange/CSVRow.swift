/// One row as slices of one buffer: no text is made of a field until somebody asks for it.
package struct CSVRow: Sendable {
    /// The line of the file on which the row begins, from 1.
    package let line: Int
    /// The fields without quotes and commas, one after another.
    package let bytes: [UInt8]
    /// Where each field ends in `bytes`.
    package let ends: [Int]
    /// The row as it stands in the file, where this one was made of it by a mapping.
    package var original: [String]?

    package init(line: Int, bytes: [UInt8], ends: [Int]) {
        self.line = line
        self.bytes = bytes
        self.ends = ends
    }

    package init(line: Int, texts: [String]) {
        var bytes: [UInt8] = []
        var ends: [Int] = []
        for text in texts {
            bytes.append(contentsOf: text.utf8)
            ends.append(bytes.count)
        }
        self.init(line: line, bytes: bytes, ends: ends)
    }

    package var count: Int { ends.count }

    package func slice(_ index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    package func isEmpty(_ index: Int) -> Bool { ends[index] == (index == 0 ? 0 : ends[index - 1]) }

    /// The reader has checked that the bytes are UTF-8.
    package func text(_ index: Int) -> String { String(decoding: slice(index), as: UTF8.self) }

    package var texts: [String] { (0..<count).map(text) }
}
