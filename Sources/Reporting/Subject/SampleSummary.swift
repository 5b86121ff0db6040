package import Auditing
package import Scheduling

/// A sample with what its items come to.
package struct SampleSummary: Sendable {
  package var sample: Sample
  package var result: SampleResult
  /// Whether a nonconformity appeared and the sample was not extended for it.
  package var isToExtend: Bool

  /// Creates a summary.
  package init(_ sample: Sample, _ result: SampleResult, isToExtend: Bool) {
    self.sample = sample
    self.result = result
    self.isToExtend = isToExtend
  }
}
