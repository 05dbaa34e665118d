import CEL
import JSON

extension CompileContext {
  /// A set of the file, whose literals must be of a type; members of an enum are checked by name.
  ///
  /// - Parameter type: the type of what is held against the set; members of an enum become their names.
  public func set(_ source: SetText, of type: CELType) -> TermSet {
    switch source {
    case .expression(let text):
      let term = term(text, .list)
      return TermSet(text: term.text, element: term.elementType, count: nil, node: text.node)
    case .literals(let nodes, let node):
      var texts: [Text] = []
      var seen: Set<Text> = []
      for element in nodes {
        guard let text = literal(element, of: type) else { continue }
        if seen.insert(text).inserted { texts.append(text) } else { repeated(element) }
      }
      let list = "[" + Text(texts.map(\.string).joined(separator: ", ")) + "]"
      let element = texts.count == nodes.count ? Self.literalType(type, nodes) : .error
      return TermSet(text: list, element: element, count: texts.count, node: node)
    }
  }

  private func repeated(_ node: JSONNode) {
    report(.repeatedElement, at: node, [node.text ?? Text(utf8: node.source)])
  }

  /// The CEL literal of a scalar of the file; nil where it isn't of the type, which is reported.
  public func literal(_ node: JSONNode, of type: CELType) -> Text? {
    switch (type, node.kind) {
    case (.string, .string), (.dyn, .string): return node.text?.celLiteral
    case (.enumeration(let name), .string): return member(node, of: name)?.celLiteral
    case (.date, .string): return node.date.map { "date(\"" + $0.text + "\")" } ?? refuse(node, type)
    case (.int, .number), (.uint, .number), (.decimal, .number), (.ratio, .number), (.dyn, .number):
      return node.numberText
    case (.bool, .boolean), (.dyn, .boolean): return node.bool.map { $0 ? "true" : "false" }
    case (.error, _): return nil
    default: return refuse(node, type)
    }
  }

  private func refuse(_ node: JSONNode, _ type: CELType) -> Text? {
    report(.invalidValue, at: node, [node.text ?? Text(utf8: node.source), type.text])
    return nil
  }

  /// A member of an enum by name; a stranger is reported with the nearest member.
  func member(_ node: JSONNode, of enumName: Text) -> Text? {
    guard let name = node.text, let type = schema.enumTypes[enumName] else { return nil }
    if type.index(of: name) != nil { return name }
    report(
      .notAMember, at: node, [name, enumName] + type.membersToName,
      suggestion: Suggestion.nearest(to: name, among: type.members))
    return nil
  }

  private static func literalType(_ type: CELType, _ nodes: [JSONNode]) -> CELType {
    if case .enumeration = type { return .string }
    return type
  }
}

extension Text {
  /// The text as a CEL string literal in double quotes.
  var celLiteral: Text {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case ..<0x20, 0x7F: bytes += Array("\\x".utf8) + Self.hex(byte)
      default: bytes.append(byte)
      }
    }
    return Text(utf8: bytes + [UInt8(ascii: "\"")])
  }

  private static func hex(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
