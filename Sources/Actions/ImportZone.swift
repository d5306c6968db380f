internal import Exchange
internal import Ledger
internal import SalesDomain

/// The time zone in which a company's days are read: what nobody said is said, and so is a change of it that comes too late.
extension ImportRun {
    /// - Parameter before: the zone until now.
    func noteZone(before: Zone) throws {
        let key = CompanyRecord.Key.timeZone.rawValue
        func warn(_ file: Int, _ column: Column, _ matter: ImportWarning.Matter) {
            report.warnings.append(
                ImportWarning(file: plan.files[file].source.name, line: 0, column: column, matter: matter))
        }
        let zone = company.calendar.zone
        if try writing.batch({ try $0.settings.value(key) }) == nil {
            if let deals = plan.files.firstIndex(where: { $0.file == .deals && $0.rows > 0 }) {
                warn(deals, .created_at, .zoneTaken(zone))
            }
        } else if zone != before, let index = plan.files.firstIndex(where: { $0.file == .company }),
            try writing.batch({ try $0.deals.count() }) > 0
        {
            warn(index, .value, .zoneChanged(from: before, to: zone))
        }
    }
}
