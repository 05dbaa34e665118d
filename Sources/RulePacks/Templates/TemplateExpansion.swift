import JSON

/// The rule that a template makes of one rule that uses it, with the place in the files of each of its values.
struct TemplateExpansion {
  /// The expanded rule; a document of its own.
  let root: JSONNode
  /// Of each value of the document, in its order.
  let origins: [Origin]

  /// Where a value comes from.
  struct Origin {
    let node: JSONNode
    /// True for a value copied as it stands; false for one that the template made, of which the use is the place.
    let isCopy: Bool
  }

  /// - Parameter rule: a rule of the template's kind, of sound shape.
  /// - Returns: nil where the rule is no JSON that can be read again, out of reach for what the loader admits.
  init?(_ template: Template, rule: JSONNode) {
    var build = Build(template: template, rule: rule)
    build.writeRule()
    guard let document = try? JSONDocument.parse(build.writer.takeBytes()) else { return nil }
    root = document.root
    origins = build.origins
  }

  /// Writes values and notes where they come from, one for each.
  private struct Build {
    let template: Template
    let rule: JSONNode
    var writer = JSONWriter()
    var origins: [Origin] = []

    private var use: JSONNode { rule["kind"] ?? rule }

    init(template: Template, rule: JSONNode) {
      self.template = template
      self.rule = rule
    }

    /// The common members of the rule, then those of the body; what both have, the rule decides.
    mutating func writeRule() {
      made()
      writer.beginObject()
      for member in rule.members {
        guard let name = member.key, RuleForm.shape.declares(name), name != "kind", name != "message" else {
          continue
        }
        writer.key(name)
        copy(member)
      }
      writeMessage()
      for member in template.body.members {
        guard let name = member.key, name != "message" else { continue }
        if name != "kind", RuleForm.shape.declares(name), rule[name] != nil { continue }
        write(member, under: name)
      }
      writer.endObject()
    }

    /// The wording of the rule for an outcome, else that of the template.
    private mutating func writeMessage() {
      let own = rule["message"]
      let given = template.body["message"]
      guard own ?? given != nil else { return }
      writer.key("message")
      made()
      writer.beginObject()
      for member in RuleForm.message.members {
        guard let node = own?[member.name] ?? given?[member.name] else { continue }
        writer.key(member.name)
        if own?[member.name] != nil { copy(node) } else { copy(node, isCopy: false) }
      }
      writer.endObject()
    }

    /// A value of the body with the parameters put in; a place without a value takes its member or element along.
    private mutating func write(_ node: JSONNode, under key: Text?) {
      if let text = node.text {
        let places = TemplatePlace.all(in: text)
        if let place = places.first, place.isWhole {
          guard let value = value(place.name) else { return }
          if let key { writer.key(key) }
          copy(value.node, isCopy: value.isOwn)
          return
        }
        if let key { writer.key(key) }
        // What is wrong with it is most likely what the rule put in.
        made(at: places.compactMap { rule[$0.name] }.first)
        writer.string(filled(text, places))
        return
      }
      if let key { writer.key(key) }
      switch node.kind {
      case .array:
        made()
        writer.beginArray()
        for element in node.elements { write(element, under: nil) }
        writer.endArray()
      case .object:
        made()
        writer.beginObject()
        for member in node.members { write(member, under: member.key ?? "") }
        writer.endObject()
      default: copy(node, isCopy: false)
      }
    }

    private func value(_ name: Text) -> (node: JSONNode, isOwn: Bool)? {
      if let node = rule[name] { return (node, true) }
      return template.parameter(name)?.fallback.map { ($0, false) }
    }

    private func filled(_ text: Text, _ places: [TemplatePlace]) -> Text {
      var bytes: [UInt8] = []
      var offset = 0
      for place in places {
        bytes += text.utf8[offset..<place.range.lowerBound]
        let parameter = template.parameter(place.name)
        bytes += value(place.name).flatMap { parameter?.type.celText($0.node) }?.utf8 ?? []
        offset = place.range.upperBound
      }
      return Text(utf8: bytes + text.utf8[offset...])
    }

    private mutating func made(at node: JSONNode? = nil) {
      origins.append(Origin(node: node ?? use, isCopy: false))
    }

    private mutating func copy(_ node: JSONNode, isCopy: Bool = true) {
      origins.append(Origin(node: isCopy ? node : use, isCopy: isCopy))
      switch node.kind {
      case .null: writer.null()
      case .boolean: writer.bool(node.bool ?? false)
      case .number: writer.number(node.numberText ?? "0")
      case .string: writer.string(node.text ?? "")
      case .array:
        writer.beginArray()
        for element in node.elements { copy(element, isCopy: isCopy) }
        writer.endArray()
      case .object:
        writer.beginObject()
        for member in node.members {
          writer.key(member.key ?? "")
          copy(member, isCopy: isCopy)
        }
        writer.endObject()
      }
    }
  }
}
