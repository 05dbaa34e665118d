import JSON

/// `sum`, `mean`, `minimum` and `maximum` over a list: of an empty one the sum is 0, the others are errors.
extension PackLibrary {
  private static let element = CELType.parameter("A")

  static let aggregates: [FunctionDeclaration] = [
    aggregate(
      "sum",
      [(.int, .int), (.uint, .uint), (.decimal, .decimal), (.ratio, .ratio), (.double, .double)]
    ) { sum($0) },
    aggregate(
      "mean",
      [(.int, .ratio), (.uint, .ratio), (.decimal, .ratio), (.ratio, .ratio), (.double, .double)]
    ) {
      mean($0)
    },
    aggregate("minimum", [(element, element)]) { extreme($0, "minimum", .less) },
    aggregate("maximum", [(element, element)]) { extreme($0, "maximum", .greater) },
  ]

  private static func aggregate(
    _ name: Text, _ types: [(element: CELType, result: CELType)],
    _ fold: @escaping @Sendable ([Value]) -> Value?
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name,
      types.map {
        Overload(types.count == 1 ? name : name + "_" + $0.element.text, [.list($0.element)], $0.result)
      },
      .unary { value, _ in
        guard case .list(let list) = value else { return nil }
        return fold(list.elements)
      })
  }

  /// Integers of one type stay integers; with a decimal or ratio among them the sum is one.
  private static func sum(_ elements: [Value]) -> Value? {
    guard var total = elements.first else { return .int(0) }
    guard total.isNumber else { return nil }
    for element in elements.dropFirst() {
      guard let next = sum(total, element) else { return nil }
      if case .error = next { return next }
      total = next
    }
    return total
  }

  private static func sum(_ left: Value, _ right: Value) -> Value? {
    switch (left, right) {
    case (.int(let a), .int(let b)): return .checked(a.addingReportingOverflow(b), "sum")
    case (.uint(let a), .uint(let b)): return .checked(a.addingReportingOverflow(b), "sum")
    case (.double(let a), .double(let b)): return .double(a + b)
    case (.decimal(let a), .decimal(let b)):
      return (try? a + b).map(Value.decimal) ?? .overflow("sum")
    default:
      guard let a = ExactNumber(left), let b = ExactNumber(right) else { return nil }
      return result(Operator.add, a, b)
    }
  }

  /// The exact ratio of sum and count; of doubles a double.
  private static func mean(_ elements: [Value]) -> Value? {
    guard !elements.isEmpty else { return .error(EvaluationError(.emptyList)) }
    let count = Int64(elements.count)
    switch sum(elements) {
    case .double(let total): return .double(total / Double(count))
    case .error(let error): return .error(error)
    case let total?:
      guard let number = ExactNumber(total) else { return nil }
      do throws(ArithmeticError) {
        return .ratio(try number.over(.decimal(Decimal(count))))
      } catch {
        return .failure(error, "mean")
      }
    case nil: return nil
    }
  }

  /// The first element to which none stands in the given order.
  private static func extreme(_ elements: [Value], _ name: Text, _ order: Ordering) -> Value? {
    guard var found = elements.first else { return .error(EvaluationError(.emptyList)) }
    // Also an only element must be of an ordered type.
    for element in elements {
      switch Value.order(element, found) {
      case .ordered(let ordering): if ordering == order { found = element }
      case .unordered: break
      case .incomparable: return .error(.noSuchOverload(name, [element, found]))
      }
    }
    return found
  }
}
