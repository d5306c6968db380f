internal import Exchange
internal import SalesDomain

/// The files of an import, looked through once from end to end, in the order in which they are read.
package struct ImportPlan {
    struct File {
        let source: ImportSource
        let file: ExchangeFile
        let header: Header
        let rows: Int
    }

    let files: [File]

    /// Throws `ImportProblem.refused` with what is wrong with each file that cannot be understood.
    package init(_ sources: [ImportSource], progress: (ImportProgress) throws -> Void) throws {
        var files: [File] = []
        var refused: [Refusal] = []
        for source in sources {
            do {
                files.append(try ImportPlan.check(source, progress))
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

    func files(of kind: ExchangeFile) -> [File] { files.filter { $0.file == kind } }

    private static func check(_ source: ImportSource, _ progress: (ImportProgress) throws -> Void) throws -> File {
        var check = FileCheck(name: source.name, expected: ExchangeFile(path: source.name))
        let next = try source.open()
        var read = 0
        while let chunk = try next() {
            try check.feed(chunk)
            read += chunk.count
            try progress(ImportProgress(phase: .checking, file: source.name, read: read, total: source.bytes))
        }
        try check.finish()
        guard let header = check.header else { throw Refusal(file: source.name, line: 0, reason: .empty) }
        return File(source: source, file: header.file, header: header, rows: check.rows)
    }

    /// What is named comes before what names it; files of one kind stay as they were given.
    private static func inOrder(_ files: [File]) -> [File] {
        ExchangeFile.allCases.flatMap { kind in files.filter { $0.file == kind } }
    }
}
