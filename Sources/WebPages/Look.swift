/// Our own style sheet, script and icon, held in the program.
package enum Look {
    package struct File: Sendable {
        package let bytes: [UInt8]
        package let contentType: String
    }

    /// File names change with the content, so an answer may be cached for ever. Nil: no such file.
    package static func file(named name: String) -> File? { files[name] }

    /// The browser library that draws charts, as the set-up script names it.
    static let charts = "echarts.min.js"
    static let style = named("liyka", "css", PackageResources.liyka_css)
    static let script = named("liyka", "js", PackageResources.liyka_js)
    static let icon = named("liyka", "svg", PackageResources.liyka_svg)

    private static let files = [
        style: File(bytes: PackageResources.liyka_css, contentType: "text/css; charset=utf-8"),
        script: File(bytes: PackageResources.liyka_js, contentType: "text/javascript; charset=utf-8"),
        icon: File(bytes: PackageResources.liyka_svg, contentType: "image/svg+xml"),
    ]

    /// `liyka-1f0c….css`, by FNV-1a of the bytes.
    private static func named(_ name: String, _ kind: String, _ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return "\(name)-\(String(hash, radix: 16)).\(kind)"
    }
}
