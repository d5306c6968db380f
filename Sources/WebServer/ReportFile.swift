internal import ReportDocuments
internal import SalesDomain
internal import Texts
internal import Workbooks

/// A report that is given as a file: its name, and what a workbook says of itself.
struct ReportFile {
    /// Without its ending.
    let name: String
    let about: Workbook.About

    /// `period` and `scope`: what the figures are of, where they are of one.
    init(
        _ name: String, title: String, scope: Scope?, period: Period?, asOf: Instant, basis: Company.Basis = .won,
        _ member: Member
    ) {
        let texts = Texts(member.guest.language)
        var lines = [(texts("file.company"), member.company.name)]
        if let scope { lines.append((texts("frame.scope"), member.title(of: scope, texts))) }
        if let period { lines.append((texts("frame.period"), texts.period(period, in: member.calendar))) }
        lines += [
            (texts("frame.as_of.label"), texts.moment(asOf, in: member.calendar.zone)),
            (texts("file.currency"), member.company.baseCurrency.code),
            (texts("file.basis"), texts("basis." + basis.rawValue)),
            (texts("file.by"), member.name),
        ]
        self.name = name
        about = Workbook.About(
            title: texts(title), name: texts("file.about"), lines: lines, language: member.guest.language)
    }
}

extension Member {
    fileprivate func title(of scope: Scope, _ texts: Texts) -> String {
        switch scope {
        case .company: texts("scope.company")
        case .department(let id): id.flatMap { organisation.department($0)?.name } ?? texts("scope.no_department")
        case .employee(let id): id.flatMap { organisation.employee($0)?.name } ?? texts("scope.nobody")
        }
    }
}
