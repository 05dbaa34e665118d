import CEL
import JSON

/// A tree in prefix notation, without ids and ranges: what tests compare trees by.
///
/// A chain of `&&` or `||` is written as one list, since how it is balanced has no meaning.
func dump(_ expression: Expression) -> String {
  switch expression.kind {
  case .literal(let literal): return dump(literal)
  case .identifier(let name, let leadingDot): return (leadingDot ? "." : "") + name.string
  case .select(let operand, let field, let optional):
    return "(\(optional ? ".?" : ".") \(dump(operand)) \(field.string))"
  case .has(let operand, let field): return "(has \(dump(operand)) \(field.string))"
  case .call(let function, let target, let arguments):
    if function == Operator.and || function == Operator.or {
      let terms = arguments.flatMap { chain($0, function) }
      return "(" + ([function.string] + terms.map(dump)).joined(separator: " ") + ")"
    }
    let receiver = target.map { dump($0) + "." } ?? ""
    return "(" + ([receiver + function.string] + arguments.map(dump)).joined(separator: " ") + ")"
  case .list(let items, let optional):
    return "[" + zip(items, optional).map { ($1 ? "?" : "") + dump($0) }.joined(separator: " ") + "]"
  case .map(let entries):
    let parts = entries.map { ($0.optional ? "?" : "") + dump($0.key) + ":" + dump($0.value) }
    return "{" + parts.joined(separator: " ") + "}"
  case .structure(let type, let fields):
    let parts = fields.map { ($0.optional ? "?" : "") + $0.field.string + ":" + dump($0.value) }
    return type.string + "{" + parts.joined(separator: " ") + "}"
  case .comprehension(let comprehension): return dump(comprehension)
  case .bind(let variable, let value, let body):
    return "(bind \(variable.string) \(dump(value)) \(dump(body)))"
  }
}

private func chain(_ expression: Expression, _ function: Text) -> [Expression] {
  guard case .call(function, target: nil, let arguments) = expression.kind else { return [expression] }
  return arguments.flatMap { chain($0, function) }
}

private func dump(_ literal: Literal) -> String {
  switch literal {
  case .null: "null"
  case .bool(let value): "\(value)"
  case .int(let value): "\(value)"
  case .uint(let value): "\(value)u"
  case .fraction(let digits): "#" + digits.string
  case .string(let text): "'" + text.string + "'"
  case .bytes(let bytes): "b\(bytes)"
  }
}

private func dump(_ comprehension: Comprehension) -> String {
  var parts = ["\(comprehension.operation)", dump(comprehension.range), comprehension.variable.string]
  parts += comprehension.second.map { [$0.string] } ?? []
  parts += comprehension.count.map { ["count=" + dump($0)] } ?? []
  parts += comprehension.predicate.map { ["if=" + dump($0)] } ?? []
  parts += comprehension.transform.map { ["to=" + dump($0)] } ?? []
  return "(" + parts.joined(separator: " ") + ")"
}
