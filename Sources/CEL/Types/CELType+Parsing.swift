import JSON

extension CELType {
  /// Reads the form that `text` writes; `any` is `dyn`, `type` alone is `type(dyn)`.
  ///
  /// A name that the language does not know is a record type or an enum where the schema declares one, otherwise an
  /// opaque type. Nil where the text is malformed or nests deeper than 64 levels.
  public init?(text: Text, schema: Schema = Schema()) {
    var parser = TypeParser(bytes: text.utf8, schema: schema)
    guard let type = parser.parse(depth: 0), parser.isAtEnd else { return nil }
    self = type
  }
}

private struct TypeParser {
  let bytes: [UInt8]
  let schema: Schema
  var position = 0

  init(bytes: [UInt8], schema: Schema) {
    self.bytes = bytes
    self.schema = schema
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func parse(depth: Int) -> CELType? {
    guard depth < 64 else { return nil }
    let name = scanName()
    guard !name.isEmpty else { return nil }
    guard accept("(") else { return named(name, []) }
    if name == "param" {
      let parameter = scanName()
      guard !parameter.isEmpty, accept(")") else { return nil }
      return .parameter(parameter)
    }
    var arguments: [CELType] = []
    repeat {
      guard let argument = parse(depth: depth + 1) else { return nil }
      arguments.append(argument)
    } while accept(",")
    guard accept(")") else { return nil }
    return named(name, arguments)
  }

  private func named(_ name: Text, _ arguments: [CELType]) -> CELType? {
    switch (name, arguments.count) {
    case ("list", 1): .list(arguments[0])
    case ("map", 2): .map(arguments[0], arguments[1])
    case ("optional_type", 1): .optional(arguments[0])
    case ("type", 1): .type(arguments[0])
    case ("type", 0): .type(.dyn)
    case ("wrapper", 1): .wrapper(arguments[0])
    case ("list", _), ("map", _), ("optional_type", _), ("type", _), ("wrapper", _): nil
    case (_, 0):
      CELType.plain(name) ?? (schema.recordTypes[name] != nil ? .record(name) : nil)
        ?? (schema.enumTypes[name] != nil ? .enumeration(name) : .opaque(name, []))
    default: CELType.plain(name) == nil ? .opaque(name, arguments) : nil
    }
  }

  private mutating func scanName() -> Text {
    skipSpaces()
    let start = position
    while position < bytes.count, !isMark(bytes[position]) { position += 1 }
    return Text(utf8: bytes[start..<position])
  }

  private func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: " "): true
    default: false
    }
  }

  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpaces() {
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
  }
}

extension CELType {
  /// The type without arguments that has this name, if the language knows one.
  static func plain(_ name: Text) -> CELType? {
    switch name {
    case "dyn", "any": .dyn
    case "null": .null
    case "bool": .bool
    case "int": .int
    case "uint": .uint
    case "double": .double
    case "string": .string
    case "bytes": .bytes
    case "timestamp": .timestamp
    case "duration": .duration
    case "decimal": .decimal
    case "ratio": .ratio
    case "date": .date
    case "period": .period
    default: nil
    }
  }
}
