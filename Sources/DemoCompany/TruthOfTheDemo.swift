extension Truth {
    package static let ofTheDemo = Truth(
        stages: [
            stage("Звернення", 0.30, hump: (2, 0.26), Shares(advance: 0.70, skip: 0.06, back: 0, lose: 0.24)),
            stage("Кваліфікація", 0.50, hump: (4, 0.17), Shares(advance: 0.71, skip: 0.04, back: 0, lose: 0.25)),
            stage("Презентація", 0.65, hump: (6, 0.14), Shares(advance: 0.70, skip: 0.04, back: 0.03, lose: 0.23)),
            stage("Пропозиція", 0.80, hump: (8, 0.11), Shares(advance: 0.69, skip: 0.03, back: 0.04, lose: 0.24)),
            stage("Переговори", 0.95, hump: (7, 0.13), Shares(advance: 0.77, skip: 0, back: 0.05, lose: 0.18)),
        ],
        won: "Виграно", lost: "Програно",
        weekday: [0.95, 1.15, 1.15, 1.10, 0.95, 0.10, 0.03],
        monthOfQuarter: [0.88, 0.96, 1.20],
        inflow: [0.78, 0.92, 1.06, 1.02, 0.94, 0.98, 0.84, 0.80, 1.12, 1.16, 1.20, 1.02],
        yearlyGrowth: 1.09,
        sources: [
            Source(name: "Сайт", share: 0.30, strength: 1),
            Source(name: "Рекомендація", share: 0.16, strength: 1.25),
            Source(name: "Реклама", share: 0.20, strength: 0.82),
            Source(name: "Виставка", share: 0.09, strength: 0.95),
            Source(name: "Дзвінок", share: 0.15, strength: 0.80),
            Source(name: "Партнер", share: 0.10, strength: 1.15),
        ],
        strength: strengths,
        weakness: Weakness(seller: "s01", stage: 2, advance: 0.45, lose: 1.5),
        markets: [
            Staff.corporate: Market(inflow: 0.85, size: 1.65), Staff.west: Market(inflow: 1.2, size: 0.85),
            Staff.south: Market(inflow: 1.15, size: 0.95), Staff.keyAccounts: Market(inflow: 0.95, size: 1.25),
        ],
        outbound: 0.62, passivity: Passivity(seller: "s02", outbound: 0.2),
        dies: 0.015, buried: 0.006, reopened: 0.03, recordedLate: 0.06, paying: .ofTheDemo)

    private static func stage(_ name: String, _ template: Double, hump: (Double, Double), _ shares: Shares) -> Stage {
        Stage(name: name, template: template, humpDay: hump.0, hump: hump.1, floor: hump.1 / 4, shares: shares)
    }

    private static let strengths = Dictionary(
        uniqueKeysWithValues: [
            1.00, 0.78, 0.96, 1.02, 1.04, 1.15, 1.20, 1.22, 0.90, 1.10, 0.84, 1.05, 0.98, 1.12, 0.92, 1.00, 1.25, 1.08,
            0.95, 1.18, 0.88, 1.02, 1.06, 0.94,
        ].enumerated().map { (Staff.sellerID($0), $1) })
}
