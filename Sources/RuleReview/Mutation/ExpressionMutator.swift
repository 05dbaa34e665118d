import CEL
import JSON

/// Makes the expressions that differ from a given one by a single slip.
struct ExpressionMutator {
  let macros: Library.Macros

  /// One changed expression.
  struct Variant {
    var expression: Expression
    let sort: MutantSort
    /// The part that was changed, and what it became; nil where it was dropped.
    let before: Text
    let after: Text?
  }

  /// Every variant with its text, each text once and never the original; none for a text that is no expression.
  func variants(of text: Text) -> [(text: Text, variant: Variant)] {
    guard let parsed = Parser.parse(text, macros: macros).0 else { return [] }
    var seen: Set<Text> = [Unparser.text(parsed.root)]
    return variants(of: parsed.root).compactMap { variant in
      let text = Unparser.text(variant.expression)
      return seen.insert(text).inserted ? (text, variant) : nil
    }
  }

  /// Of the node itself, then of those below it.
  private func variants(of expression: Expression) -> [Variant] {
    let chain = Chain(expression)
    let children = chain?.operands ?? expression.children
    var variants = chain.map(changes) ?? changes(of: expression)
    for (place, child) in children.enumerated() {
      for var variant in self.variants(of: child) {
        var changed = children
        changed[place] = variant.expression
        variant.expression = chain?.rebuilt(changed) ?? expression.rebuilt(changed)
        variants.append(variant)
      }
    }
    return variants
  }

  /// A part of the chain dropped, or the chain made of the other operator.
  private func changes(of chain: Chain) -> [Variant] {
    let whole = Unparser.text(chain.rebuilt(chain.operands))
    var variants = chain.operands.indices.map { place in
      var rest = chain.operands
      let dropped = rest.remove(at: place)
      return Variant(
        expression: chain.rebuilt(rest), sort: .condition, before: Unparser.text(dropped), after: nil)
    }
    let other = chain.flipped
    variants.append(
      Variant(expression: other, sort: .quantifier, before: whole, after: Unparser.text(other)))
    return variants
  }

  private func changes(of expression: Expression) -> [Variant] {
    switch expression.kind {
    case .literal(let literal):
      return LiteralChanges.of(literal).map { variant(expression, $1, .literal($0)) }
    case .call(let function, let target, let arguments):
      return changes(of: expression, function, target, arguments)
    case .list(let items, let optional):
      guard items.count > 1 else { return [] }
      return items.indices.map { place in
        var (rest, flags) = (items, optional)
        let dropped = rest.remove(at: place)
        if flags.indices.contains(place) { flags.remove(at: place) }
        return Variant(
          expression: expression.with(.list(rest, optional: flags)), sort: .member,
          before: Unparser.text(dropped), after: nil)
      }
    case .comprehension(let comprehension): return changes(of: expression, comprehension)
    case .has: return [variant(expression, .condition, not(expression).kind)]
    case .identifier, .select, .map, .structure, .bind: return []
    }
  }

  private func changes(
    of expression: Expression, _ function: Text, _ target: Expression?, _ arguments: [Expression]
  ) -> [Variant] {
    if function == Operator.conditional, arguments.count == 3 {
      return arguments.dropFirst().map { variant(expression, .condition, $0.kind) }
    }
    if function == Operator.not, let operand = arguments.first {
      return [variant(expression, .comparison, operand.kind)]
    }
    if function == Operator.membership { return [variant(expression, .comparison, not(expression).kind)] }
    return (OperatorChanges.byFunction[function] ?? []).map { other, sort in
      variant(expression, sort, .call(function: other, target: target, arguments: arguments))
    }
  }

  private func changes(of expression: Expression, _ comprehension: Comprehension) -> [Variant] {
    switch comprehension.operation {
    case .all:
      return [
        variant(
          expression, .quantifier,
          .comprehension(comprehension.with(.exists, predicate: comprehension.predicate)))
      ]
    case .exists, .existsOne:
      return [
        variant(
          expression, .quantifier,
          .comprehension(comprehension.with(.all, predicate: comprehension.predicate)))
      ]
    case .filter: return [variant(expression, .condition, comprehension.range.kind)]
    default:
      guard comprehension.predicate != nil, comprehension.transform != nil else { return [] }
      return [variant(expression, .condition, .comprehension(comprehension.with(predicate: nil)))]
    }
  }

  private func variant(_ expression: Expression, _ sort: MutantSort, _ kind: Expression.Kind) -> Variant {
    let changed = expression.with(kind)
    return Variant(
      expression: changed, sort: sort, before: Unparser.text(expression), after: Unparser.text(changed))
  }

  private func not(_ expression: Expression) -> Expression {
    expression.with(.call(function: Operator.not, target: nil, arguments: [expression]))
  }
}
