import Foundation
import JSON

/// The part of JSON Schema draft 4 that the schema of SARIF uses; `format` is left out.
struct Draft4Validator {
  let root: JSONNode

  /// Every deviation, as `pointer: keyword`.
  func deviations(_ value: JSONNode) -> [String] { check(value, root, "") }

  private func check(_ value: JSONNode, _ schema: JSONNode, _ path: String) -> [String] {
    if let reference = schema["$ref"]?.text {
      guard let target = resolve(reference) else { return ["\(path): $ref \(reference)"] }
      return check(value, target, path)
    }
    var found: [String] = []
    if let type = schema["type"], !self.type(value, type) { return ["\(path): type"] }
    if let options = schema["enum"], !options.elements.contains(where: { $0.value == value.value }) {
      found.append("\(path): enum")
    }
    found += object(value, schema, path) + array(value, schema, path) + scalar(value, schema, path)
    for part in schema["allOf"].map({ Array($0.elements) }) ?? [] { found += check(value, part, path) }
    if let options = schema["anyOf"], !options.elements.contains(where: { check(value, $0, path).isEmpty }) {
      found.append("\(path): anyOf")
    }
    if let options = schema["oneOf"], options.elements.count(where: { check(value, $0, path).isEmpty }) != 1 {
      found.append("\(path): oneOf")
    }
    if let not = schema["not"], check(value, not, path).isEmpty { found.append("\(path): not") }
    return found
  }

  private func resolve(_ reference: Text) -> JSONNode? {
    let steps = reference.string.split(separator: "/").map { Text(String($0)) }
    guard steps.first == "#" else { return nil }
    return steps.dropFirst().reduce(root) { node, step in node?[step] }
  }

  private func type(_ value: JSONNode, _ type: JSONNode) -> Bool {
    let names = type.text.map { [$0] } ?? type.elements.compactMap(\.text)
    return names.contains { name in
      switch name {
      case "integer": value.int64 != nil
      case "number": value.kind == .number
      case "null": value.isNull
      default: value.kind.name == name
      }
    }
  }

  private func object(_ value: JSONNode, _ schema: JSONNode, _ path: String) -> [String] {
    guard value.kind == .object else { return [] }
    var found: [String] = []
    for name in schema["required"]?.elements.compactMap(\.text) ?? [] where value[name] == nil {
      found.append("\(path): required \(name)")
    }
    for member in value.members {
      let key = member.key ?? ""
      let place = path + "/" + key.string
      if let declared = schema["properties"]?[key] {
        found += check(member, declared, place)
      } else if schema["additionalProperties"]?.bool == false {
        found.append("\(place): additionalProperties")
      } else if let others = schema["additionalProperties"], others.kind == .object {
        found += check(member, others, place)
      }
    }
    return found
  }

  private func array(_ value: JSONNode, _ schema: JSONNode, _ path: String) -> [String] {
    guard value.kind == .array else { return [] }
    var found: [String] = []
    if let least = schema["minItems"]?.int64, value.count < least { found.append("\(path): minItems") }
    if schema["uniqueItems"]?.bool == true, Set(value.elements.map(\.value)).count != value.count {
      found.append("\(path): uniqueItems")
    }
    if let items = schema["items"] {
      for (index, element) in value.elements.enumerated() {
        found += check(element, items, "\(path)/\(index)")
      }
    }
    return found
  }

  private func scalar(_ value: JSONNode, _ schema: JSONNode, _ path: String) -> [String] {
    var found: [String] = []
    if let number = value.int64 {
      if let least = schema["minimum"]?.int64, number < least { found.append("\(path): minimum") }
      if let most = schema["maximum"]?.int64, number > most { found.append("\(path): maximum") }
    }
    if let text = value.text?.string, let pattern = schema["pattern"]?.text?.string,
      let regex = try? Regex(pattern), !text.contains(regex)
    {
      found.append("\(path): pattern")
    }
    return found
  }
}
