import CEL
import Evaluator
import JSON
import Populations

/// Reads the records of a dossier and relates them to each other.
struct WitnessBinder: Sendable {
  let pack: CompiledPack
  private let binder: RecordBinder
  private let relations: RelationIndex

  init(_ evaluator: PackEvaluator) {
    pack = evaluator.pack
    binder = RecordBinder(schema: pack.schema, asOf: evaluator.asOf)
    relations = RelationIndex(pack)
  }

  /// The records of a dossier, its own first.
  struct Bound {
    /// Each as it stands in a file.
    let records: [RecordValue]
    let index: RelationIndex

    /// The dossier's own record with what it leads to.
    let own: RecordValue
  }

  /// Nil where one of the records has no shape: two items of one key, say.
  func bound(_ dossier: WitnessDossier) -> Bound? {
    guard let own = record(dossier.own) else { return nil }
    var records = [own]
    for draft in dossier.related {
      guard let record = record(draft) else { return nil }
      records.append(record)
    }
    var index = relations
    for record in records { index.add(record) }
    return Bound(records: records, index: index, own: index.joined(own))
  }

  private func record(_ draft: Draft) -> RecordValue? {
    guard let document = try? JSONDocument.parse(draft.value.text.utf8) else { return nil }
    return binder.bind(document.root, as: draft.type).record
  }
}
