extension RegexParser {
  /// Takes `*`, `+`, `?` or a count in braces, with a `?` for the lazy form.
  ///
  /// A brace that is no count stands for itself, as in RE2.
  mutating func takeRepetition() throws(RegexError) -> (minimum: Int, maximum: Int?)? {
    let start = position
    var bounds: (minimum: Int, maximum: Int?)
    if take("*") {
      bounds = (0, nil)
    } else if take("+") {
      bounds = (1, nil)
    } else if take("?") {
      bounds = (0, 1)
    } else if take("{") {
      guard let counts = takeCounts() else {
        position = start
        return nil
      }
      bounds = counts
      let largest = max(bounds.minimum, bounds.maximum ?? 0)
      guard largest <= Self.maximumCount, bounds.minimum <= bounds.maximum ?? largest else {
        throw error(.invalidRepeatSize, at: start)
      }
    } else {
      return nil
    }
    _ = take("?")
    return bounds
  }

  /// Takes `n}`, `n,}` or `n,m}`.
  private mutating func takeCounts() -> (minimum: Int, maximum: Int?)? {
    guard let minimum = takeNumber(base: 10, digits: .max) else { return nil }
    var maximum: Int? = Int(minimum)
    if take(",") { maximum = takeNumber(base: 10, digits: .max).map { Int($0) } }
    return take("}") ? (Int(minimum), maximum) : nil
  }
}

extension RegexNode {
  /// How often the most repeated part stands in the program, by counts alone.
  var repeatCount: Int {
    switch self {
    case .literal, .characterClass, .assertion: return 1
    case .concatenation(let nodes), .alternation(let nodes):
      return nodes.reduce(1) { max($0, $1.repeatCount) }
    case .repetition(let node, let minimum, let maximum):
      return node.repeatCount * max(minimum, maximum ?? 1, 1)
    }
  }
}
