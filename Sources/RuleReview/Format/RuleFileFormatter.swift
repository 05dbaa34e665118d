import JSON
import RulePacks

/// Sets rule files in their canonical layout, which depends on nothing but what they say.
///
/// Members in the order of their form, two spaces a level, values on one line where there is room, texts for people
/// composed (NFC), one line feed at the end.
public struct RuleFileFormatter: Sendable {
  private let registry: KindRegistry

  public init(registry: KindRegistry = .builtIn) { self.registry = registry }

  /// The file in its layout; nil where it is a file of another schema, or no object.
  ///
  /// - Parameter path: tells the form of a file without `$schema`.
  public func format(_ bytes: [UInt8], path: Text) throws(JSONError) -> [UInt8]? {
    let document = try JSONDocument.parse(bytes)
    guard document.root.kind == .object, let form = FileForm(path: path, root: document.root) else {
      return nil
    }
    var writer = LayoutWriter()
    writer.write(LayoutReader(registry: registry).file(document.root, form))
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}
