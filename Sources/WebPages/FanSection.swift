internal import SalesDomain
internal import SalesReports
internal import Texts

/// The period's curve as a page shows it: pictures for both widths, data for the browser's chart, the same in a table.
struct FanSection {
    let curve: PeriodCurve
    let asOf: Instant
    let frame: Frame

    var values: Values {
        let texts = frame.texts
        let fan = Fan(curve: curve, asOf: frame.zone.day(of: asOf), isNow: frame.asOf == nil, texts: texts)
        let said = texts("fan.said", ["period": .text(texts.period(curve.period, in: frame.company.calendar))])
        let fold = FanTable(fan: fan)
        return [
            "fan": [
                "unit": fan.unit, "table_unit": fold.unit, "data_html": FanChart(fan: fan).json, "rows": fold.rows,
                "over": fan.isOver, "pace": curve.pace != nil,
                "wide_svg": FanPicture(fan: fan, width: 620, height: 296).svg("wide", said: said),
                "narrow_svg": FanPicture(fan: fan, width: 360, height: 264).svg("narrow", said: said),
            ] as Values
        ]
    }
}
