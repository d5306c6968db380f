import Foundation
import SalesDomain
import SalesReports
import Testing
import WebRoutes

@testable import WebPages

/// Writes pages as files to look at, when `LIYKA_PREVIEW` names a folder.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["LIYKA_PREVIEW"] != nil))
struct PreviewTests {
    @Test("pages can be looked at as files")
    func writePages() throws {
        let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["LIYKA_PREVIEW"] ?? "")
        for name in [Look.style, Look.script, Look.icon] {
            let file = try #require(Look.file(named: name))
            try Data(file.bytes).write(to: folder.appending(path: name))
        }
        for sample in Sample.all {
            let html = sample.html(assets: ["echarts.min.js"])
                .replacing("=\"/look/", with: "=\"").replacing("=\"/assets/", with: "=\"")
            try Data(html.utf8).write(to: folder.appending(path: sample.name + ".html"))
        }
    }
}
