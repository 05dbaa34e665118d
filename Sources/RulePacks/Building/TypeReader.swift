import CEL
import JSON

/// Reads the type members of fields, list elements and parameters (`type`, `of`, `values`, …) as types of expressions.
struct TypeReader {
  let log: DefectLog
  /// Names of all declared record types, also of those that can't be read.
  let recordTypes: Set<Text>
  private(set) var enums: [Text: EnumType]
  /// In order of declaration; those declared in place follow.
  private(set) var enumList: [EnumType]

  init(enums: [EnumType], recordTypes: Set<Text>, log: DefectLog) {
    self.log = log
    self.recordTypes = recordTypes
    enumList = enums
    self.enums = Dictionary(enums.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The type of a parameter, whose `values` are its history and no members of an enum.
  mutating func parameterType(of node: JSONNode) -> CELType {
    guard node.kind == .object, let name = node["type"]?.text else { return .error }
    switch name {
    case "enum": return namedEnum(node)
    case "list": return .list(element(node, "params." + (node.key ?? "")))
    default: return Self.scalar(name) ?? .error
    }
  }

  /// - Parameter owner: names an enum that is declared in place: `unit.kind`.
  /// - Returns: `.error` where the type was reported.
  mutating func type(of node: JSONNode, owner: Text) -> CELType {
    guard node.kind == .object, let name = node["type"]?.text else { return .error }
    refuseStrangers(node, name)
    switch name {
    case "enum": return enumeration(node, owner)
    case "record": return record(node)
    case "list": return .list(element(node, owner))
    case "map": return .map(.string, element(node, owner))
    default: return Self.scalar(name) ?? .error
    }
  }

  /// The types that need no more than a name.
  static func scalar(_ name: Text) -> CELType? {
    switch name {
    case "string": .string
    case "integer": .int
    case "number": .decimal
    case "boolean": .bool
    case "date": .date
    case "period": .period
    case "timestamp": .timestamp
    default: nil
    }
  }

  private mutating func enumeration(_ node: JSONNode, _ owner: Text) -> CELType {
    if node["values"] != nil || node["ordered"] != nil {
      let type = EnumForm.read(node, name: owner, log)
      enums[owner] = type
      enumList.append(type)
      return .enumeration(owner)
    }
    return namedEnum(node)
  }

  private func namedEnum(_ node: JSONNode) -> CELType {
    guard let of = node["of"] else {
      log.report(.missingChoice, at: node, ["of, values, ordered"])
      return .error
    }
    guard let name = of.text else {
      log.report(.wrongType, at: of, ["of", of.kind.name, "string"])
      return .error
    }
    if enums[name] != nil { return .enumeration(name) }
    log.report(.unknownEnum, at: of, [name], suggestion: Suggestion.nearest(to: name, among: enums.keys))
    return .error
  }

  private func record(_ node: JSONNode) -> CELType {
    guard let of = node["of"], let name = of.text else {
      log.report(.missingMember, at: node, ["of", "field"])
      return .error
    }
    if recordTypes.contains(name) { return .record(name) }
    log.report(
      .unknownRecordType, at: of, [name], suggestion: Suggestion.nearest(to: name, among: recordTypes))
    return .error
  }

  private mutating func element(_ node: JSONNode, _ owner: Text) -> CELType {
    guard let of = node["of"] else {
      log.report(.missingMember, at: node, ["of", "field"])
      return .error
    }
    guard let name = of.text else { return type(of: of, owner: owner) }
    if let scalar = Self.scalar(name) { return scalar }
    if recordTypes.contains(name) { return .record(name) }
    let known = recordTypes.union(["string", "integer", "number", "boolean", "date", "period", "timestamp"])
    log.report(.unknownRecordType, at: of, [name], suggestion: Suggestion.nearest(to: name, among: known))
    return .error
  }

  /// Members that only some types have.
  private func refuseStrangers(_ node: JSONNode, _ type: Text) {
    for (member, types) in Self.homes where !types.contains(type) {
      if let stranger = node[member] {
        log.report(.unknownMember, atKey: stranger, [member, "field of type " + type])
      }
    }
  }

  private static let homes: [(member: Text, types: [Text])] = [
    ("of", ["enum", "list", "record", "map"]), ("values", ["enum"]), ("ordered", ["enum"]),
    ("titles", ["enum"]), ("maxItems", ["list", "map"]), ("maxLength", ["string"]), ("key", ["list"]),
    ("complete", ["list"]), ("planned", ["date", "period", "timestamp"]),
  ]
}
