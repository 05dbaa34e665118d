import JSON

/// `format`: puts arguments in the place of clauses `%s %d %f %e %b %o %x %X`, `%.3f` with decimals; `%%` is a `%`.
struct TextFormatter {
  private let pattern: [UInt8]
  private let arguments: [Value]
  private var place = 0
  private var used = 0
  private var output: [UInt8] = []

  /// Decimals where a clause does not say.
  private static let defaultPrecision = 6
  /// More digits than this no double has.
  private static let maximumPrecision = 1100

  private init(_ pattern: Text, _ arguments: [Value]) {
    self.pattern = pattern.utf8
    self.arguments = arguments
  }

  /// The text, or an error: a clause that does not exist, or for which there is no argument, or one of another type.
  /// Arguments without a clause are not looked at.
  static func format(_ pattern: Text, _ arguments: [Value]) -> Value {
    var formatter = TextFormatter(pattern, arguments)
    return formatter.run()
  }

  private mutating func run() -> Value {
    while place < pattern.count {
      let byte = pattern[place]
      place += 1
      if byte != UInt8(ascii: "%") {
        output.append(byte)
      } else if let error = clause() {
        return .error(error)
      }
      if output.count > SizeLimits.text { return .overflow("format") }
    }
    return .string(Text(utf8: output))
  }

  /// Writes the argument of the clause behind a `%`.
  private mutating func clause() -> EvaluationError? {
    let start = place - 1
    if place < pattern.count, pattern[place] == UInt8(ascii: "%") {
      place += 1
      output.append(UInt8(ascii: "%"))
      return nil
    }
    guard let precision = precision(), place < pattern.count, let verb = Verb(rawValue: pattern[place]) else {
      let end = min(place + 1, pattern.count)
      return EvaluationError(.invalidArgument, [Text(utf8: pattern[start..<end]), "%s %d %f %e %b %o %x %X"])
    }
    place += 1
    guard used < arguments.count else {
      return EvaluationError(
        .indexOutOfBounds, [Text(integer: Int64(used)), Text(integer: Int64(arguments.count))])
    }
    let argument = arguments[used]
    used += 1
    guard let text = verb.text(of: argument, precision: precision) else {
      let type = TypeValue(argument.type).name
      return EvaluationError(.invalidArgument, [type, Text(utf8: pattern[start..<place])])
    }
    output += text.utf8
    return nil
  }

  /// The number behind a `.`, the default without one; nil where it is malformed or too large.
  private mutating func precision() -> Int? {
    guard place < pattern.count, pattern[place] == UInt8(ascii: ".") else {
      return TextFormatter.defaultPrecision
    }
    place += 1
    var number: Int?
    while place < pattern.count, pattern[place].isDigit {
      let digit = Int(pattern[place] - UInt8(ascii: "0"))
      number = min((number ?? 0) * 10 + digit, TextFormatter.maximumPrecision + 1)
      place += 1
    }
    guard let number, number <= TextFormatter.maximumPrecision else { return nil }
    return number
  }
}
