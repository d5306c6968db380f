internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import ReportDocuments
internal import WebPages
internal import WebRoutes
internal import Workbooks

/// An answer that is finished: status, headers and bytes.
struct Answer: Sendable {
    /// How long somebody may keep it.
    enum Keeping: Sendable {
        /// It is one person's, and of this moment.
        case never
        /// Its name changes with its content.
        case forEver
        /// The tag is compared each time.
        case tagged(String)
    }

    typealias Status = HTTPResponse.Status

    var status: Status
    var contentType: String
    var body: [UInt8]
    var keeping: Keeping = .never
    var fields: [(HTTPField.Name, String)] = []
    var cookies: [CookieChange] = []
    /// Something on it has yet to be computed: asked for again it may be another.
    var isUnfinished = false

    static func html(_ text: String, status: HTTPResponse.Status = .ok, isUnfinished: Bool = false) -> Answer {
        Answer(
            status: status, contentType: "text/html; charset=utf-8", body: Array(text.utf8), isUnfinished: isUnfinished)
    }

    static func json(_ text: String, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status: status, contentType: "application/json; charset=utf-8", body: Array(text.utf8))
    }

    /// The same figures in the form that was asked for; JSON when none was.
    static func document(_ document: some ReportDocument, as format: Format?, _ file: ReportFile) -> Answer {
        switch format {
        case .csv: .csv(document.csv.text, name: file.name)
        case .json, .html, nil: .json(document.json.text)
        case .xlsx: .workbook(Workbook(document.table, file.about), name: file.name)
        }
    }

    static func workbook(_ workbook: Workbook, name: String) -> Answer {
        Answer(
            status: .ok, contentType: Workbook.contentType, body: workbook.bytes,
            fields: [(.contentDisposition, "attachment; filename=\"\(name).xlsx\"")])
    }

    static func csv(_ text: String, name: String) -> Answer {
        Answer(
            status: .ok, contentType: "text/csv; charset=utf-8", body: Array(text.utf8),
            fields: [(.contentDisposition, "attachment; filename=\"\(name).csv\"")])
    }

    static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status: status, contentType: "text/plain; charset=utf-8", body: Array(text.utf8))
    }

    /// After a form, and to where something really is: the browser asks for it with GET.
    static func redirect(to route: Route) -> Answer {
        Answer(
            status: .seeOther, contentType: "text/plain; charset=utf-8", body: [], fields: [(.location, route.target)])
    }

    /// The browser asks for it anew every few seconds, with or without scripts.
    var askedAgain: Answer {
        var answer = self
        if let name = HTTPField.Name("Refresh") { answer.fields.append((name, "4")) }
        return answer
    }

    func setting(_ changes: [CookieChange]) -> Answer {
        var answer = self
        answer.cookies += changes
        return answer
    }
}

/// A cookie to be kept or dropped.
struct CookieChange: Sendable {
    let name: Jar.Name
    /// Letters, digits, `-` and `_` only.
    let value: String
    /// Seconds; 0 drops it, nil keeps it until the browser is closed.
    let length: Int64?

    func header(https: Bool) -> String {
        let age = length.map { "; Max-Age=\($0)" } ?? ""
        return "\(name.rawValue)=\(value); Path=/\(age); HttpOnly; SameSite=Lax" + (https ? "; Secure" : "")
    }
}
