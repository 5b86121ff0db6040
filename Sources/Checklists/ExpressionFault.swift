package import Auditing

/// What is wrong with the expression of a rule, as the language tells it.
package struct ExpressionFault: Hashable, Sendable {
  /// Where it stands in the expression, in UTF-8 bytes from its beginning.
  package let offset: Int
  /// What is wrong.
  package let reason: LocalizedText
  /// What to do.
  package let remedy: LocalizedText

  /// Creates a fault.
  package init(offset: Int, reason: (fr: String, en: String), remedy: (fr: String, en: String)) {
    self.offset = offset
    self.reason = LocalizedText(fr: reason.fr, en: reason.en)
    self.remedy = LocalizedText(fr: remedy.fr, en: remedy.en)
  }
}
