import CEL
import Evaluator
import JSON

/// A table in a rule: an object of keys with the values that each admits, or CEL text of a map.
enum LookupTable: JSONNodeDecodable {
  case rows(JSONNode)
  case expression(ExpressionText)

  init(_ node: JSONNode) throws(DecodingFailure) {
    self = node.kind == .object ? .rows(node) : .expression(try ExpressionText(node))
  }

  static let shape = ValueShape.either([
    .dictionary(
      .either([.text, .number, .boolean, .array(.either([.text, .number, .boolean]), minimum: 1)]), keys: .any
    ),
    .expression,
  ])

  /// The formulas of a table for one key and one value.
  struct Compiled {
    /// A map whose keys are the table's.
    let map: Text
    /// True where the value is admitted; an error where the key isn't in the map.
    let admits: Text
    /// What is admitted for the key.
    let limit: Text
  }

  /// - Parameter orAbove: a value above the lowest that is listed will do too.
  func compiled(
    key: Term, value: Term, orAbove: Bool, _ context: CompileContext
  ) throws(CompileContext.Broken) -> Compiled {
    if orAbove { requireOrder(of: value, context) }
    switch self {
    case .rows(let node): return rows(node, key, value, orAbove, context)
    case .expression(let text): return try expression(text, key, value, orAbove, context)
    }
  }

  private func requireOrder(of value: Term, _ context: CompileContext) {
    if case .enumeration(let name) = value.type, context.schema.enumTypes[name]?.isOrdered == true { return }
    if !value.isBroken {
      context.report(.wrongExpressionType, at: value.node, [value.type.text, "ordered enum"])
    }
  }

  private func rows(
    _ node: JSONNode, _ key: Term, _ value: Term, _ orAbove: Bool, _ context: CompileContext
  ) -> Compiled {
    var entries: [String] = []
    var floors: [String] = []
    let isNamed = isNamed(value.type, context)
    for row in node.members {
      let name = row.key ?? ""
      guard let literal = context.literal(key: row, of: key.type) else { continue }
      let admitted = row.oneOrSeveral
      let values = admitted.compactMap { node in
        context.literal(node, of: value.type).map {
          isNamed ? enumPrefix(value.type) + (node.text ?? "") : $0
        }
      }
      entries.append("\(literal): [\(values.map(\.string).joined(separator: ", "))]")
      if orAbove, let floor = lowest(admitted, of: value.type, context) {
        floors.append("\(key) == \(literal) ? \(value) >= \(floor.celLiteral) : ")
      } else if orAbove {
        context.report(.invalidValue, at: row, [name, value.type.text])
      }
    }
    let map = Text("{\(entries.joined(separator: ", "))}")
    let row = map + "[" + key.text + "]"
    return Compiled(
      map: map,
      admits: orAbove
        ? Text("(\(floors.joined())false)") : Text("\(isNamed ? value.text : text(value)) in \(row)"),
      limit: row)
  }

  /// A value that is compared with texts.
  private func text(_ value: Term) -> Text {
    if case .enumeration = value.type { return "string(" + value.text + ")" }
    return value.text
  }

  /// Whether the members of an enum can be written by name, so that reports show them by title.
  private func isNamed(_ type: CELType, _ context: CompileContext) -> Bool {
    guard case .enumeration(let name) = type, let member = context.schema.enumTypes[name]?.members.first
    else {
      return false
    }
    return context.isVisible(member, of: name)
  }

  private func enumPrefix(_ type: CELType) -> Text {
    if case .enumeration(let name) = type { name + "." } else { "" }
  }

  private func lowest(_ nodes: [JSONNode], of type: CELType, _ context: CompileContext) -> Text? {
    guard case .enumeration(let name) = type, let members = context.schema.enumTypes[name] else { return nil }
    return nodes.compactMap(\.text).compactMap { text in members.index(of: text).map { ($0, text) } }
      .min { $0.0 < $1.0 }?.1
  }

  private func expression(
    _ text: ExpressionText, _ key: Term, _ value: Term, _ orAbove: Bool, _ context: CompileContext
  ) throws(CompileContext.Broken) -> Compiled {
    let map = context.term(text, .any)
    guard case .map(_, let element) = map.type else {
      if !map.isBroken { context.report(.wrongExpressionType, at: text.node, [map.type.text, "map"]) }
      throw CompileContext.Broken()
    }
    let row = "\(map)[\(key)]"
    let isList = if case .list = element { true } else { false }
    if orAbove, element != value.type {
      context.report(.wrongExpressionType, at: text.node, [element.text, value.type.text])
    }
    let relation = orAbove ? ">=" : isList ? "in" : "=="
    return Compiled(map: map.text, admits: Text("\(value) \(relation) \(row)"), limit: Text(row))
  }
}

extension CompileContext {
  /// The CEL literal of a key of an object in the file; nil where it isn't of the type, which is reported.
  func literal(key node: JSONNode, of type: CELType) -> Text? {
    let name = node.key ?? ""
    switch type {
    case .string, .dyn: return name.celLiteral
    case .enumeration(let enumName):
      guard let members = schema.enumTypes[enumName] else { return nil }
      if members.index(of: name) != nil { return name.celLiteral }
      let suggestion = Suggestion.nearest(to: name, among: members.members)
      log.report(.notAMember, atKey: node, [name, enumName] + members.membersToName, suggestion: suggestion)
    case .int where Int64(name.string) != nil: return name
    case .error: break
    default: log.report(.invalidValue, atKey: node, [name, type.text])
    }
    markBroken()
    return nil
  }
}
