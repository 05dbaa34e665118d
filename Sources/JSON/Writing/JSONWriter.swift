/// Writes JSON into an array of bytes: what it writes is always one well-formed text.
///
///     var writer = JSONWriter()
///     writer.beginObject()
///     writer.key("rule")
///     writer.string("bto-forest-cover")
///     writer.endObject()                    // {"rule":"bto-forest-cover"}
public struct JSONWriter {
  /// How the text is set.
  public enum Style: Sendable {
    /// No white space, no escape that is not needed: equal values give equal bytes.
    case canonical
    /// One member or element a line, two spaces a level, for files that people read.
    case pretty
  }

  /// What has been written.
  public private(set) var bytes: [UInt8]
  /// How the text is set.
  public let style: Style
  /// For each array or object that is open: whether it holds something already.
  private var isFilled: [Bool] = []
  /// True between a key and its value.
  private var isAfterKey = false

  /// A writer that appends to bytes, such as the lines before.
  public init(style: Style = .canonical, appendingTo bytes: [UInt8] = []) {
    self.style = style
    self.bytes = bytes
  }

  /// What has been written, which the writer gives away; it is then empty again.
  public mutating func takeBytes() -> [UInt8] {
    let taken = bytes
    bytes = []
    return taken
  }

  /// Writes `{`; keys and values follow.
  public mutating func beginObject() { begin(UInt8(ascii: "{")) }
  /// Writes the `}` of the innermost open object.
  public mutating func endObject() { end(UInt8(ascii: "}")) }
  /// Writes `[`; values follow.
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }
  /// Writes the `]` of the innermost open array.
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes the key of the next value. That it is new in its object is the caller's part.
  public mutating func key(_ key: Text) {
    separate()
    bytes.appendQuoted(key.utf8)
    bytes.append(UInt8(ascii: ":"))
    if style == .pretty { bytes.append(UInt8(ascii: " ")) }
    isAfterKey = true
  }

  /// Writes a string; ill-formed UTF-8 in it becomes U+FFFD.
  public mutating func string(_ text: Text) {
    separate()
    bytes.appendQuoted(text.utf8)
  }

  /// Writes an integer.
  public mutating func int(_ value: Int64) {
    separate()
    bytes.appendDecimal(value)
  }

  /// Writes a number exactly as given; `null` where it is none by the grammar of JSON.
  public mutating func number(_ text: Text) {
    separate()
    if text.utf8.withUnsafeBytes(NumberScan.isNumber) {
      bytes += text.utf8
    } else {
      append("null")
    }
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) {
    separate()
    append(value ? "true" : "false")
  }

  /// Writes `null`.
  public mutating func null() {
    separate()
    append("null")
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    isFilled.append(false)
  }

  private mutating func end(_ bracket: UInt8) {
    if isFilled.popLast() == true { breakLine() }
    bytes.append(bracket)
  }

  /// Writes the comma and line break before a key or a value.
  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    guard let last = isFilled.indices.last else { return }
    if isFilled[last] { bytes.append(UInt8(ascii: ",")) }
    isFilled[last] = true
    breakLine()
  }

  private mutating func breakLine() {
    guard style == .pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * isFilled.count))
  }
}
