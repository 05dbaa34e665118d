import Evaluator
import JSON
import Populations
import Records

/// Records that are given whole to each part because others relate to them, and past decisions.
struct RelatedRecords {
  private(set) var index: RelationIndex
  /// Sum over the bytes of all files, in order.
  let digest: Text

  /// - Throws: `SourceError`.
  init(
    _ evaluator: PackEvaluator, _ typeName: Text?, _ related: [RecordSource], register: [RecordSource]
  ) throws {
    var checksum = Checksum()
    for (place, source) in (related + register).enumerated() {
      checksum.add([place < related.count ? 0 : 1])
      let bytes = try ByteReader(source)
      while let piece = try bytes.piece() { checksum.add(piece) }
    }
    digest = checksum.text
    index = RelationIndex(evaluator.pack)
    if !register.isEmpty, let register = evaluator.pack.register { index.markGiven(register.recordType) }
    var reader = RecordReader(
      related, of: evaluator.pack, typeName: typeName, asOf: evaluator.asOf, register: register)
    while let item = try reader.next() {
      switch item {
      case .success(let located): index.add(located.record)
      case .failure(let rejection): index.addRejected(type: rejection.type, key: rejection.key?.values)
      }
    }
  }
}
