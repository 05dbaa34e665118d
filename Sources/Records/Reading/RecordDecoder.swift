import CEL
import Evaluator
import JSON

/// Reads one JSON value as a record in the shape of its type.
public struct RecordDecoder: Sendable {
  private let types: [RecordType]
  private let typeName: Text?
  private let binder: RecordBinder

  /// - Parameters:
  ///   - typeName: the record type of every record without a `type` member.
  ///   - asOf: a fact dated later is not given.
  public init(_ pack: CompiledPack, typeName: Text?, asOf: CivilDate) {
    types = pack.recordTypes
    self.typeName = typeName
    binder = RecordBinder(schema: pack.schema, asOf: asOf)
  }

  /// The record, or every reason why it is none. Whether its key stands twice is for the caller to see.
  public func decode(_ node: JSONNode, in source: RecordSource) -> Result<LocatedRecord, Rejection> {
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
      return reject(
        first ?? place, .defects(bound.defects), type, RecordKey(of: node, as: type), bound.readable)
    }
    let key = RecordKey(of: record)
    return .success(LocatedRecord(record: record, key: key, place: place, warnings: bound.warnings))
  }

  /// A line of a source as a record, or every reason why it is none.
  ///
  /// - Parameter line: of the source, from 1.
  public func decode(
    _ bytes: [UInt8], in source: RecordSource, line: Int
  ) -> Result<LocatedRecord, Rejection> {
    decode(bytes, in: source, at: JSONPosition(byte: 0, line: line, column: 1))
  }

  /// The same for bytes that begin anywhere in the source.
  public func decode(
    _ bytes: [UInt8], in source: RecordSource, at origin: JSONPosition
  ) -> Result<LocatedRecord, Rejection> {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument.parse(bytes, origin: origin)
    } catch {
      return .failure(
        Rejection(place: SourcePlace(source, error.position), key: nil, reason: .json(error)))
    }
    return decode(document.root, in: source)
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
    _ place: SourcePlace, _ reason: Rejection.Reason, _ type: RecordType? = nil, _ key: RecordKey? = nil,
    _ readable: RecordValue? = nil
  ) -> Result<LocatedRecord, Rejection> {
    .failure(Rejection(place: place, type: type?.name, key: key, readable: readable, reason: reason))
  }
}
