internal import SalesDomain
internal import WebRoutes

/// Drawn lines of small pictures; the stroke comes from the style sheet.
enum Icon {
    static let deals = "M3 4h14v4H3zM3 12h14v4H3z"
    static let company = "M3 16h14M3 12l4-4 3 3 6-7"
    static let accuracy = "M10 3a7 7 0 1 0 7 7M10 7a3 3 0 1 0 3 3M10 10l6-6"

    static func report(_ name: ReportName) -> String {
        switch name {
        case .events: "M5 3h3l1.5 4-2 1.5a10 10 0 0 0 4 4l1.5-2 4 1.5v3c0 1-1 2-2 2A12 12 0 0 1 3 5c0-1 1-2 2-2z"
        case .estimate: "M4 16V8M10 16V4M16 16v-6M2.5 16h15"
        }
    }

    static func theme(_ theme: Theme) -> String {
        switch theme {
        case .auto: "M2 2.5h10v7H2zM5 12h4M7 9.5V12"
        case .light:
            "M7 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M7 .8v1.4M7 11.8v1.4M.8 7h1.4M11.8 7h1.4M2.6 2.6l1 1M10.4 10.4l1 1M2.6 11.4l1-1M10.4 3.6l1-1"
        case .dark: "M11.5 8.4A5 5 0 0 1 5.6 2.5 5 5 0 1 0 11.5 8.4z"
        }
    }
}
