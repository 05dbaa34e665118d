import CEL
import Evaluator
import JSON

/// Reads the records of one source after the other, in the shape of their types.
///
/// A broken record is rejected with its place; the others go on.
public struct RecordReader {
  /// By place in the order of sources.
  private let names: [RecordSource]
  /// Sources with what reads their records, last first.
  private var sources: [(source: RecordSource, decoder: RecordDecoder)]
  private var current: (source: RecordSource, decoder: RecordDecoder, reader: DocumentReader)?
  private let types: [Text]
  private let seen: SeenKeys

  /// - Parameters:
  ///   - typeName: the record type of every record without a `type` member.
  ///   - asOf: a fact dated later is not given.
  ///   - register: sources of past decisions, whose records are of the register's type unless they tell another.
  public init(
    _ sources: [RecordSource], of pack: CompiledPack, typeName: Text?, asOf: CivilDate,
    register: [RecordSource] = []
  ) {
    let decoder = RecordDecoder(pack, typeName: typeName, asOf: asOf)
    let decisions = RecordDecoder(pack, typeName: pack.register?.recordType, asOf: asOf)
    types = pack.recordTypes.map(\.name)
    names = sources + register
    self.sources = register.reversed().map { ($0, decisions) } + sources.reversed().map { ($0, decoder) }
    seen = SeenKeys()
  }

  /// The records of one source of several, behind the elements that were taken from it as bytes.
  ///
  /// - Parameters:
  ///   - place: place of the source in `names`.
  ///   - seen: the keys of the records so far.
  public init(
    _ rest: ElementSource, at place: Int, of names: [RecordSource], _ pack: CompiledPack, typeName: Text?,
    asOf: CivilDate, seen: SeenKeys
  ) {
    types = pack.recordTypes.map(\.name)
    self.names = Array(names[...place])
    sources = []
    self.seen = seen
    current = (names[place], RecordDecoder(pack, typeName: typeName, asOf: asOf), rest.reader)
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
        guard let (source, decoder) = sources.popLast() else { return nil }
        current = (source, decoder, try DocumentReader(source))
      }
      guard let source = current?.source, let decoder = current?.decoder else { return nil }
      switch try current?.reader.next() {
      case nil: current = nil
      case .success(let document)?: return read(document.root, in: source, by: decoder)
      case .failure(let broken)?:
        return .failure(
          Rejection(
            place: SourcePlace(source, broken.error.position), key: nil, reason: .json(broken.error),
            endsSource: broken.endsSource))
      }
    }
  }

  private mutating func read(
    _ node: JSONNode, in source: RecordSource, by decoder: RecordDecoder
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
        place: located.place, type: located.record.type.name, key: located.key,
        readable: located.record, reason: .duplicateKey(located.key, first: first)))
  }
}
