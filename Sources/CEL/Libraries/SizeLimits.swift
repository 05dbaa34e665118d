import JSON

/// Bounds on what one call of an extension may make: repeated, some of them would multiply their operands.
enum SizeLimits {
  /// Bytes of a text.
  static let text = 1 << 24
  /// Elements of a list.
  static let list = 1 << 20
}

extension Value {
  /// The text, or an overflow where it is too long.
  static func bounded(_ text: Text?, _ function: Text) -> Value {
    guard let text, text.utf8.count <= SizeLimits.text else { return overflow(function) }
    return .string(text)
  }

  /// The list, or an overflow where it is too long.
  static func bounded(_ elements: [Value]?, _ function: Text) -> Value {
    guard let elements, elements.count <= SizeLimits.list else { return overflow(function) }
    return .list(ListValue(elements))
  }

  /// An index outside of a text or list.
  static func outOfBounds(_ index: Int64, size: Int) -> Value {
    .error(EvaluationError(.indexOutOfBounds, [Text(integer: index), Text(integer: Int64(size))]))
  }

  /// A range whose end lies before its start.
  static func reversedRange(_ start: Int64, _ end: Int64) -> Value {
    .error(
      EvaluationError(.invalidArgument, [Text(integer: start) + ", " + Text(integer: end), "start <= end"]))
  }
}
