package import Exchange
internal import SalesDomain

/// The files of an import, looked through once from end to end, in the order in which they are read.
package struct ImportPlan {
    struct File {
        let source: ImportSource
        let file: ExchangeFile
        let header: Header
        let rows: Int
        /// How it becomes a file of the exchange format; nil: it is one.
        let mapping: Mapping?
    }

    let files: [File]

    /// - Parameter mappings: how files become such of the exchange format; nil: they are such files.
    ///
    /// Throws `ImportProblem.refused` with what is wrong with each file that cannot be understood.
    package init(
        _ sources: [ImportSource], mappings: Mappings? = nil, progress: (ImportProgress) throws -> Void
    ) throws {
        var files: [File] = []
        var refused: [Refusal] = []
        for source in sources {
            do {
                for mapping in try ImportPlan.mappings(of: source, mappings) {
                    files.append(try ImportPlan.check(source, mapping, progress))
                }
            } catch let refusal as Refusal {
                refused.append(refusal)
            }
        }
        if refused.isEmpty, files.allSatisfy({ $0.rows == 0 }) {
            refused = files.map { Refusal(file: $0.source.name, line: 0, reason: .noRows) }
        }
        guard refused.isEmpty else { throw ImportProblem.refused(refused) }
        self.files = ImportPlan.inOrder(files)
    }

    /// As the report calls the way in which the files are read.
    var layout: String {
        files.contains { $0.mapping != nil } ? ImportOptions.mappedLayout : ImportOptions.exchangeLayout
    }

    var rows: Int { files.reduce(0) { $0 + $1.rows } }

    func files(of kind: ExchangeFile) -> [File] { files.filter { $0.file == kind } }

    /// One nil for a file of the exchange format.
    private static func mappings(of source: ImportSource, _ all: Mappings?) throws(Refusal) -> [Mapping?] {
        guard let all else { return [nil] }
        let found = all.mappings(of: source.name)
        guard !found.isEmpty else { throw Refusal(file: source.name, line: 0, reason: .notMapped(names: all.names)) }
        return found
    }

    private static func check(
        _ source: ImportSource, _ mapping: Mapping?, _ progress: (ImportProgress) throws -> Void
    ) throws -> File {
        var check = FileCheck(name: source.name, expected: ExchangeFile(path: source.name), mapping: mapping)
        let next = try source.open()
        var read = 0
        while let chunk = try next() {
            try check.feed(chunk)
            read += chunk.count
            try progress(ImportProgress(phase: .checking, file: source.name, read: read, total: source.bytes))
        }
        try check.finish()
        guard let header = check.header else { throw Refusal(file: source.name, line: 0, reason: .empty) }
        return File(source: source, file: header.file, header: header, rows: check.rows, mapping: mapping)
    }

    /// What is named comes before what names it; files of one kind stay as they were given.
    private static func inOrder(_ files: [File]) -> [File] {
        ExchangeFile.allCases.flatMap { kind in files.filter { $0.file == kind } }
    }
}
