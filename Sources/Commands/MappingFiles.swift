import Actions
import ArgumentParser
import Exchange
import Foundation
import Ledger
import ReportDocuments
import Texts

extension ImportCommand {
    /// The mapping that was named; nil: the files are of the exchange format.
    func readMappings(_ texts: Texts) throws -> Mappings? {
        guard let mapping else { return nil }
        guard let data = FileManager.default.contents(atPath: mapping) else {
            throw Failure.unusable(
                texts("cli.mapping.absent", ["path": .text(mapping), "file": .text(paths.first ?? "")]))
        }
        do throws(Refusal) { return try Mappings(json: [UInt8](data), file: mapping) } catch {
            try show(refused: [error])
            return nil
        }
    }

    /// Writes a mapping to begin with, and says what it was guessed from.
    func start(_ path: String, _ sources: [ImportSource], _ texts: Texts) throws {
        let wanted = try paired(sources, texts)
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Failure.unusable(texts("cli.mapping.exists", ["path": .text(path)]))
        }
        let found = try wanted.compactMap { source, table in
            try guessed(from: source, table).map { (file: source.name, start: $0) }
        }
        guard let first = found.first else { return }
        let named = found.map { (file: MappingStart.lastPart(of: $0.file), start: $0.start) }
        let json = found.count == 1 ? first.start.json : MappingStart.json(of: named)
        do { try OutputFile(path).replace(with: Data(json.utf8)) } catch {
            throw Obstacle(error).failure(path, texts)
        }
        if globals.json { answer(document(named, path).text) }
        tell(found, path, texts)
    }

    /// Each file with its table, or the one file with each of the tables.
    private func paired(_ sources: [ImportSource], _ texts: Texts) throws -> [(ImportSource, ExchangeFile)] {
        let tables = table.isEmpty ? [.deals] : table
        if let source = sources.first, sources.count == 1 { return tables.map { (source, $0) } }
        guard sources.count == tables.count else {
            throw Failure.unusable(
                texts("cli.mapping.tables", ["files": .count(sources.count), "tables": .count(table.count)]))
        }
        return Array(zip(sources, tables))
    }

    private func guessed(from source: ImportSource, _ table: ExchangeFile) throws -> MappingStart? {
        do {
            let next = try source.open()
            var beginning: [UInt8] = []
            while beginning.count < MappingStart.enough, let chunk = try next() { beginning += chunk }
            return try MappingStart(beginning: beginning, file: source.name, target: table)
        } catch let refusal as Refusal {
            try show(refused: [refusal])
            return nil
        }
    }

    private func document(_ found: [(file: String, start: MappingStart)], _ path: String) -> JSONValue {
        let tables = found.map { fields($0.start) }
        guard tables.count > 1 else { return .object([("mapping", .string(path))] + tables.joined()) }
        return .object([
            ("mapping", .string(path)),
            (
                "tables",
                .array(zip(found, tables).map { .object([("file", .string($0.file))] + $1) })
            ),
        ])
    }

    private func fields(_ start: MappingStart) -> [(String, JSONValue)] {
        [
            ("target", .string(start.target.rawValue)),
            ("guessed", .object(headings(start))),
            ("missing", .array(start.missing.map { .string($0) })),
            ("unused", .array(start.unused.map { .string($0) })),
        ]
    }

    /// Of a column that comes from several headings, all of them.
    private func headings(_ start: MappingStart) -> [(String, JSONValue)] {
        start.guessed.reduce(into: [(column: String, headings: [String])]()) { columns, one in
            if let place = columns.firstIndex(where: { $0.column == one.column }) {
                columns[place].headings.append(one.heading)
            } else {
                columns.append((one.column, [one.heading]))
            }
        }.map { column, headings in
            (column, headings.count == 1 ? .string(headings[0]) : .array(headings.map { .string($0) }))
        }
    }

    private func tell(_ found: [(file: String, start: MappingStart)], _ path: String, _ texts: Texts) {
        let files = found.map(\.file).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let names: [String: Texts.Argument] = [
            "path": .text(path), "file": .text(files.joined(separator: ", ")),
            "files": .text(files.joined(separator: " ")),
        ]
        say(texts("cli.mapping.written", names))
        for (file, start) in found {
            if found.count > 1 { say("\(file) → \(start.target.rawValue):") }
            for one in start.guessed { say("  \(one.column) ← \(one.heading)") }
            if !start.unused.isEmpty {
                say(texts("cli.mapping.unused", ["names": .text(start.unused.joined(separator: ", "))]))
            }
            if !start.missing.isEmpty {
                say(texts("cli.mapping.missing", ["names": .text(start.missing.joined(separator: ", "))]))
            }
        }
        say(texts("cli.mapping.next", names))
    }
}

extension MappingStart {
    /// A mapping names files without their folders.
    fileprivate static func lastPart(of path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
}

extension ExchangeFile: ExpressibleByArgument {}
