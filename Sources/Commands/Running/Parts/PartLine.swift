import JSON
import Records

/// What a part keeps of one line of its slice: all of it, or its key.
enum PartLine {
  case kept(RecordLine)
  /// The key as a set of keys tells it from others, and in one line.
  case counted(key: [UInt8], text: Text, RecordLine)

  func write(_ writer: inout JSONWriter) {
    writer.beginObject()
    switch self {
    case .kept(let line):
      place(line, &writer)
      let text = Text(utf8: line.bytes)
      if text.illFormedByte == nil {
        writer.key("text")
        writer.string(text)
      } else {
        writer.key("bytes")
        writer.string(Self.hex(line.bytes))
      }
    case .counted(let key, let text, let line):
      place(line, &writer)
      writer.key("key")
      writer.string(text)
      writer.key("mark")
      writer.string(Self.hex(key))
    }
    writer.endObject()
  }

  private func place(_ line: RecordLine, _ writer: inout JSONWriter) {
    writer.key("file")
    writer.string(Text(line.file))
    writer.key("line")
    writer.int(Int64(line.line))
  }

  /// Nil for what is no line.
  init?(_ node: JSONNode) {
    guard let file = node["file"]?.text, let number = node["line"]?.int64, let line = Int(exactly: number)
    else { return nil }
    var record = RecordLine(bytes: [], file: file.string, line: line)
    if let text = node["text"]?.text {
      record.bytes = text.utf8
      self = .kept(record)
    } else if let bytes = node["bytes"]?.text.flatMap(Self.bytes) {
      record.bytes = bytes
      self = .kept(record)
    } else if let text = node["key"]?.text, let key = node["mark"]?.text.flatMap(Self.bytes) {
      self = .counted(key: key, text: text, record)
    } else {
      return nil
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private static func hex(_ bytes: [UInt8]) -> Text {
    Text(utf8: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  private static func bytes(_ hex: Text) -> [UInt8]? {
    guard hex.utf8.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: hex.utf8.count, by: 2) {
      guard let high = digits.firstIndex(of: hex.utf8[place]),
        let low = digits.firstIndex(of: hex.utf8[place + 1])
      else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    return bytes
  }
}
