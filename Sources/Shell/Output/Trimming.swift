import Recfiles

extension String {
  /// The text without blanks of any kind around it.
  var trimmed: String { FieldText.trimmed(self) }
}
