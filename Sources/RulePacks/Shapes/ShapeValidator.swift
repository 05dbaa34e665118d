import CEL
import JSON

/// Holds values against their shapes and reports every deviation, not the first.
struct ShapeValidator {
  let log: DefectLog

  /// - Parameter member: what the value is called in messages.
  /// - Returns: true where the value can be read; an undeclared member alone doesn't hinder that.
  @discardableResult
  func validate(_ node: JSONNode, as shape: ValueShape, member: Text) -> Bool {
    guard shape.admits(node.kind) else {
      if shape.isNumber, node.kind == .string {
        log.report(.numberAsText, at: node, [node.text ?? ""])
      } else {
        log.report(.wrongType, at: node, [member, node.kind.name, shape.expected])
      }
      return false
    }
    switch shape {
    case .any, .boolean: return true
    case .object(let shape): return validate(node, as: shape)
    case .localized: return validate(node, as: Self.localized)
    case .array(let element, let minimum):
      return validate(elementsOf: node, as: element, minimum: minimum, member: member)
    case .dictionary(let value, let keys):
      return node.members.reduce(true) { sound, entry in
        validate(key: entry, keys) && validate(entry, as: value, member: entry.key ?? "") && sound
      }
    case .either(let shapes):
      guard let shape = shapes.first(where: { $0.admits(node.kind) }) else { return false }
      return validate(node, as: shape, member: member)
    case .recursive(let shape): return validate(node, as: shape(), member: member)
    default: return validate(scalar: node, as: shape, member: member)
    }
  }

  /// Reports unknown, missing, repeated and wrongly shaped members.
  func validate(_ node: JSONNode, as shape: ObjectShape) -> Bool {
    var sound = true
    var given = [Bool](repeating: false, count: shape.members.count)
    var suggested: [Text] = []
    var guess = 0
    for member in node.members {
      guard let slot = shape.slot(of: member, near: guess) else {
        let suggestion = reportUnknown(member, shape, node)
        if let suggestion { suggested.append(suggestion) }
        continue
      }
      guess = slot + 1
      given[slot] = true
      if !validate(member, as: shape.members[slot].value, member: shape.members[slot].name) { sound = false }
    }
    for slot in shape.requiredSlots where !given[slot] {
      let member = shape.members[slot]
      sound = false
      // A misspelt member was reported with this name as its remedy.
      if !suggested.contains(member.name) { log.report(.missingMember, at: node, [member.name, shape.name]) }
    }
    for choice in shape.choices where !validate(choice, of: node, suggested) { sound = false }
    return sound
  }

  private func reportUnknown(_ member: JSONNode, _ shape: ObjectShape, _ node: JSONNode) -> Text? {
    let key = member.key ?? ""
    let free = shape.members.map(\.name).filter { node[$0] == nil }
    let suggestion = Suggestion.nearest(to: key, among: free)
    log.report(.unknownMember, atKey: member, [key, shape.name], suggestion: suggestion)
    return suggestion
  }

  private func validate(_ choice: ObjectShape.Choice, of node: JSONNode, _ suggested: [Text]) -> Bool {
    let given = choice.names.filter { node[$0] != nil }
    switch given.count {
    case 0 where choice.isRequired:
      if !choice.names.contains(where: suggested.contains) {
        log.report(.missingChoice, at: node, [Self.joined(choice.names)])
      }
      return false
    case 0, 1: return true
    default:
      log.report(.conflictingMembers, atKey: node[given[1]] ?? node, [Self.joined(given)])
      return false
    }
  }

  private func validate(
    elementsOf node: JSONNode, as shape: ValueShape, minimum: Int, member: Text
  ) -> Bool {
    if node.count < minimum {
      log.report(.tooFewElements, at: node, [member, Text("\(minimum)")])
      return false
    }
    return node.elements.reduce(true) { sound, element in
      validate(element, as: shape, member: member) && sound
    }
  }

  private func validate(key entry: JSONNode, _ form: NameForm) -> Bool {
    let key = entry.key ?? ""
    if form.admits(key) { return true }
    log.report(.invalidName, atKey: entry, [key, "name"])
    return false
  }

  static func joined(_ names: [Text]) -> Text { Text(names.map(\.string).joined(separator: ", ")) }

  static let localized = ObjectShape(
    "{vi, en}",
    doc: LocalizedText(vi: "Văn bản bằng hai thứ tiếng", en: "A text in both languages"),
    members: [
      ObjectShape.Member("vi", .text, required: true, vi: "Tiếng Việt", en: "Vietnamese"),
      ObjectShape.Member("en", .text, required: true, vi: "Tiếng Anh", en: "English"),
    ])
}

extension ObjectShape {
  /// The member that a node stands under; members mostly come in declared order, so `guess` is tried first.
  func slot(of node: JSONNode, near guess: Int) -> Int? {
    if guess < members.count, node.hasKey(members[guess].name) { return guess }
    return members.firstIndex { node.hasKey($0.name) }
  }
}
