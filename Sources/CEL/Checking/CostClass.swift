import JSON

/// How the cost of a call and the size of its result are told: looked up by name once a call.
struct CostClass {
  /// Steps of the function itself.
  enum Own: UInt8 {
    /// Each operand is read from end to end.
    case reads
    case nothing
    /// Nothing for a list or map.
    case size
    case matches
    /// Each element is compared with each of the last operand, unless both are found by hash.
    case compares
    case sort
    /// The first operand is searched for the second.
    case searches
  }

  /// Bounds of the result.
  enum Result: UInt8 {
    /// Those of its type.
    case undeclared
    case choice, part, sum, first
    /// No larger than the largest operand.
    case largest
    /// At most three bytes for one.
    case threefold
    case split, join, replace, periods, range, string
  }

  private(set) var own = Own.reads
  private(set) var result = Result.undeclared

  static func of(_ function: Text) -> CostClass { byName[function] ?? CostClass() }

  private static let byName: [Text: CostClass] = {
    var classes: [Text: CostClass] = [:]
    for (own, names) in owns {
      for name in names { classes[name, default: CostClass()].own = own }
    }
    for (result, names) in results {
      for name in names { classes[name, default: CostClass()].result = result }
    }
    return classes
  }()

  private static let owns: [(Own, [Text])] = [
    (
      .nothing,
      [
        Operator.and, Operator.or, Operator.not, Operator.conditional, Operator.index, Operator.optionalIndex,
        "dyn", "type", "optional.of", "optional.ofNonZeroValue", "hasValue", "value", "or", "orValue",
        "first",
        "last", "has", "given", "keyed",
      ]
    ),
    (.size, ["size"]),
    (.matches, ["matches"]),
    (
      .compares,
      ["distinct", "duplicates", "without", "sets.contains", "sets.intersects", "sets.equivalent"]
    ),
    (.sort, ["sort"]),
    (.searches, ["contains", "indexOf", "lastIndexOf", "replace", "split"]),
  ]

  private static let results: [(Result, [Text])] = [
    (.choice, [Operator.conditional]),
    (.part, [Operator.index, Operator.optionalIndex, "flatten"]),
    (.sum, [Operator.add]),
    (.first, ["without"]),
    (
      .largest,
      [
        "sort", "distinct", "duplicates", "reverse", "slice", "first", "last", "dyn", "orValue", "or",
        "value",
        "optional.of", "optional.ofNonZeroValue", "substring", "trim", "lowerAscii", "upperAscii", "charAt",
        "sum", "minimum", "maximum",
      ]
    ),
    // Lowercasing at most triples the bytes; NFC and base64 add less.
    (.threefold, ["fold", "bare", "base64.encode", "strings.quote"]),
    (.split, ["split"]),
    (.join, ["join"]),
    (.replace, ["replace"]),
    (.periods, ["periods"]),
    (.range, ["lists.range"]),
    (.string, ["string"]),
  ]
}
