// swift-tools-version: 6.2
// The house: one package, one executable. Rooms and arrows are described in docs/architecture.md,
// and ArchitectureTests fails when an import is not on the list below.
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

func room(_ name: String, sees rooms: [String] = [], packages: [Target.Dependency] = [], resources: [Resource] = [])
    -> Target
{
    .target(
        name: name, dependencies: rooms.map { .byName(name: $0) } + packages, resources: resources,
        swiftSettings: strict)
}

func tests(_ name: String, sees rooms: [String], packages: [Target.Dependency] = [], resources: [Resource] = [])
    -> Target
{
    .testTarget(
        name: name, dependencies: rooms.map { .byName(name: $0) } + packages, resources: resources,
        swiftSettings: strict)
}

// Below the I/O line: no clock, no file, no socket, no database.
let pure: [Target] = [
    room("Parallel"),
    room("Forecasting", sees: ["Parallel"]),
    room("SalesDomain"),
    room("SalesFacts", sees: ["SalesDomain", "Parallel"]),
    room("SalesReports", sees: ["SalesDomain", "SalesFacts", "Forecasting", "Parallel"]),
    room("ReportDocuments", sees: ["SalesDomain", "SalesReports"]),
    room("Workbooks", sees: ["SalesDomain", "ReportDocuments"]),
    room("Exchange", sees: ["SalesDomain"]),
    room("DemoCompany", sees: ["SalesDomain", "Exchange"]),
    room("Texts", sees: ["SalesDomain"]),
    room("WebRoutes", sees: ["SalesDomain"]),
    .executableTarget(
        name: "forecast-lab", dependencies: ["Forecasting", "Parallel"], path: "Benchmarks/ForecastLab",
        swiftSettings: strict),
]

let pureTests: [Target] = [
    tests("ParallelTests", sees: ["Parallel"]),
    tests("ForecastingTests", sees: ["Forecasting", "Parallel"]),
    tests("SalesFactsTests", sees: ["SalesDomain", "SalesFacts"]),
    tests(
        "SalesReportsTests",
        sees: [
            "SalesDomain", "SalesFacts", "SalesReports", "ReportDocuments", "Forecasting", "Exchange", "DemoCompany",
        ]),
    tests("ArchitectureTests", sees: []),
    tests("DemoCompanyTests", sees: ["SalesDomain", "Exchange", "DemoCompany"]),
    tests("SalesDomainTests", sees: ["SalesDomain"]),
    tests("WorkbooksTests", sees: ["SalesDomain", "ReportDocuments", "Workbooks"]),
    tests("ExchangeTests", sees: ["Exchange", "SalesDomain"]),
    tests("WebRoutesTests", sees: ["WebRoutes", "SalesDomain"]),
    tests("TextsTests", sees: ["SalesDomain", "Texts"]),
]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let outside: [Target] = [
    room(
        "WebPages", sees: ["SalesDomain", "SalesReports", "Texts", "WebRoutes"], packages: [mustache],
        resources: [.embedInCode("Templates"), .embedInCode("Look")]),
    room("Ledger", sees: ["SalesDomain"]),
    room("SQLiteDriver", sees: ["Ledger"], packages: [grdb, sqlite]),
    room("PostgresDriver", sees: ["Ledger"], packages: ["CLibPQ"]),
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
    room("LiveFacts", sees: ["SalesDomain", "Ledger", "SalesFacts", "SalesReports"]),
    room(
        "Actions", sees: ["SalesDomain", "Exchange", "DemoCompany", "Ledger", "LiveFacts"],
        packages: [crypto, cryptoExtras]),
    room(
        "WebServer",
        sees: [
            "SalesDomain", "SalesReports", "ReportDocuments", "Workbooks", "Texts", "WebRoutes", "WebPages", "Ledger",
            "LiveFacts", "Actions",
        ], packages: [hummingbird, crypto, logging]),
    room(
        "Wiring",
        sees: ["SalesDomain", "Ledger", "SQLiteDriver", "PostgresDriver", "LiveFacts", "Actions", "WebServer"],
        packages: [logging, lifecycle]),
    room(
        "Commands",
        sees: [
            "SalesDomain", "SalesFacts", "SalesReports", "ReportDocuments", "Workbooks", "Exchange", "DemoCompany",
            "Texts", "Ledger", "LiveFacts", "Actions", "WebServer", "Wiring",
        ], packages: [arguments, logging, lifecycle]),
    .executableTarget(name: "liyka", dependencies: ["Commands"], swiftSettings: strict),
]

let outsideTests: [Target] = [
    // The same tests run on both engines; this is where they get their databases.
    .target(
        name: "TestDatabase", dependencies: ["SalesDomain", "Ledger", "SQLiteDriver", "PostgresDriver"],
        path: "Tests/TestDatabase",
        swiftSettings: strict),
    tests("ActionsTests", sees: ["SalesDomain", "Exchange", "Ledger", "TestDatabase", "LiveFacts", "Actions"]),
    tests(
        "LedgerTests",
        sees: [
            "SalesDomain", "Ledger", "SQLiteDriver", "PostgresDriver", "TestDatabase", "Actions", "SalesFacts",
            "LiveFacts",
        ]),
    tests("WebPagesTests", sees: ["SalesDomain", "SalesFacts", "SalesReports", "Texts", "WebRoutes", "WebPages"]),
    tests(
        "WebServerTests",
        sees: ["SalesDomain", "WebRoutes", "Ledger", "TestDatabase", "LiveFacts", "Actions", "WebServer"],
        packages: [hummingbird, .product(name: "HummingbirdTesting", package: "hummingbird"), logging]),
]

// LIYKA_ROOMS=pure builds and tests only what lies below the I/O line: no package is fetched, seconds instead of minutes.
let onlyPure = Context.environment["LIYKA_ROOMS"] == "pure"

let package = Package(
    name: "liyka",
    platforms: [.macOS(.v15)],
    dependencies: onlyPure
        ? []
        : [
            .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
            .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
            .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
            .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
            .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
            .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
            .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        ],
    targets: pure + pureTests + (onlyPure ? [] : outside + outsideTests)
)
