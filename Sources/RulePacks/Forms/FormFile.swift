import JSON

/// A file beside the rules of a pack (cases, a trace, listed mutants), held against its form.
public struct FormFile: Sendable {
  /// Nil where the text is no JSON.
  public let document: JSONDocument?
  /// In order of their places.
  public let defects: [PackDefect]
  private let source: Source

  private struct Source: Sendable {
    let path: Text
    let bytes: [UInt8]
  }

  /// - Parameter path: by which defects name the file.
  public init(_ bytes: [UInt8], path: Text, form: ObjectShape) {
    source = Source(path: path, bytes: bytes)
    let log = DefectLog()
    let file = SourceFile(path: path, bytes: bytes)
    do throws(JSONError) {
      let document = try JSONDocument.parse(bytes)
      log.register(file, document)
      ShapeValidator(log: log).validate(document.root, as: .object(form), member: form.name)
      self.document = document
    } catch {
      log.register(file, nil)
      log.report(error, in: file)
      document = nil
    }
    defects = log.sorted(log.defects)
  }

  /// A defect of a value of the file that its form alone doesn't show.
  public func defect(
    _ code: PackDefect.Code, at node: JSONNode, _ arguments: [Text], suggestion: Text? = nil
  ) -> PackDefect {
    PackDefect(code, arguments, suggestion: suggestion, at: place(of: node))
  }

  /// What a value of the file has other than a form asks.
  public func defects(in node: JSONNode, form: ObjectShape) -> [PackDefect] {
    guard let document else { return [] }
    let log = DefectLog()
    log.register(SourceFile(path: source.path, bytes: source.bytes), document)
    ShapeValidator(log: log).validate(node, as: .object(form), member: form.name)
    return log.sorted(log.defects)
  }

  /// Where a value of the file stands.
  public func place(of node: JSONNode) -> PackDefect.Place {
    SourceFile(path: source.path, bytes: source.bytes).place(node.range)
  }
}
