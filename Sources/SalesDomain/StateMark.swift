/// What stood there when a form was filled, as a short word that the form carries: what stands otherwise has another one.
/// The same in every run of one program; a later version of it may print another.
package struct StateMark: Hashable, Sendable {
    package let text: String
    package init(text: String) { self.text = text }

    /// FNV-1a over what the values print of themselves, so that no field can be forgotten. Their order does not matter.
    package init(of values: [some Sendable]) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in values.map({ "\($0)" }).sorted().joined(separator: "\n").utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        text = String(hash, radix: 36)
    }
}

extension [Quota] {
    /// Of what a plan of one scope, period and measure is, over all pipelines.
    package func mark(of scope: Scope, in period: Period, _ measure: Quota.Measure) -> StateMark {
        StateMark(
            of: filter {
                $0.scope == scope && $0.period == period && $0.measure == measure && $0.pipeline == nil
            })
    }
}

extension [CommissionPlan] {
    /// Of all versions of the plans of these names.
    package func mark(of names: Set<String>) -> StateMark { StateMark(of: filter { names.contains($0.name) }) }
}
