import CEL
import Evaluator
import JSON

/// A template kind as a file declares it.
struct Template: Sendable {
  let name: Text
  /// The object in its file.
  let node: JSONNode
  let body: JSONNode
  let parameters: [TemplateParameter]
  /// The kind of its rule.
  let kind: JSONNode

  /// - Returns: nil where a defect was reported.
  init?(_ node: JSONNode, _ log: DefectLog) {
    let isSound = ShapeValidator(log: log).validate(node, as: TemplateForm.shape)
    guard isSound, let name = node["kind"]?.text, let body = node["rule"] else { return nil }
    guard body.kind == .object else {
      log.report(.wrongType, at: body, ["rule", body.kind.name, "rule"])
      return nil
    }
    guard let kind = body["kind"], kind.text != nil else {
      log.report(.missingMember, at: body, ["kind", "rule"])
      return nil
    }
    let members = node["parameters"].map { Array($0.members) } ?? []
    let parameters = members.compactMap { TemplateParameter($0, log) }
    guard parameters.count == members.count else { return nil }
    self.name = name
    self.node = node
    self.body = body
    self.parameters = parameters
    self.kind = kind
  }

  func parameter(_ name: Text) -> TemplateParameter? { parameters.first { $0.name == name } }

  /// Whether the body is one of the kind that it names, as far as can be told before its parameters are put in.
  func isSound(_ target: ErasedKind, _ log: DefectLog) -> Bool {
    let count = log.defects.count
    for parameter in parameters where RuleForm.shape.declares(parameter.name) {
      log.report(.duplicate, atKey: parameterNode(parameter.name), ["rule member", parameter.name])
    }
    for member in body.members {
      guard let name = member.key else { continue }
      let isCommon = RuleForm.shape.declares(name)
      guard isCommon ? TemplateForm.commonMembers.contains(name) : target.ruleShape.declares(name) else {
        let names = target.description.shape.members.map(\.name)
        log.report(
          .unknownMember, atKey: member, [name, "rule of kind " + target.description.name],
          suggestion: Suggestion.nearest(to: name, among: names))
        continue
      }
      if name != "message", name != "kind" { checkPlaces(member, log) }
    }
    return log.defects.count == count
  }

  private func parameterNode(_ name: Text) -> JSONNode { node["parameters"]?[name] ?? node }

  /// Every `{name}` is a parameter, and one inside a longer text has always a value to put there.
  private func checkPlaces(_ node: JSONNode, _ log: DefectLog) {
    for child in node.members { checkPlaces(child, log) }
    for child in node.elements { checkPlaces(child, log) }
    guard let text = node.text else { return }
    for place in TemplatePlace.all(in: text) {
      let at = log.place(of: node, LiteralMap(node).range(ofDecoded: place.range))
      guard let parameter = parameter(place.name) else {
        let suggestion = Suggestion.nearest(to: place.name, among: parameters.map(\.name))
        log.report(PackDefect(.unknownPlaceholder, [place.name], suggestion: suggestion, at: at))
        continue
      }
      if place.isWhole { continue }
      if !parameter.isAlwaysGiven {
        log.report(.missingMember, at: parameterNode(place.name), ["default", "template parameter"])
      }
      if parameter.type == .any {
        log.report(PackDefect(.wrongExpressionType, ["any", "CEL"], at: at))
      }
    }
  }
}

/// A `{name}` in a text of a template.
struct TemplatePlace {
  let name: Text
  let range: Range<Int>
  /// True where the text is nothing else, so that any JSON value can stand there.
  let isWhole: Bool

  /// In CEL, braces around a lone name mean nothing, so no text is taken for a place by mistake.
  static func all(in text: Text) -> [TemplatePlace] {
    Placeholder.ranges(in: text).compactMap { range in
      let name = Text(utf8: text.utf8[range].dropFirst().dropLast())
      guard NameForm.isName(name) else { return nil }
      return TemplatePlace(name: name, range: range, isWhole: range.count == text.utf8.count)
    }
  }
}
