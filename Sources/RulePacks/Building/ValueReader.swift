import CEL
import JSON

/// Reads values that stand in rule files, by declared type: defaults of fields and values of parameters.
struct ValueReader {
  let log: DefectLog
  let enums: [Text: EnumType]

  /// - Returns: nil where the value was reported, or its type was.
  func value(_ node: JSONNode, of type: CELType) -> Value? {
    switch type {
    case .bool:
      if let bool = node.bool { return .bool(bool) }
    case .int:
      if node.kind == .number { return integer(node) }
    case .decimal:
      if node.kind == .number { return decimal(node) }
    case .string:
      if let text = node.text { return .string(text) }
    case .date, .period, .timestamp:
      if let text = node.text { return calendar(text, type, node) }
    case .enumeration(let name):
      if let text = node.text { return member(text, name, node) }
    case .list(let element):
      if node.kind == .array { return list(node, element) }
    case .map(_, let element):
      if node.kind == .object { return map(node, element) }
    case .error: return nil
    default: break
    }
    report(node, type)
    return nil
  }

  private func report(_ node: JSONNode, _ type: CELType) {
    if type == .int || type == .decimal, let text = node.text {
      log.report(.numberAsText, at: node, [text])
    } else {
      log.report(.wrongType, at: node, [node.key ?? "value", node.kind.name, type.text])
    }
  }

  private func integer(_ node: JSONNode) -> Value? {
    if let int = node.int64 { return .int(int) }
    log.report(.invalidNumber, at: node, [node.numberText ?? "", "integer"])
    return nil
  }

  private func decimal(_ node: JSONNode) -> Value? {
    let text = node.numberText ?? ""
    do throws(DecimalParseError) {
      return .decimal(try Decimal(text, limits: .record))
    } catch {
      log.report(.invalidNumber, at: node, [text, "digits"])
      return nil
    }
  }

  private func calendar(_ text: Text, _ type: CELType, _ node: JSONNode) -> Value? {
    let value: Value? =
      switch type {
      case .date: (try? CivilDate(text)).map(Value.date)
      case .period: (try? Period(text)).map(Value.period)
      default: (try? Timestamp(text)).map(Value.timestamp)
      }
    if value == nil { log.report(.invalidValue, at: node, [text, type.text]) }
    return value
  }

  private func member(_ text: Text, _ name: Text, _ node: JSONNode) -> Value? {
    guard let type = enums[name] else { return nil }
    if let index = type.index(of: text), let value = EnumValue(type: type, index: index) {
      return .enumeration(value)
    }
    log.report(
      .notAMember, at: node, [text, name] + type.membersToName,
      suggestion: Suggestion.nearest(to: text, among: type.members))
    return nil
  }

  private func list(_ node: JSONNode, _ element: CELType) -> Value? {
    let values = node.elements.map { value($0, of: element) }
    let known = values.compactMap { $0 }
    return known.count == values.count ? .list(ListValue(known)) : nil
  }

  private func map(_ node: JSONNode, _ element: CELType) -> Value? {
    var entries: [(key: Value, value: Value)] = []
    for member in node.members {
      guard let value = value(member, of: element) else { return nil }
      entries.append((.string(member.key ?? ""), value))
    }
    return MapValue(entries).map(Value.map)
  }
}
