import JSON

/// Optional values: `optional.of` and its like, `value`, `or`, and the macros `optMap` and `optFlatMap`.
///
/// The syntax `a.?b`, `a[?b]`, `[?a]` and `{?a: b}` is part of the language.
public enum OptionalsLibrary {
  public static let library = Library(name: "optionals", functions: makers + readers, macros: .optionals)

  private static let wrapped = CELType.parameter("V")
  private static let optional = CELType.optional(wrapped)
  private static let none = Value.optional(OptionalValue(nil))

  private static let makers: [FunctionDeclaration] = [
    FunctionDeclaration(
      "optional.of", [Overload("optional_of", [wrapped], optional)], traits: .takesOpen,
      .unary { value, _ in .optional(OptionalValue(value)) }),
    FunctionDeclaration(
      "optional.ofNonZeroValue", [Overload("optional_ofNonZeroValue", [wrapped], optional)],
      .unary { value, _ in value.isZero ? none : .optional(OptionalValue(value)) }),
    FunctionDeclaration(
      "optional.none", [Overload("optional_none", [], optional)], .nullary { _ in none }),
  ]

  private static let readers: [FunctionDeclaration] = [
    FunctionDeclaration(
      "hasValue", [Overload("optional_hasValue", member: true, [optional], .bool)], traits: .takesOpen,
      .unary { value, _ in
        guard case .optional(let optional) = value else { return nil }
        return .bool(optional.value != nil)
      }),
    FunctionDeclaration(
      "value", [Overload("optional_value", member: true, [optional], wrapped)], traits: .takesOpen,
      .unary { value, _ in
        guard case .optional(let optional) = value else { return nil }
        return optional.value ?? .error(EvaluationError(.noneDereference))
      }),
    FunctionDeclaration(
      "or", [Overload("optional_or_optional", member: true, [optional, optional], optional)], .intrinsic),
    FunctionDeclaration(
      "orValue", [Overload("optional_orValue_value", member: true, [optional, wrapped], wrapped)],
      .intrinsic),
  ]
}

extension Value {
  /// True for what a type holds at the beginning: false, 0, an empty text or collection, none, null.
  fileprivate var isZero: Bool {
    switch self {
    case .null: true
    case .bool(let bool): !bool
    case .int(let int): int == 0
    case .uint(let uint): uint == 0
    case .double(let double): double == 0
    case .decimal(let decimal): decimal.isZero
    case .ratio(let ratio): ratio.numerator.isZero
    case .string(let text): text.isEmpty
    case .bytes(let bytes): bytes.isEmpty
    case .duration(let duration): duration.nanoseconds == 0
    case .timestamp(let timestamp): timestamp.seconds == 0 && timestamp.nanoseconds == 0
    case .list(let list): list.elements.isEmpty && list.isComplete
    case .map(let map): map.keys.isEmpty
    case .optional(let optional): optional.value == nil
    case .date, .period, .enumeration, .record, .type, .unknown, .error: false
    }
  }
}
