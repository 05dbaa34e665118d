/// What could have stood where a document is broken.
public struct JSONExpectation: OptionSet, Hashable, Sendable {
  /// One bit for each thing that could have stood there.
  public let rawValue: UInt16
  /// The set of these bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Any value.
  public static let value = JSONExpectation(rawValue: 1 << 0)
  /// A key in double quotes.
  public static let key = JSONExpectation(rawValue: 1 << 1)
  /// `:` between key and value.
  public static let colon = JSONExpectation(rawValue: 1 << 2)
  /// `,` before the next element or member.
  public static let comma = JSONExpectation(rawValue: 1 << 3)
  /// `]`.
  public static let endOfArray = JSONExpectation(rawValue: 1 << 4)
  /// `}`.
  public static let endOfObject = JSONExpectation(rawValue: 1 << 5)
  /// `"` that ends a string.
  public static let endOfString = JSONExpectation(rawValue: 1 << 6)
  /// A decimal digit.
  public static let digit = JSONExpectation(rawValue: 1 << 7)
  /// Nothing: the document is complete.
  public static let endOfInput = JSONExpectation(rawValue: 1 << 8)
}
