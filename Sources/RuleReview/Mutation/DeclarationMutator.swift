import CEL
import JSON
import RulePacks

/// Makes the declarations that differ from a given one by a single slip, by the form that its members have.
///
/// What a kind is called doesn't matter: every kind, also one that a pack brings, tells the form of its members.
struct DeclarationMutator {
  private let expressions: ExpressionMutator

  init(macros: Library.Macros) { expressions = ExpressionMutator(macros: macros) }

  /// A value with one change in it.
  struct Variant {
    var value: JSONValue
    let sort: MutantSort
    var at: [Text] = []
    let becomes: JSONValue
    let before: Text
    let after: Text?
    /// What was changed in the file.
    let node: JSONNode
  }

  func mutants(of declaration: PackDeclaration) -> [Mutant] {
    let skipped = Self.wordingMembers(declaration.sort)
    return members(of: declaration.node, declaration.shape, skipping: skipped).map { variant in
      Mutant(
        subject: declaration.sort, name: declaration.name, sort: variant.sort,
        at: Text(variant.at.map(\.string).joined(separator: "/")), becomes: variant.becomes,
        before: variant.before, after: variant.after, file: declaration.file,
        line: variant.node.position.line, declaration: variant.value)
    }
  }

  /// Members that name and describe; no outcome hangs on them.
  private static func wordingMembers(_ sort: PackDeclaration.Sort) -> Set<Text> {
    switch sort {
    case .rule:
      Set(ObjectShape.commonRuleMembers).subtracting(["when", "due", "whenMissing", "period"])
    case .award: ["id", "on", "title", "cites", "confidence"]
    case .parameter: ["title", "type", "of", "unit", "setBy"]
    }
  }

  private func variants(of node: JSONNode, _ shape: ValueShape) -> [Variant] {
    switch shape {
    case .number, .integer: return numbers(node)
    case .numberOrExpression: return node.kind == .number ? numbers(node) : texts(node)
    case .expression, .date: return texts(node)
    case .boolean: return [variant(node, .choice, .bool(node.bool != true))]
    case .oneOf(let texts):
      return texts.filter { !node.isString($0) }.map { variant(node, .choice, .string($0)) }
    case .array(let element, _): return elements(of: node, element)
    case .object(let shape): return members(of: node, shape)
    case .dictionary(let value, _):
      return node.members.flatMap { member in
        nested(variants(of: member, value), in: node, under: member)
          + (node.count > 1 ? [dropped(member, from: node)] : [])
      }
    case .either(let shapes):
      guard let shape = shapes.first(where: { $0.admits(node) }) else { return [] }
      return variants(of: node, shape)
    case .recursive(let shape): return variants(of: node, shape())
    case .any: return node.kind == .number ? numbers(node) : node.text != nil ? days(node) : []
    case .text, .name, .id, .period, .localized: return []
    }
  }

  private func numbers(_ node: JSONNode) -> [Variant] {
    Neighbours.numbers(node.numberText ?? "").map { variant(node, .limit, .number($0)) }
  }

  private func days(_ node: JSONNode) -> [Variant] {
    Neighbours.days(node.text ?? "").map { variant(node, .day, .string($0)) }
  }

  /// A day, or an expression.
  private func texts(_ node: JSONNode) -> [Variant] {
    let days = days(node)
    guard days.isEmpty, let text = node.text else { return days }
    return expressions.variants(of: text).map { text, variant in
      Variant(
        value: .string(text), sort: variant.sort, becomes: .string(text), before: variant.before,
        after: variant.after, node: node)
    }
  }

  private func elements(of node: JSONNode, _ shape: ValueShape) -> [Variant] {
    guard case .array(let values) = node.value else { return [] }
    return zip(node.elements, values.indices).flatMap { element, place in
      var variants = variants(of: element, shape).map { variant in
        var (variant, changed) = (variant, values)
        changed[place] = variant.value
        variant.value = .array(changed)
        variant.at.insert(Text("\(place)"), at: 0)
        return variant
      }
      if values.count > 1 {
        var rest = values
        rest.remove(at: place)
        variants.append(
          Variant(
            value: .array(rest), sort: .member, at: [Text("\(place)")], becomes: .null,
            before: Text(utf8: element.source), after: nil, node: element))
      }
      return variants
    }
  }

  private func members(
    of node: JSONNode, _ shape: ObjectShape, skipping skipped: Set<Text> = []
  ) -> [Variant] {
    node.members.flatMap { member -> [Variant] in
      let name = member.key ?? ""
      guard !skipped.contains(name), let declared = shape.members.first(where: { $0.name == name }) else {
        return []
      }
      var variants = nested(variants(of: member, declared.value), in: node, under: member)
      let choice = shape.choices.first { $0.names.contains(name) }
      if !declared.isRequired, choice?.isRequired != true { variants.append(dropped(member, from: node)) }
      for other in choice?.names ?? [] where other != name {
        guard let form = shape.members.first(where: { $0.name == other }), form.value.admits(member),
          let renamed = renamed(member, other, in: node)
        else { continue }
        variants.append(renamed)
      }
      return variants
    }
  }
}

extension DeclarationMutator {
  private func variant(_ node: JSONNode, _ sort: MutantSort, _ value: JSONValue) -> Variant {
    Variant(
      value: value, sort: sort, becomes: value, before: Text(utf8: node.source), after: value.text, node: node
    )
  }

  /// Variants of a member as variants of the object around it.
  private func nested(_ variants: [Variant], in node: JSONNode, under member: JSONNode) -> [Variant] {
    let key = member.key ?? ""
    return variants.map { variant in
      var nested = variant
      nested.value = node.value.replacing(key, with: JSONValue.Member(key, variant.value))
      nested.at.insert(key, at: 0)
      return nested
    }
  }

  private func dropped(_ member: JSONNode, from node: JSONNode) -> Variant {
    let key = member.key ?? ""
    return Variant(
      value: node.value.replacing(key, with: nil), sort: .condition, at: [key], becomes: .null,
      before: JSONValue.object([.init(key, member.value)]).text, after: nil, node: member)
  }

  private func renamed(_ member: JSONNode, _ name: Text, in node: JSONNode) -> Variant? {
    guard let key = member.key, node[name] == nil else { return nil }
    let other = JSONValue.Member(name, member.value)
    return Variant(
      value: node.value.replacing(key, with: other), sort: .comparison, at: [key], becomes: .object([other]),
      before: key, after: name, node: member)
  }
}

extension JSONValue {
  /// The object with a member replaced, or dropped.
  fileprivate func replacing(_ key: Text, with member: Member?) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.compactMap { $0.key == key ? member : $0 })
  }

  /// As JSON on one line.
  var text: Text {
    var writer = JSONWriter()
    writer.value(self)
    return Text(utf8: writer.takeBytes())
  }
}
