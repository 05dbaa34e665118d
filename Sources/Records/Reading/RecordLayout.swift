import JSON

/// How the records of a source are written.
public enum RecordLayout: Sendable {
  /// One a line.
  case lines
  /// One array of them, or one alone.
  case document

  /// By the name's ending, else by the first line: a whole object tells lines.
  public static func of(
    _ source: RecordSource, _ reader: ByteReader, limits: JSONLimits = .standard
  ) throws(SourceError) -> RecordLayout {
    if let layout = source.layout { return layout }
    guard try reader.byteAhead() == UInt8(ascii: "{"),
      let line = try reader.lineAhead(limit: limits.length)
    else {
      return .document
    }
    var parser = JSONParser(limits: limits)
    do throws(JSONError) {
      _ = try parser.parse(line)
      return .lines
    } catch {
      return .document
    }
  }
}

extension RecordSource {
  /// True for what is to be unpacked as it is read.
  public var isPacked: Bool {
    guard case .file(let path) = self else { return false }
    return path.hasSuffix(Self.packedEnding)
  }

  private static let packedEnding = ".gz"

  /// What the name tells; nil where it tells nothing.
  fileprivate var layout: RecordLayout? {
    guard case .file(let path) = self else { return nil }
    let name = isPacked ? String(path.dropLast(Self.packedEnding.count)) : path
    if name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") { return .lines }
    return name.hasSuffix(".json") ? .document : nil
  }
}
