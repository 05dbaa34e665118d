import CEL
import Evaluator
import JSON

extension Messages {
  /// Takes over the wording of a rule's or template's `message`; strange placeholders are reported.
  ///
  /// - Parameter names: what a message may tell.
  mutating func reword(by node: JSONNode?, _ log: DefectLog, names: [Text] = Placeholder.names) {
    guard let node, node.kind == .object else { return }
    for member in node.members {
      for text in member.members { Self.checkPlaceholders(text, log, names) }
      switch member.key {
      case "satisfied": satisfied = satisfied.reworded(member.localized)
      case "violated": violated = violated.reworded(member.localized)
      case "undetermined": undetermined = undetermined.reworded(member.localized)
      case "notYetDue": notYetDue = notYetDue.reworded(member.localized)
      default: break
      }
    }
  }

  private static func checkPlaceholders(_ node: JSONNode, _ log: DefectLog, _ names: [Text]) {
    guard let text = node.text else { return }
    for range in Placeholder.ranges(in: text) {
      let name = Text(utf8: text.utf8[range].dropFirst().dropLast())
      guard !names.contains(name) else { continue }
      let place = log.place(of: node, LiteralMap(node).range(ofDecoded: range))
      let suggestion = Suggestion.nearest(to: name, among: names)
      log.report(PackDefect(.unknownPlaceholder, [name], suggestion: suggestion, at: place))
    }
  }
}
