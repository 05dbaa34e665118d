import CEL
import Evaluator
import JSON
import RulePacks

/// A name that breaks the naming rule.
struct IdFormRule: LintRule {
  static let description = ReviewRuleDescription(
    "id-form", .warning,
    title: LocalizedText(
      vi: "Mã sai quy cách",
      en: "Name out of form"),
    what: LocalizedText(
      vi:
        "Mã gói, quy tắc, danh hiệu: chữ thường, số, nối bằng dấu gạch ngang; tham số, trường, nguồn, loại hồ sơ, danh mục và giá trị của nó: bắt đầu bằng chữ thường, không gạch dưới.",
      en:
        "Packs, rules and awards: lowercase words and digits joined by hyphens; parameters, fields, sources, record types, enums and their members: a lowercase letter first, no underscore."
    ),
    why: LocalizedText(
      vi: "Người đọc nhận ra ngay tên nào là gì.",
      en: "A reader knows from its form what a name names."),
    avoid: #""id": "Bto_goatHerd""#,
    prefer: #""id": "bto-goat-herd""#)
  static let readsBrokenPacks = true

  func check(_ pack: ReviewedPack, _ log: LintLog) {
    let ids =
      [pack.inspection.manifest?["pack"]]
      + (pack.inspection.rules.map(\.node) + pack.inspection.awards.map(\.node)).map { $0["id"] }
    for case let node? in ids where pack.isOwn(node) && !(node.text.map(Self.isKebab) ?? true) {
      log.report(.kebab(node.text ?? ""), at: node)
    }
    let declared = pack.inspection.parameters + pack.inspection.enums + pack.inspection.sources
    var names = declared.map(\.node)
    for type in pack.inspection.recordTypes {
      names += type.node["fields"]?.members.map(\.self) ?? []
      if let node = type.node["recordType"], pack.isOwn(node), !(node.text.map(Self.isCamel) ?? true) {
        log.report(.camel(node.text ?? ""), at: node)
      }
    }
    for member in pack.inspection.enums.flatMap(\.members)
    where pack.isOwn(member) && !(member.text.map(Self.isCamel) ?? true) {
      log.report(.camel(member.text ?? ""), at: member)
    }
    for node in names where pack.isOwn(node) && !(node.key.map(Self.isCamel) ?? true) {
      log.report(.camel(node.key ?? ""), at: node, atKey: true)
    }
  }

  private static func isKebab(_ name: Text) -> Bool {
    name.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }

  private static func isCamel(_ name: Text) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(name.utf8.first ?? 0)
      && !name.utf8.contains(UInt8(ascii: "_"))
  }
}

extension InspectedDeclaration {
  /// The members of an enum, as they stand in its file.
  fileprivate var members: [JSONNode] {
    (node["values"] ?? node["ordered"])?.elements.map(\.self) ?? []
  }
}

extension ReviewMessage {
  fileprivate static let kebab = ReviewMessage(
    "id-form.kebab",
    vi: "Mã {1:quoted} phải viết chữ thường, nối bằng dấu gạch ngang.",
    en: "Write {1:quoted} in lowercase words joined by hyphens.")
  fileprivate static let camel = ReviewMessage(
    "id-form.camel",
    vi: "Tên {1:quoted} phải bắt đầu bằng chữ thường và không có gạch dưới.",
    en: "Write {1:quoted} with a lowercase letter first and without underscores.")
}
