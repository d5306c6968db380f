internal import Foundation

/// Reads mappings out of JSON, and says what is wrong in them and where.
extension Mappings {
    /// - Parameter file: its name, for what is refused. Throws the first thing that is wrong.
    package init(json: [UInt8], file: String) throws(Refusal) {
        do throws(MappingProblem) {
            self = try MappingFile(json: json).mappings()
        } catch {
            throw Refusal(file: file, line: 0, reason: .mapping(error))
        }
    }
}

extension MappingProblem: Error {}

private struct MappingFile {
    /// Said of one table, or before all of them.
    private static let common = ["encoding", "separator", "dates", "decimal", "empty"]
    private static let keys = ["file", "target", "columns"] + common
    private static let sourceKeys = ["column", "constant", "values", "otherwise", "keep", "dates", "decimal", "when"]

    private let top: Node

    init(json: [UInt8]) throws(MappingProblem) {
        do {
            top = Node(try JSONSerialization.jsonObject(with: Data(json), options: .fragmentsAllowed), at: "")
        } catch {
            throw .notJSON(line: MappingFile.line(in: "\(error)"))
        }
    }

    /// One table, or several under `tables`, for which what stands beside it holds where they do not say it themselves.
    func mappings() throws(MappingProblem) -> Mappings {
        let keys = try top.object()
        guard let tables = keys["tables"] else { return Mappings(tables: [try table(top, beside: [:])]) }
        try top.refuse(unless: ["tables"] + MappingFile.common)
        var found: [Mappings.Table] = []
        for node in try tables.list(.tables) {
            let table = try table(node, beside: keys)
            guard table.files != nil else { throw .missing("\(node.at).file") }
            found.append(table)
        }
        return Mappings(tables: found)
    }

    private func table(_ node: Node, beside: [String: Node]) throws(MappingProblem) -> Mappings.Table {
        let keys = try node.object()
        try node.refuse(unless: MappingFile.keys)
        let common = beside.filter { MappingFile.common.contains($0.key) }
        let mapping = try mapping(keys.merging(common) { own, _ in own }, at: node.at.isEmpty ? "" : node.at + ".")
        return Mappings.Table(files: try keys["file"].map(name), mapping: mapping)
    }

    private func name(_ node: Node) throws(MappingProblem) -> FileName { FileName(pattern: try node.text()) }

    private func mapping(_ keys: [String: Node], at place: String) throws(MappingProblem) -> Mapping {
        guard let target = keys["target"] else { throw .missing(place + "target") }
        var mapping = Mapping(target: try file(target))
        if let encoding = keys["encoding"] { mapping.encoding = try encoding.one(of: TextEncoding.allCases) }
        if let separator = keys["separator"] { mapping.separator = try sign(separator) }
        if let empty = keys["empty"] { mapping.empty = Set(try empty.texts()) }
        guard let columns = keys["columns"] else { throw .missing(place + "columns") }
        let sources = try columns.object()
        let known = mapping.target.columns
        if let odd = sources.keys.sorted().first(where: { name in !known.contains { $0.name == name } }) {
            throw .columnUnknown(at: "\(columns.at).\(odd)", target: mapping.target.rawValue, known: known.map(\.name))
        }
        for column in known {
            guard let source = sources[column.name] else { continue }
            for one in source.isList ? try source.list(.source) : [source] {
                var mapped = try self.column(column, one)
                if mapped.dates == nil, let dates = keys["dates"] { mapped.dates = try form(dates) }
                if mapped.decimal == nil, let decimal = keys["decimal"] {
                    mapped.decimal = try decimal.one(of: DecimalSign.allCases)
                }
                mapping.columns.append(mapped.column)
            }
        }
        let missing = mapping.target.required.filter { column in !mapping.columns.contains { $0.column == column } }
        guard missing.isEmpty else { throw .columnsMissing(missing.map(\.name), target: mapping.target.rawValue) }
        try checkConditions(mapping, at: columns.at)
        return mapping
    }

    private func file(_ node: Node) throws(MappingProblem) -> ExchangeFile {
        let name = try node.text()
        guard let target = ExchangeFile(rawValue: name) else {
            throw .targetUnknown(name, known: ExchangeFile.allCases.map(\.rawValue))
        }
        return target
    }

    private func sign(_ node: Node) throws(MappingProblem) -> UInt8 {
        let known = [",": ",", ";": ";", "|": "|", "\t": "\t", "tab": "\t", "comma": ",", "semicolon": ";"]
        let text = try node.text()
        guard let sign = known[text.lowercased()]?.utf8.first else {
            throw .notOneOf(text, at: node.at, known: [",", ";", "|", "tab"])
        }
        return sign
    }

    private func form(_ node: Node) throws(MappingProblem) -> DateForm {
        let text = try node.text()
        guard let form = DateForm(text) else {
            throw .notOneOf(
                text, at: node.at, known: ["yyyy-mm-dd", "dd.mm.yyyy", "dd/mm/yyyy", "mm/dd/yyyy", "excel"])
        }
        return form
    }

    /// A column, whose own form of dates and numbers goes before the file's.
    private struct Read {
        var column: MappedColumn
        var dates: DateForm? { didSet { column.dates = dates ?? .iso } }
        var decimal: DecimalSign? { didSet { column.decimal = decimal } }
        init(_ column: MappedColumn) { self.column = column }
    }

    private func column(_ column: Column, _ node: Node) throws(MappingProblem) -> Read {
        if let heading = node.maybeText { return Read(MappedColumn(column: column, origin: .heading(heading))) }
        guard node.isObject else { throw .notOfKind(.source, at: node.at) }
        let keys = try node.object()
        try node.refuse(unless: MappingFile.sourceKeys)
        var read: Read
        switch (keys["column"], keys["constant"]) {
        case (let heading?, nil): read = Read(MappedColumn(column: column, origin: .heading(try heading.text())))
        case (nil, let constant?): read = Read(MappedColumn(column: column, origin: .constant(try constant.text())))
        default: throw .twoOrigins(at: node.at)
        }
        read.column.translation = try translation(keys)
        if let dates = keys["dates"] { read.dates = try form(dates) }
        if let decimal = keys["decimal"] { read.decimal = try decimal.one(of: DecimalSign.allCases) }
        if let when = keys["when"] { read.column.conditions = try conditions(when) }
        return read
    }

    private func translation(_ keys: [String: Node]) throws(MappingProblem) -> MappedColumn.Translation? {
        var translation = MappedColumn.Translation([:])
        if let values = keys["values"] {
            var words: [String: String] = [:]
            for (text, word) in try values.object() { words[RowMapping.trimmed(text)] = try word.text() }
            translation = MappedColumn.Translation(words)
        }
        if let otherwise = keys["otherwise"] { translation.otherwise = .taken(try otherwise.text()) }
        if let keep = keys["keep"], try keep.flag() { translation.otherwise = .kept }
        return keys["values"] == nil && keys["otherwise"] == nil ? nil : translation
    }

    private func conditions(_ node: Node) throws(MappingProblem) -> [MappedColumn.Condition] {
        var conditions: [MappedColumn.Condition] = []
        for (name, values) in try node.object().sorted(by: { $0.key < $1.key }) {
            guard let column = Column(name: name) else { throw .conditionUnknown(name, at: node.at) }
            if let text = values.maybeText {
                conditions.append(.init(column: column, values: [text]))
            } else {
                conditions.append(.init(column: column, values: Set(try values.texts())))
            }
        }
        return conditions
    }

    private func checkConditions(_ mapping: Mapping, at place: String) throws(MappingProblem) {
        for column in mapping.columns {
            for condition in column.conditions {
                let asked = mapping.columns.filter { $0.column == condition.column }
                guard !asked.isEmpty, asked.allSatisfy({ $0.conditions.isEmpty }) else {
                    throw .conditionUnknown(condition.column.name, at: "\(place).\(column.column.name).when")
                }
            }
        }
    }

    /// What the reader says of where it stopped.
    private static func line(in words: String) -> Int? {
        words.firstMatch(of: #/line (\d+)/#).flatMap { Int($0.1) }
    }
}

/// A value of the file, and where it stands.
private struct Node {
    private let value: Any
    let at: String

    init(_ value: Any, at: String) {
        self.value = value
        self.at = at
    }

    var maybeText: String? { value as? String }
    var isObject: Bool { value is [String: Any] }
    var isList: Bool { value is [Any] }

    func text() throws(MappingProblem) -> String {
        guard let text = value as? String else { throw .notOfKind(.text, at: at) }
        return text
    }

    func texts() throws(MappingProblem) -> [String] {
        guard let texts = value as? [String] else { throw .notOfKind(.texts, at: at) }
        return texts
    }

    /// At least one; `kind`: what each of them is.
    func list(_ kind: MappingProblem.Kind) throws(MappingProblem) -> [Node] {
        guard let values = value as? [Any], !values.isEmpty else { throw .notOfKind(kind, at: at) }
        return values.enumerated().map { Node($1, at: "\(at)[\($0)]") }
    }

    func flag() throws(MappingProblem) -> Bool {
        guard let flag = value as? Bool else { throw .notOneOf("\(value)", at: at, known: ["true", "false"]) }
        return flag
    }

    func object() throws(MappingProblem) -> [String: Node] {
        guard let object = value as? [String: Any] else { throw .notOfKind(.object, at: at.isEmpty ? "{…}" : at) }
        return Dictionary(
            uniqueKeysWithValues: object.map { ($0.key, Node($0.value, at: at.isEmpty ? $0.key : at + "." + $0.key)) })
    }

    func one<Choice: RawRepresentable<String>>(of all: [Choice]) throws(MappingProblem) -> Choice {
        let text = try text()
        guard let choice = Choice(rawValue: text) else { throw .notOneOf(text, at: at, known: all.map(\.rawValue)) }
        return choice
    }

    func refuse(unless known: [String]) throws(MappingProblem) {
        for (key, node) in try object().sorted(by: { $0.key < $1.key }) where !known.contains(key) {
            throw .unknownKey(at: node.at, known: known)
        }
    }
}
