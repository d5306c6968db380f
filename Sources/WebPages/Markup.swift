internal import Texts

/// HTML that is finished: everything from outside in it has been escaped.
enum Markup {
    static func escaped(_ text: String) -> String {
        var out = [UInt8]()
        out.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): out.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "\""): out.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): out.append(contentsOf: "&#39;".utf8)
            default: out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    static func html(_ pieces: [Piece]) -> String {
        pieces.reduce(into: "") { html, piece in
            switch piece {
            case .text(let text): html += escaped(text.replacing(" \u{2014}", with: Signs.noBreak + "\u{2014}"))
            case .strongStart: html += "<b>"
            case .strongEnd: html += "</b>"
            case .linkStart(let address): html += "<a href=\"\(escaped(address))\">"
            case .linkEnd: html += "</a>"
            }
        }
    }
}

extension Texts {
    func html(_ key: String, _ arguments: [String: Argument] = [:]) -> String { Markup.html(pieces(key, arguments)) }
}
