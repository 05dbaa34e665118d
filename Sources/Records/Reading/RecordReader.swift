import CEL
import Evaluator
import JSON

/// Reads the records of one source after the other, in the shape of their types.
///
/// A broken record is rejected with its place; the others go on.
public struct RecordReader {
  private let types: [RecordType]
  private let typeName: Text?
  private let binder: RecordBinder
  private var sources: [RecordSource]
  private var current: (source: RecordSource, reader: DocumentReader)?
  private var seen: [SeenKey: SourcePlace] = [:]

  private struct SeenKey: Hashable {
    let type: Text
    let key: RecordKey
  }

  /// - Parameters:
  ///   - typeName: the record type of every record without a `type` member.
  ///   - asOf: a fact dated later is not given.
  public init(_ sources: [RecordSource], of pack: CompiledPack, typeName: Text?, asOf: CivilDate) {
    types = pack.recordTypes
    self.typeName = typeName
    binder = RecordBinder(schema: pack.schema, asOf: asOf)
    self.sources = sources.reversed()
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
    let place = SourcePlace(source, node.position, wholeLine: true)
    guard node.kind == .object else {
      return reject(SourcePlace(source, node.position), .notAnObject(found: node.kind))
    }
    let type: RecordType
    switch self.type(of: node) {
    case .success(let found): type = found
    case .failure(let reason):
      let position = node["type"]?.position ?? node.position
      return reject(SourcePlace(source, position), reason)
    }
    let bound = binder.bind(node, as: type, ignoring: ["type", "$schema"])
    guard let record = bound.record else {
      let first = bound.defects.first.map { SourcePlace(source, $0.position) }
      return reject(first ?? place, .defects(bound.defects), key: RecordKey(of: node, as: type))
    }
    let key = RecordKey(of: record)
    if let first = seen.updateValue(place, forKey: SeenKey(type: type.name, key: key)) {
      seen[SeenKey(type: type.name, key: key)] = first
      return reject(place, .duplicateKey(key, first: first), key: key)
    }
    return .success(LocatedRecord(record: record, key: key, place: place, warnings: bound.warnings))
  }

  private func type(of node: JSONNode) -> Result<RecordType, Rejection.Reason> {
    let given = node["type"].flatMap { $0.isNull ? nil : $0 }
    if let given, given.kind != .string {
      let arguments = [given.kind.name, CELType.string.text]
      let defect = RecordDefect(.wrongType, path: "type", position: given.position, arguments)
      return .failure(.defects([defect]))
    }
    guard let name = given?.text ?? typeName else {
      guard types.count == 1, let only = types.first else {
        return .failure(.typeMissing(known: types.map(\.name)))
      }
      return .success(only)
    }
    guard let type = types.first(where: { $0.name == name }) else {
      let suggestion = Suggestion.nearest(to: name, among: types.map(\.name))
      return .failure(.typeUnknown(name, suggestion: suggestion))
    }
    return .success(type)
  }

  private func reject(
    _ place: SourcePlace, _ reason: Rejection.Reason, key: RecordKey? = nil
  ) -> Result<LocatedRecord, Rejection> {
    .failure(Rejection(place: place, key: key, reason: reason))
  }
}
