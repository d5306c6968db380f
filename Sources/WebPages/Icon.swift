internal import SalesDomain
internal import WebRoutes

/// Drawn lines of small pictures; the stroke comes from the style sheet.
enum Icon {
    static let deals = "M3 4h14v4H3zM3 12h14v4H3z"
    static let company = "M3 16h14M3 12l4-4 3 3 6-7"
    static let plans = "M4 16V9M8.5 16V6M13 16v-5M17 16V4M2 16.5h17"
    static let bonuses =
        "M10 3v14M13.5 6.2C12.8 5 11.6 4.5 10 4.5c-2 0-3.5 1-3.5 2.7 0 3.8 7 2 7 5.6 0 1.7-1.6 2.7-3.5 2.7-1.8 0-3.2-.7-3.8-2"
    static let settings = "M3 6h8M15 6h2M13 4v4M3 14h2M9 14h8M7 12v4"
    static let accuracy = "M10 3a7 7 0 1 0 7 7M10 7a3 3 0 1 0 3 3M10 10l6-6"

    static func report(_ name: ReportName) -> String {
        switch name {
        case .events: "M5 3h3l1.5 4-2 1.5a10 10 0 0 0 4 4l1.5-2 4 1.5v3c0 1-1 2-2 2A12 12 0 0 1 3 5c0-1 1-2 2-2z"
        case .funnel: "M2.5 4h15l-5.5 6.5v6l-4-2v-4z"
        case .planfact: "M3 4h9M3 8.5h14M3 13h6M14 3v3M11 12v3"
        case .changes: "M2.5 4h5v4h-5zM7.5 8h5v5h-5zM12.5 10h5v6h-5z"
        case .estimate: "M4 16V8M10 16V4M16 16v-6M2.5 16h15"
        case .team:
            "M7 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M2.5 16c0-3 2-4.5 4.5-4.5s4.5 1.5 4.5 4.5M13 9.5a2 2 0 1 0 0-4M13.5 11.5c2.3 0 4 1.5 4 4.5"
        case .submissions: "M4 3h9l3 3v11H4zM7 9h6M7 12h6M7 15h3"
        case .series: "M3 16V11M6.5 16V8M10 16v-6M13.5 16V6M17 16V3"
        case .today: "M3 4.5h14v12H3zM3 8h14M7 2.5v4M13 2.5v4M7 12l2 2 4-4"
        case .revive: "M4 10a6 6 0 1 1 2 4.5M4 10l-2-2.5M4 10l2.8-1.6M10 7v3.5l2.5 1.5"
        case .alerts: "M5 13.5V9a5 5 0 0 1 10 0v4.5l1.5 1.5h-13zM8.5 17h3"
        case .actions: "M3 5l1.5 1.5L7 4M3 11l1.5 1.5L7 10M9.5 5.5h7.5M9.5 11.5h7.5M9.5 16.5h7.5M3.5 16.5h2.5"
        case .period: "M2.5 15l4-5 3.5 3 4-6 3.5-2M2.5 17h15"
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
