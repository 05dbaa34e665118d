import CEL
import JSON

/// The form of a named enum.
enum EnumForm {
  static let shape = ObjectShape(
    "enum", doc: LocalizedText(vi: "Danh mục giá trị", en: "A closed list of values"),
    members: members, choices: [.exactlyOne(of: ["values", "ordered"])])

  /// Also stand in a field that declares its enum in place.
  static let members: [ObjectShape.Member] = [
    .init(
      "values", .array(.text, minimum: 1), vi: "Các giá trị, không có thứ bậc", en: "Members without an order"
    ),
    .init(
      "ordered", .array(.text, minimum: 1), vi: "Các giá trị, từ thấp đến cao",
      en: "Members from the weakest to the strongest"),
    .init(
      "titles", .dictionary(.localized, keys: .any), vi: "Tên gọi của từng giá trị", en: "Titles by member"),
  ]

  /// Reads an enum of sound shape; repeated members and titles of none are reported.
  static func read(_ node: JSONNode, name: Text, _ log: DefectLog) -> EnumType {
    let list = node["ordered"] ?? node["values"]
    var members: [Text] = []
    var seen: Set<Text> = []
    for element in list?.elements.lazy.map({ $0 }) ?? [] {
      guard let member = element.text else { continue }
      if seen.insert(member).inserted {
        members.append(member)
      } else {
        log.report(.repeatedElement, at: element, [member])
      }
    }
    var titles: [Text: LocalizedText] = [:]
    for entry in node["titles"].map({ Array($0.members) }) ?? [] {
      let member = entry.key ?? ""
      titles[member] = entry.localized
      if !seen.contains(member) {
        log.report(
          .notAMember, atKey: entry, [member, name],
          suggestion: Suggestion.nearest(to: member, among: members))
      }
    }
    return EnumType(
      name: name, members: members, titles: members.map { titles[$0] }, isOrdered: node["ordered"] != nil)
  }
}
