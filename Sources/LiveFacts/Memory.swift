internal import SalesDomain
internal import SalesFacts
internal import SalesReports

/// What was computed, within a bound: the least lately used goes first.
struct Memory {
    /// What a picture is of.
    struct Instant: Hashable {
        let asOf: SalesDomain.Instant
        let pipelines: PipelineChoice
    }

    private var forecasts = Kept<CompanyQuestion, CompanyForecast>(limit: 96 << 20)
    /// Counted in deals: a handful of instants of a large company, hundreds of a small one.
    private var pictures = Kept<Instant, CompanyPicture>(limit: 2_000_000)

    mutating func forecast(_ question: CompanyQuestion) -> CompanyForecast? { forecasts[question] }
    mutating func picture(_ key: Instant) -> CompanyPicture? { pictures[key] }

    mutating func keep(_ forecast: CompanyForecast, for question: CompanyQuestion) {
        forecasts.keep(forecast, size: forecast.size, for: question)
    }

    mutating func keep(_ picture: CompanyPicture, for key: Instant) {
        pictures.keep(picture, size: picture.cut.count + 1_000, for: key)
    }

    /// What was recorded from `earliest` on is in no answer as of `earliest` or before. Nil: everything is in doubt.
    mutating func forget(after earliest: SalesDomain.Instant?) {
        forecasts.forget { question in earliest.map { question.asOf > $0 } ?? true }
        pictures.forget { key in earliest.map { key.asOf > $0 } ?? true }
    }
}

struct Kept<Key: Hashable, Value> {
    private let limit: Int
    private var values: [Key: (value: Value, size: Int, used: Int)] = [:]
    private var total = 0
    private var uses = 0

    init(limit: Int) { self.limit = limit }

    subscript(key: Key) -> Value? {
        mutating get {
            uses += 1
            values[key]?.used = uses
            return values[key]?.value
        }
    }

    /// A value larger than the limit is not kept.
    mutating func keep(_ value: Value, size: Int, for key: Key) {
        remove(key)
        guard size <= limit else { return }
        while total + size > limit, let oldest = values.min(by: { $0.value.used < $1.value.used }) {
            remove(oldest.key)
        }
        uses += 1
        values[key] = (value, size, uses)
        total += size
    }

    mutating func forget(_ doubtful: (Key) -> Bool) {
        for key in values.keys.filter(doubtful) { remove(key) }
    }

    private mutating func remove(_ key: Key) {
        if let gone = values.removeValue(forKey: key) { total -= gone.size }
    }
}
