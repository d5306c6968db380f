import Testing

@Suite("The arrows of the house") struct ArrowTests {
    let house: [House.File]
    let described: Arrows
    let declared: Arrows

    init() throws {
        house = try House.files()
        described = Arrows.described(in: try House.text("docs/architecture.md"))
        declared = Arrows.declared(in: try House.text("Package.swift"))
    }

    @Test("docs/architecture.md and Package.swift name the same rooms and the same arrows")
    func twoListsAgree() {
        #expect(Set(described.rows.keys) == Set(declared.rows.keys))
        for (room, row) in described.rows { #expect(declared.rows[room] == row, "\(room)") }
        #expect(described.pure == declared.pure)
    }

    @Test("every folder under Sources is a room of the list, and every room has its folder")
    func roomsAreFolders() { #expect(Set(house.map(\.room)) == Set(described.rows.keys)) }

    @Test("no file imports what its room may not see")
    func importsFollowTheArrows() {
        for file in house {
            for module in file.imports where !allowed(file.room).contains(module) {
                Issue.record("\(file.path) imports \(module)")
            }
        }
    }

    @Test("no arrow goes from below the I/O line to above it, and none leads round in a circle")
    func arrowsGoDown() {
        for room in described.pure {
            let row = described.rows[room] ?? Arrows.Row()
            #expect(row.packages.isEmpty, "\(room)")
            #expect(row.sees.isSubset(of: described.pure), "\(room)")
        }
        for room in described.rows.keys { #expect(!reachable(from: room).contains(room), "\(room)") }
    }

    private func allowed(_ room: String) -> Set<String> {
        let row = described.rows[room] ?? Arrows.Row()
        return row.sees.union(row.packages.flatMap { Arrows.modules(of: $0) }).union(Arrows.everyones)
    }

    private func reachable(from room: String) -> Set<String> {
        var found: Set<String> = []
        var waiting = Array(described.rows[room]?.sees ?? [])
        while let next = waiting.popLast() {
            if found.insert(next).inserted { waiting += described.rows[next]?.sees ?? [] }
        }
        return found
    }
}

extension Arrows {
    /// Modules that come with Swift.
    static let everyones: Set<String> = ["Foundation", "FoundationEssentials", "Synchronization", "Dispatch", "Glibc"]

    /// A package's product brings these modules into sight.
    static func modules(of product: String) -> Set<String> {
        switch product {
        case "GRDB": ["GRDB", "GRDBSQLite"]
        case "Hummingbird":
            ["Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOConcurrencyHelpers"]
        default: [product]
        }
    }
}
