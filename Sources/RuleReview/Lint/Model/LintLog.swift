import JSON
import RulePacks

/// Collects what the lint rules find in one pack.
///
/// A class, because rule after rule reports into one log; it never leaves the lint that made it.
public final class LintLog {
  private let inspection: PackInspection
  private(set) var findings: [ReviewFinding] = []
  var rule: Text = ""
  var severity: ReviewSeverity = .warning

  init(_ inspection: PackInspection) { self.inspection = inspection }

  /// Reports at a value; at the key that it stands under where `atKey` is true.
  func report(
    _ message: ReviewMessage, at node: JSONNode, atKey: Bool = false, remedy: ReviewMessage? = nil,
    suggestion: Text? = nil, related: [JSONNode] = [], fix: [TextEdit] = []
  ) {
    let place = atKey ? inspection.place(ofKey: node) : inspection.place(of: node)
    add(message, place, remedy, suggestion, related, fix)
  }

  /// Reports at a part of an expression.
  func report(
    _ message: ReviewMessage, at part: ExpressionPart, remedy: ReviewMessage? = nil, fix: [TextEdit] = []
  ) {
    add(message, inspection.place(of: part.node, decoded: part.range), remedy, nil, [], fix)
  }

  private func add(
    _ message: ReviewMessage, _ place: PackDefect.Place?, _ remedy: ReviewMessage?, _ suggestion: Text?,
    _ related: [JSONNode], _ fix: [TextEdit]
  ) {
    findings.append(
      ReviewFinding(
        rule, severity, at: place, message, remedy: remedy, suggestion: suggestion,
        related: related.compactMap { inspection.place(of: $0) }, fix: fix))
  }
}
