internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// What people say of their period, every version of it, and who has been nearer: they or the model.
package struct SubmissionsPage: Sendable {
    private let content: SubmissionsSection.Content
    private let frame: Frame

    package init(_ content: SubmissionsSection.Content, frame: Frame) {
        self.content = content
        self.frame = frame
    }

    package func html() -> String { Templates.render("submissions-page", values) }

    var values: Values {
        var values: Values = [
            "top_html": SubmissionsSection.sentence(report, page), "versions": versions,
            "has_versions": !versions.isEmpty,
            "track": tracks.map(track), "has_track": !tracks.isEmpty,
        ]
        values.merge(page.values) { $1 }
        values.merge(SubmissionsSection.values(content, frame: frame, isWhole: true)) { $1 }
        return frame.values(page.heading, values)
    }

    private var report: SubmissionsReport { content.report }
    private var texts: Texts { frame.texts }
    private var page: ReportPage { ReportPage(name: .submissions, head: report.head, frame: frame) }

    /// The latest first.
    private var versions: [Values] {
        report.rows.flatMap { row in row.said.map { (row.employee, $0) } }.sorted { $0.1.made > $1.1.made }
            .map { whose, said in
                [
                    "name": frame.name(of: .employee(whose)), "kind": texts("submissions.kind." + said.kind.rawValue),
                    "amount": texts.amount(said.amount, report.head.currency),
                    "model": said.model.map { texts.amount($0, report.head.currency) } ?? texts("none"),
                    "when": texts.moment(said.made, in: frame.zone),
                    "by": said.by.map { frame.name(of: .employee($0)) } ?? texts("none"), "note": said.note ?? "",
                ]
            }
    }

    /// One person's record is not said a second time as everybody's.
    private var tracks: [SubmissionsReport.Track] {
        Set(report.track.compactMap(\.employee)).count > 1
            ? report.track : report.track.filter { $0.employee != nil }
    }

    private func track(_ track: SubmissionsReport.Track) -> Values {
        func share(_ value: Double?) -> String { value.map { texts.percent($0) } ?? texts("none") }
        func bias(_ value: Double?) -> String {
            value.map(texts.signedPercent) ?? texts("none")
        }
        return [
            "name": track.employee.map { frame.name(of: .employee($0)) } ?? texts("submissions.everybody"),
            "strong": track.employee == nil, "kind": texts("submissions.kind." + track.kind.rawValue),
            "pairs": texts.integer(track.pairs), "said": share(track.said), "model": share(track.model),
            "said_bias": bias(track.saidBias), "model_bias": bias(track.modelBias),
            "nearer": texts("submissions.nearer." + (track.nearer?.rawValue ?? "nobody")),
        ]
    }
}
