import CEL
import JSON

/// Says in words which field a path in text form ends at, and of what: `Ngày cấp (Thành tích, mục thứ 3)`.
struct PathTitle {
  let schema: Schema
  let language: Language

  /// The title of the field, then the sections and items that it stands in; nil where no step is a field.
  func text(of path: Text, on type: Text) -> Text? {
    guard let (last, sections) = split(steps(of: path, on: type)) else { return nil }
    return sections.isEmpty ? last : last + " (" + ValueText(language).join(sections, separator: " – ") + ")"
  }

  /// The title of the field alone.
  func name(of path: Text, on type: Text) -> Text? { split(steps(of: path, on: type))?.last }

  private func split(_ steps: [Text]) -> (last: Text, sections: [Text])? {
    steps.last.map { ($0, Array(steps.dropLast())) }
  }

  /// The titles of the fields on the way, each with the item that was taken from it.
  private func steps(of path: Text, on type: Text) -> [Text] {
    var record = schema.recordTypes[type]
    var titles: [Text] = []
    for part in Self.parts(path) {
      switch part {
      case .name(let name):
        // A name that is no field of a section is the key of an item: its fields come next.
        guard let slot = record?.slot(of: name), let field = record?.fields[slot] else {
          add(": " + ValueText(language).key(name), to: &titles)
          continue
        }
        titles.append(field.title[language])
        record = Self.nested(field.type).flatMap { schema.recordTypes[$0] } ?? record
      case .key(let name): add(": " + ValueText(language).key(name), to: &titles)
      case .index(let index):
        add(Text(language == .vi ? ", mục thứ \(index + 1)" : ", item \(index + 1)"), to: &titles)
      }
    }
    return titles
  }

  private func add(_ item: Text, to titles: inout [Text]) {
    if let last = titles.popLast() { titles.append(last + item) }
  }

  private static func nested(_ type: CELType) -> Text? {
    switch type {
    case .record(let name), .list(.record(let name)): name
    default: nil
    }
  }
}

extension PathTitle {
  /// The parts of `u7: areaClasses`, by which a group of records names what one of them lacks; nil for other paths.
  static func ofMember(_ path: Text) -> (key: Text, path: Text)? {
    let bytes = path.utf8
    // A key may hold a colon, and so may the key of an item behind it, which is quoted.
    let end = bytes.firstIndex(of: UInt8(ascii: "[")) ?? bytes.endIndex
    guard let colon = bytes[..<end].lastIndex(of: UInt8(ascii: ":")), colon > bytes.startIndex,
      bytes[colon...].starts(with: ": ".utf8)
    else { return nil }
    return (Text(utf8: bytes[..<colon]), Text(utf8: bytes[(colon + 2)...]))
  }

  private enum Part {
    case name(Text)
    case index(Int64)
    case key(Text)
  }

  /// The parts of `a.b[2].c["key"].d`.
  private static func parts(_ path: Text) -> [Part] {
    var parts: [Part] = []
    var part: [UInt8] = []
    var isQuoted = false
    var isBracketed = false
    func name() {
      if !part.isEmpty { parts.append(.name(Text(utf8: part))) }
      part = []
    }
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "\"") where isBracketed:
        isQuoted.toggle()
        if !isQuoted {
          parts.append(.key(Text(utf8: part)))
          part = []
        }
      case UInt8(ascii: "[") where !isQuoted:
        name()
        isBracketed = true
      case UInt8(ascii: "]") where !isQuoted:
        if let index = Int64(String(decoding: part, as: UTF8.self)), index < Int64.max {
          parts.append(.index(index))
        }
        part = []
        isBracketed = false
      case UInt8(ascii: ".") where !isBracketed: name()
      default: part.append(byte)
      }
    }
    name()
    return parts
  }
}
