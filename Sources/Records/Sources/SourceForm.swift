import JSON

/// How the records of a source are laid out.
enum SourceForm {
  /// One record a line.
  case lines
  /// One object, or an array of them.
  case document

  /// By the name's ending, else by the first bytes: a first line that is a whole object and does not stand alone.
  init(of source: RecordSource, beginning bytes: ArraySlice<UInt8>) {
    if case .file(let path) = source {
      if path.hasSuffix(".ndjson") || path.hasSuffix(".jsonl") {
        self = .lines
        return
      }
      if path.hasSuffix(".json") {
        self = .document
        return
      }
    }
    let text = bytes.drop { $0 <= 0x20 }
    guard text.first == UInt8(ascii: "{"), let end = text.firstIndex(of: UInt8(ascii: "\n")) else {
      self = .document
      return
    }
    var parser = JSONParser()
    do throws(JSONError) {
      _ = try parser.parse(Array(text[..<end]))
      self = .lines
    } catch {
      self = .document
    }
  }
}
