import CEL
import Evaluator
import JSON

/// The form of the register of past decisions: its record type, and what its fields hold.
enum RegisterForm {
  static let shape = ObjectShape(
    "register", doc: LocalizedText(vi: "Sổ quyết định khen thưởng", en: "The register of past decisions"),
    members: [
      .init("recordType", .name, required: true, vi: "Loại hồ sơ của một quyết định", en: "Record type"),
      .init("award", .name, required: true, vi: "Trường ghi hình thức", en: "Field of the form or award"),
      .init("subject", .name, required: true, vi: "Trường ghi đối tượng", en: "Field of the subject"),
      .init("year", .name, required: true, vi: "Trường ghi năm", en: "Field of the year"),
    ])

  /// Reads a register of sound shape; names that are none are reported.
  static func read(_ node: JSONNode, _ types: [RecordType], _ log: DefectLog) -> Register? {
    guard let on = node["recordType"], let name = on.text else { return nil }
    guard let type = types.first(where: { $0.name == name }) else {
      log.report(
        .unknownRecordType, at: on, [name], suggestion: Suggestion.nearest(to: name, among: types.map(\.name))
      )
      return nil
    }
    func field(_ member: Text, _ admits: (CELType) -> Bool, _ expected: Text) -> Text? {
      guard let node = node[member], let name = node.text,
        let field = type.fields.named(name, at: node, of: type.name, log)
      else { return nil }
      if !admits(field.type), field.type != .error {
        log.report(.wrongType, at: node, [name, field.type.text, expected])
      }
      return name
    }
    let award = field("award", { $0.isTextual }, "string|enum")
    let subject = field("subject", { $0 == .string || $0 == .int }, "string|integer")
    let year = field("year", { $0 == .int || $0 == .period || $0 == .date }, "integer|period|date")
    guard let award, let subject, let year else { return nil }
    return Register(recordType: name, award: award, subject: subject, year: year)
  }
}

extension CELType {
  fileprivate var isTextual: Bool {
    switch self {
    case .string, .enumeration: true
    default: false
    }
  }
}
