import Testing

@Suite("The rules of the house") struct RuleTests {
    let house: [House.File]
    let pure: Set<String>

    init() throws {
        house = try House.files()
        pure = Arrows.described(in: try House.text("docs/architecture.md")).pure
    }

    @Test("only Wiring asks the machine for the time")
    func oneClock() {
        let clocks = [
            #/\bDate\(\)/#, #/\bDate\.now\b/#, #/\bDate\(timeIntervalSinceNow/#, #/\b(?:Continuous|Suspending)Clock\b/#,
            #/\bDispatchTime\.now\b/#, #/\bgettimeofday\b/#, #/\bclock_gettime\b/#, #/\bProcessInfo\b.*systemUptime/#,
        ]
        for clock in clocks { expectNone(of: clock) { $0.room != "Wiring" } }
    }

    @Test("below the I/O line there is no file, process, environment, socket or output")
    func pureRooms() {
        let doors =
            #/\b(?:FileManager|FileHandle|ProcessInfo|URLSession|Bundle|fopen|readLine|socket)\b[(.]|^\s*print\(/#
        expectNone(of: doors) { pure.contains($0.room) }
    }

    @Test("randomness comes from a seed: nobody asks the machine for it, except where secrets are made")
    func seededRandomness() {
        let chance = #/\.random\(in: [^)]*\)|SystemRandomNumberGenerator|\.shuffled\(\)|\.randomElement\(\)/#
        expectNone(of: chance) { pure.contains($0.room) }
    }

    @Test("nothing is public: rooms talk through package, and one executable has no outside callers")
    func nothingIsPublic() {
        expectNone(of: #/^\s*(?:@\w+ )*(?:public\b|open (?:class|func|var|subscript|override)\b)/#) { _ in true }
    }

    @Test("a file is named after a noun or a deed, in capitals, and never after a drawer")
    func fileNames() {
        let drawers = ["Manager", "Helper", "Helpers", "Utils", "Util", "Utilities", "Common", "Misc", "Base", "Stuff"]
        for file in house {
            #expect(file.name.wholeMatch(of: #/[A-Z][A-Za-z0-9]*(?:\+[A-Z][A-Za-z0-9]*)?/#) != nil, "\(file.path)")
            for drawer in drawers { #expect(!file.name.hasSuffix(drawer), "\(file.path)") }
        }
    }

    @Test("every unchecked promise of thread safety says in a comment beside it why it holds")
    func uncheckedIsExplained() throws {
        for file in house where file.code.contains(where: { $0.contains("@unchecked Sendable") }) {
            let lines = try House.text("Sources/\(file.path)").split(separator: "\n", omittingEmptySubsequences: false)
            for (place, line) in lines.enumerated() where line.contains("@unchecked Sendable") {
                let near = lines[max(0, place - 3)...place]
                #expect(near.contains { $0.contains("//") }, "\(file.path):\(place + 1)")
            }
        }
    }

    private func expectNone(of words: Regex<Substring>, where applies: (House.File) -> Bool) {
        // By Unicode's rules there is no word boundary before the full stop in `FileManager.default`.
        let pattern = words.wordBoundaryKind(.simple)
        for file in house where applies(file) {
            for (place, line) in file.code.enumerated() where line.contains(pattern) {
                Issue.record("\(file.path):\(place + 1): \(line)")
            }
        }
    }
}
