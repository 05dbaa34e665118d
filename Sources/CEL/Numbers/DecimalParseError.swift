/// Why a text was not read as a decimal.
public enum DecimalParseError: Error, Hashable, Sendable {
  /// The text is not `-`, digits, point, digits, exponent in this order, each but the digits optional.
  case notANumber
  /// More digits than the limits allow.
  case tooManyDigits
  /// More decimal places than the limits allow.
  case tooManyDecimals
}
