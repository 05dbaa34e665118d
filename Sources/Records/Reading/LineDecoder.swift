import CEL
import Evaluator
import JSON

/// Reads lines as records, as `RecordReader` reads those of its sources.
public struct LineDecoder {
  private let decoder: RecordDecoder
  private let types: [Text]
  private let seen = SeenKeys()
  /// By place of a source in `seen`.
  private var files: [String] = []
  /// The part that each file in `files` was read from.
  private var parts: [Int] = []

  /// - Parameters:
  ///   - typeName: the record type of every record without a `type` member.
  ///   - asOf: a fact dated later is not given.
  public init(_ pack: CompiledPack, typeName: Text?, asOf: CivilDate) {
    decoder = RecordDecoder(pack, typeName: typeName, asOf: asOf)
    types = pack.recordTypes.map(\.name)
  }

  /// - Returns: the record or why it is none.
  /// - Throws: `ForeignDuplicate` where its key stands in another part already.
  public mutating func decode(_ line: RecordLine, part: Int = 0) throws(ForeignDuplicate) -> Result<
    LocatedRecord, Rejection
  > {
    let decoded = decoder.decode(line.bytes, in: .file(path: line.file), line: line.line)
    guard case .success(let located) = decoded else { return decoded }
    let type = types.firstIndex(of: located.record.type.name) ?? 0
    guard let first = try add(located.key.bytes(type: type), located.key.text, line, part: part) else {
      return decoded
    }
    return .failure(
      Rejection(
        place: located.place, type: located.record.type.name, key: located.key,
        readable: located.record, reason: .duplicateKey(located.key, first: first)))
  }

  /// Takes note of a record that was read otherwise.
  ///
  /// - Throws: `ForeignDuplicate` where its key stands in another part.
  public mutating func add(_ located: LocatedRecord, part: Int) throws(ForeignDuplicate) {
    let type = types.firstIndex(of: located.record.type.name) ?? 0
    let line = RecordLine(bytes: [], file: located.place.file, line: located.place.line)
    _ = try add(located.key.bytes(type: type), located.key.text, line, part: part)
  }

  /// Takes note of a key without its record.
  ///
  /// - Returns: where it stood first, if it has been seen.
  /// - Throws: `ForeignDuplicate` where that was in another part.
  public mutating func add(
    _ key: [UInt8], _ text: Text, _ line: RecordLine, part: Int
  ) throws(ForeignDuplicate) -> SourcePlace? {
    if files.last != line.file || parts.last != part {
      files.append(line.file)
      parts.append(part)
    }
    let keys = BatchKeys(key, line: line.line)
    guard let first = seen.add(keys, source: files.count - 1, firstLine: 0).first?.first else { return nil }
    let place = SourcePlace(
      file: files[first.source], JSONPosition(byte: 0, line: first.line, column: 1), wholeLine: true)
    guard parts[first.source] == part else {
      let own = SourcePlace(
        file: line.file, JSONPosition(byte: 0, line: line.line, column: 1), wholeLine: true)
      throw ForeignDuplicate(key: text, first: place, second: own)
    }
    return place
  }
}

/// A key that stands in two parts of the records, each of which was counted with it.
public struct ForeignDuplicate: Error, Sendable {
  public let key: Text
  public let first: SourcePlace
  public let second: SourcePlace
}
