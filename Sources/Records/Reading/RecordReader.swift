import CEL
import Evaluator
import JSON

/// Reads the records of one source after the other, in the shape of their types.
///
/// A broken record is rejected with its place; the others go on.
public struct RecordReader {
  private let decoder: RecordDecoder
  /// By place in the order of sources.
  private let names: [RecordSource]
  private var sources: [RecordSource]
  private var current: (source: RecordSource, reader: DocumentReader)?
  private let types: [Text]
  private let seen: SeenKeys

  /// - Parameters:
  ///   - typeName: the record type of every record without a `type` member.
  ///   - asOf: a fact dated later is not given.
  public init(_ sources: [RecordSource], of pack: CompiledPack, typeName: Text?, asOf: CivilDate) {
    decoder = RecordDecoder(pack, typeName: typeName, asOf: asOf)
    types = pack.recordTypes.map(\.name)
    names = sources
    self.sources = sources.reversed()
    seen = SeenKeys()
  }

  /// The records of one source of several, which is open.
  ///
  /// - Parameters:
  ///   - place: place of the source in `names`.
  ///   - seen: the keys of the records so far.
  public init(
    _ reader: ByteReader, at place: Int, of names: [RecordSource], _ pack: CompiledPack, typeName: Text?,
    asOf: CivilDate, seen: SeenKeys
  ) {
    decoder = RecordDecoder(pack, typeName: typeName, asOf: asOf)
    types = pack.recordTypes.map(\.name)
    self.names = Array(names[...place])
    sources = []
    self.seen = seen
    current = (names[place], DocumentReader(names[place], reader))
  }

  /// The first document of a source, without a shape; nil where there is none.
  public static func document(_ source: RecordSource) throws(SourceError) -> Result<JSONDocument, JSONError>?
  {
    var reader = try DocumentReader(source)
    return try reader.next()?.mapError(\.error)
  }

  /// The next record or rejection, in order of input; nil at the end of the last source.
  public mutating func next() throws(SourceError) -> Result<LocatedRecord, Rejection>? {
    while true {
      if current == nil {
        guard let source = sources.popLast() else { return nil }
        current = (source, try DocumentReader(source))
      }
      guard let source = current?.source else { return nil }
      switch try current?.reader.next() {
      case nil: current = nil
      case .success(let document)?: return read(document.root, in: source)
      case .failure(let broken)?:
        return .failure(
          Rejection(
            place: SourcePlace(source, broken.error.position), key: nil, reason: .json(broken.error),
            endsSource: broken.endsSource))
      }
    }
  }

  private mutating func read(
    _ node: JSONNode, in source: RecordSource
  ) -> Result<LocatedRecord, Rejection> {
    let decoded = decoder.decode(node, in: source)
    guard case .success(let located) = decoded else { return decoded }
    let type = types.firstIndex(of: located.record.type.name) ?? 0
    let keys = BatchKeys(located.key.bytes(type: type), line: located.place.line)
    let place = names.count - sources.count - 1
    guard let earlier = seen.add(keys, source: place, firstLine: 0).first?.first else { return decoded }
    let first = SourcePlace(
      names[earlier.source], JSONPosition(byte: 0, line: earlier.line, column: 1), wholeLine: true)
    return .failure(
      Rejection(
        place: located.place, key: located.key, reason: .duplicateKey(located.key, first: first)))
  }
}
