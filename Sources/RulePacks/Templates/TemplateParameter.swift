import CEL
import JSON

/// One parameter of a template.
struct TemplateParameter: Sendable {
  let name: Text
  let type: TemplateType
  let title: LocalizedText
  let isRequired: Bool
  let fallback: JSONNode?

  /// - Returns: nil where the form is broken, which was reported.
  init?(_ node: JSONNode, _ log: DefectLog) {
    guard let name = node.key, let type = node["type"]?.text.flatMap({ TemplateType(rawValue: $0.string) })
    else {
      return nil
    }
    self.name = name
    self.type = type
    title = node["title"]?.localized ?? LocalizedText(vi: name, en: name)
    isRequired = node["required"]?.bool ?? false
    fallback = node["default"]
    if let fallback, !ShapeValidator(log: log).validate(fallback, as: type.shape, member: name) { return nil }
  }

  /// As a member of the rules of the kind.
  var member: ObjectShape.Member {
    ObjectShape.Member(name, type.shape, required: isRequired, vi: title.vi, en: title.en)
  }

  /// True where the place of it is always filled.
  var isAlwaysGiven: Bool { isRequired || fallback != nil }
}
