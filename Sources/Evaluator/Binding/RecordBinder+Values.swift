import CEL
import JSON

extension RecordBinder.Pass {
  /// The value of a field; nil where it is not given or was rejected.
  mutating func value(_ node: JSONNode, of field: Field, at path: Path) -> Value? {
    if let limit = field.maxLength, case .string = field.type, let text = node.text {
      let length = text.utf8.count { $0 & 0xC0 != 0x80 }
      if length > limit {
        reject(.tooLong, node, path, [Text("\(length)"), Text("\(limit)")])
        return nil
      }
    }
    if case .list(let element) = field.type, node.kind == .array {
      return list(node, of: element, field: field, at: path)
    }
    guard let value = value(node, of: field.type, at: path) else { return nil }
    if case .date(let day) = value, let asOf = binder.asOf, day > asOf, !field.isPlanned {
      warnings.append(
        RecordWarning(.afterAsOf, path: path.text, position: node.position, [day.text, asOf.text]))
      return nil
    }
    return value
  }

  /// The value of a type; nil where it is not given or was rejected.
  mutating func value(_ node: JSONNode, of type: CELType, at path: Path) -> Value? {
    if node.isNull || isBlank(node) { return nil }
    switch (type, node.kind) {
    case (.dyn, _): return dynamic(node)
    case (.string, .string): return node.text.map(Value.string)
    case (.bool, .boolean): return node.bool.map(Value.bool)
    case (.int, .number): return integer(node, at: path)
    case (.decimal, .number): return decimal(node, at: path)
    case (.int, .string), (.decimal, .string):
      reject(.numberAsText, node, path, [node.text ?? ""])
      return nil
    case (.date, .string), (.period, .string), (.timestamp, .string):
      return calendar(node, as: type, at: path)
    case (.enumeration(let name), .string): return member(node, of: name, at: path)
    case (.record(let name), .object):
      return binder.schema.recordTypes[name].map { .record(object(node, as: $0, at: path)) }
    case (.list(let element), .array): return list(node, of: element, field: nil, at: path)
    case (.map(_, let element), .object): return map(node, of: element, at: path)
    default:
      reject(.wrongType, node, path, [node.kind.name, type.text])
      return nil
    }
  }

  /// True for a text of nothing but white space; only one that begins like white space is looked at as a whole.
  private func isBlank(_ node: JSONNode) -> Bool {
    guard node.kind == .string else { return false }
    let range = node.range
    if range.count == 2 { return true }
    switch node.document.bytes[range.lowerBound + 1] {
    // White space of ASCII, an escape, or the first byte of white space beyond ASCII.
    case 0...0x20, UInt8(ascii: "\\"), 0xC2, 0xE1...0xE3: return node.text?.folded.isEmpty ?? false
    default: return false
    }
  }

  private mutating func integer(_ node: JSONNode, at path: Path) -> Value? {
    if let int = node.int64 { return .int(int) }
    reject(.notAnInteger, node, path, [node.numberText ?? ""])
    return nil
  }

  private mutating func decimal(_ node: JSONNode, at path: Path) -> Value? {
    let text = node.numberText ?? ""
    let limits = DecimalLimits.record
    do throws(DecimalParseError) {
      return .decimal(try Decimal(text, limits: limits))
    } catch {
      reject(.tooManyDigits, node, path, [text, Text("\(limits.digits)"), Text("\(limits.scale)")])
      return nil
    }
  }

  private mutating func calendar(_ node: JSONNode, as type: CELType, at path: Path) -> Value? {
    let text = node.text ?? ""
    switch type {
    case .date:
      if let date = try? CivilDate(text) { return .date(date) }
      reject(.notADate, node, path, [text])
    case .period:
      if let period = try? Period(text) { return .period(period) }
      reject(.notAPeriod, node, path, [text])
    default:
      if let timestamp = try? Timestamp(text) { return .timestamp(timestamp) }
      reject(.notATimestamp, node, path, [text])
    }
    return nil
  }

  private mutating func member(_ node: JSONNode, of name: Text, at path: Path) -> Value? {
    guard let type = binder.schema.enumTypes[name] else { return nil }
    let text = node.text ?? ""
    if let index = type.index(of: text), let member = EnumValue(type: type, index: index) {
      return .enumeration(member)
    }
    reject(
      .notAMember, node, path, [text, name], suggestion: Suggestion.nearest(to: text, among: type.members))
    return nil
  }
}
