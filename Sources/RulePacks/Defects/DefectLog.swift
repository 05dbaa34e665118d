import CEL
import JSON

/// Collects what is found while one pack loads, with places in its files.
///
/// A class, because forms, kinds and expressions all report into one log; it never leaves the load that made it.
final class DefectLog {
  private(set) var defects: [PackDefect] = []
  private(set) var warnings: [PackDefect] = []
  private var files: [SourceFile] = []
  private var owners: [ObjectIdentifier: Owner] = [:]
  private var expansions: [ObjectIdentifier: TemplateExpansion] = [:]

  /// Keeps the document alive, so that its identifier stays its own.
  private struct Owner {
    let file: SourceFile
    let document: JSONDocument
  }

  /// Makes the nodes of a document tell their file.
  func register(_ file: SourceFile, _ document: JSONDocument?) {
    files.append(file)
    if let document { owners[ObjectIdentifier(document)] = Owner(file: file, document: document) }
  }

  /// Makes the values of an expanded rule tell where they come from.
  func register(_ expansion: TemplateExpansion) {
    expansions[ObjectIdentifier(expansion.root.document)] = expansion
  }

  /// The place of a value; nil for a node of no registered file.
  func place(of node: JSONNode) -> PackDefect.Place? { place(of: node, node.range) }

  /// The place of a member's key.
  func place(ofKey node: JSONNode) -> PackDefect.Place? {
    if let origin = origin(of: node) {
      return origin.isCopy ? place(ofKey: origin.node) : place(of: origin.node)
    }
    return place(of: node, node.keyRange ?? node.range)
  }

  /// The path of the file that a value stands in.
  func file(of node: JSONNode) -> Text? { owners[ObjectIdentifier(node.document)]?.file.path }

  func place(of node: JSONNode, _ range: Range<Int>) -> PackDefect.Place? {
    guard let origin = origin(of: node) else {
      return owners[ObjectIdentifier(node.document)]?.file.place(range)
    }
    let whole = origin.node.range
    guard origin.isCopy else { return place(of: origin.node, whole) }
    // Copied as it stands, so a part of it stands as far from its start.
    let start = min(whole.lowerBound + max(0, range.lowerBound - node.range.lowerBound), whole.upperBound)
    return place(of: origin.node, start..<max(start, min(start + range.count, whole.upperBound)))
  }

  private func origin(of node: JSONNode) -> TemplateExpansion.Origin? {
    guard let origins = expansions[ObjectIdentifier(node.document)]?.origins,
      origins.indices.contains(node.index)
    else { return nil }
    return origins[node.index]
  }

  func report(
    _ code: PackDefect.Code, at node: JSONNode, _ arguments: [Text] = [], suggestion: Text? = nil,
    related: JSONNode? = nil
  ) {
    defects.append(
      PackDefect(
        code, arguments, suggestion: suggestion, at: place(of: node),
        related: related.flatMap { place(of: $0) }))
  }

  func report(
    _ code: PackDefect.Code, atKey node: JSONNode, _ arguments: [Text] = [], suggestion: Text? = nil,
    related: JSONNode? = nil
  ) {
    defects.append(
      PackDefect(
        code, arguments, suggestion: suggestion, at: place(ofKey: node),
        related: related.flatMap { place(ofKey: $0) }))
  }

  func report(_ defect: PackDefect) { defects.append(defect) }

  func warn(_ code: PackDefect.Code, at node: JSONNode, _ arguments: [Text] = [], suggestion: Text? = nil) {
    warnings.append(PackDefect(code, arguments, suggestion: suggestion, at: place(of: node)))
  }

  /// Reports what is wrong with an expression that stands in a string of a file.
  func report(_ diagnostic: Diagnostic, in node: JSONNode) {
    let range = Int(diagnostic.range.start)..<max(Int(diagnostic.range.start), Int(diagnostic.range.end))
    defects.append(
      PackDefect(
        .expression, diagnostic.arguments, suggestion: diagnostic.suggestion,
        at: place(of: node, LiteralMap(node).range(ofDecoded: range)), cause: .expression(diagnostic)))
  }

  func report(_ error: JSONError, in file: SourceFile) {
    let start = error.position.byte
    let end = start + max(1, error.found.utf8.count)
    defects.append(
      PackDefect(
        .json, at: file.place(start..<end),
        related: error.related.map { file.place($0.byte..<($0.byte + 1)) }, cause: .json(error)))
  }

  /// Defects in order of the files as they were read, then of their places; those without a place first.
  func sorted(_ found: [PackDefect]) -> [PackDefect] {
    var order: [Text: Int] = [:]
    for (index, file) in files.enumerated() { order[file.path] = index }
    let keyed = found.enumerated().map { index, defect in
      (
        file: defect.place.flatMap { order[$0.file] } ?? -1, byte: defect.place?.byte ?? 0, index: index,
        defect: defect
      )
    }
    return keyed.sorted { ($0.file, $0.byte, $0.index) < ($1.file, $1.byte, $1.index) }.map(\.defect)
  }
}
