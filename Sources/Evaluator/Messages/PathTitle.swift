import CEL
import JSON

/// Finds the title of the field that a path in text form ends at.
enum PathTitle {
  static func title(of path: Text, on type: Text, in schema: Schema) -> LocalizedText? {
    var record = schema.recordTypes[type]
    var title: LocalizedText?
    for name in fieldNames(path) {
      // A name that is no field of a section is the key of an item: its fields come next.
      guard let slot = record?.slot(of: name), let field = record?.fields[slot] else { continue }
      title = field.title
      record = nested(field.type).flatMap { schema.recordTypes[$0] } ?? record
    }
    return title
  }

  /// The steps that may be names of fields, without indexes and quoted keys.
  private static func fieldNames(_ path: Text) -> [Text] {
    var names: [Text] = []
    var name: [UInt8] = []
    var isQuoted = false
    var depth = 0
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "[") where !isQuoted: depth += 1
      case UInt8(ascii: "]") where !isQuoted: depth -= 1
      case UInt8(ascii: ".") where depth == 0:
        names.append(Text(utf8: name))
        name = []
      case _ where depth == 0: name.append(byte)
      default: break
      }
    }
    return names + [Text(utf8: name)]
  }

  private static func nested(_ type: CELType) -> Text? {
    switch type {
    case .record(let name), .list(.record(let name)): name
    default: nil
    }
  }
}
