internal import Mustache
internal import Texts

/// Texts that need no values, reachable from a template by their address: `{{t.company.table.plan}}`.
struct Words: MustacheParent {
    let texts: Texts
    private let address: String

    init(_ texts: Texts, at address: String = "") {
        self.texts = texts
        self.address = address
    }

    func child(named name: String) -> Any? {
        let key = address.isEmpty ? name : "\(address).\(name)"
        return texts.has(key) ? texts(key) : Words(texts, at: key)
    }
}
