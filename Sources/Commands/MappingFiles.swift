import Actions
import ArgumentParser
import Exchange
import Foundation
import Ledger
import ReportDocuments
import Texts

extension ImportCommand {
    /// The mapping that was named; nil: the files are of the exchange format.
    func readMapping(_ texts: Texts) throws -> Mapping? {
        guard let mapping else { return nil }
        guard let data = FileManager.default.contents(atPath: mapping) else {
            throw Failure.unusable(
                texts("cli.mapping.absent", ["path": .text(mapping), "file": .text(paths.first ?? "")]))
        }
        do throws(Refusal) { return try Mapping(json: [UInt8](data), file: mapping) } catch {
            try show(refused: [error])
            return nil
        }
    }

    /// Writes a mapping to begin with, and says what it was guessed from.
    func start(_ path: String, _ sources: [ImportSource], _ texts: Texts) throws {
        guard let source = sources.first, sources.count == 1 else {
            throw Failure.unusable(texts("cli.mapping.one_file"))
        }
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Failure.unusable(texts("cli.mapping.exists", ["path": .text(path)]))
        }
        guard let start = try guessed(from: source) else { return }
        do { try OutputFile(path).replace(with: Data(start.json.utf8)) } catch {
            throw Obstacle(error).failure(path, texts)
        }
        if globals.json { answer(document(start, path).text) }
        tell(start, path, source.name, texts)
    }

    private func guessed(from source: ImportSource) throws -> MappingStart? {
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

    private func document(_ start: MappingStart, _ path: String) -> JSONValue {
        .object([
            ("mapping", .string(path)), ("target", .string(start.target.rawValue)),
            ("guessed", .object(start.guessed.map { ($0.column, .string($0.heading)) })),
            ("missing", .array(start.missing.map { .string($0) })),
            ("unused", .array(start.unused.map { .string($0) })),
        ])
    }

    private func tell(_ start: MappingStart, _ path: String, _ file: String, _ texts: Texts) {
        let names: [String: Texts.Argument] = ["path": .text(path), "file": .text(file)]
        say(texts("cli.mapping.written", names))
        for one in start.guessed { say("  \(one.column) ← \(one.heading)") }
        if !start.unused.isEmpty {
            say(texts("cli.mapping.unused", ["names": .text(start.unused.joined(separator: ", "))]))
        }
        if !start.missing.isEmpty {
            say(texts("cli.mapping.missing", ["names": .text(start.missing.joined(separator: ", "))]))
        }
        say(texts("cli.mapping.next", names))
    }
}

extension ExchangeFile: ExpressibleByArgument {}
