import CEL
import Evaluator
import JSON
import Populations

/// A draft with the awards that the register must hold for its subject.
struct WitnessSketch {
  var draft: Draft
  /// Places of awards in the pack.
  var decided: [Int] = []
}

extension WitnessMaker {
  /// The smallest records within a sketch that the evaluator judges as wanted; nil where it judges them otherwise.
  ///
  /// - Parameter award: place of the award that looks beyond the record; nil where the record alone decides.
  func confirmed(
    _ sketch: WitnessSketch, for award: Int?, _ isWanted: (RecordResult) -> Bool
  ) -> Witness? {
    func wanted(_ sketch: WitnessSketch) -> Judged? {
      judged(sketch, for: award).flatMap { isWanted($0.result) ? $0 : nil }
    }
    guard let first = wanted(sketch) else { return nil }
    var (kept, found) = (sketch, first)
    for place in sketch.decided {
      var smaller = kept
      smaller.decided.removeAll { $0 == place }
      if let judged = wanted(smaller) { (kept, found) = (smaller, judged) }
    }
    // What was taken away may make something else needless, so until nothing is.
    var isShrinking = true
    while isShrinking {
      isShrinking = false
      for place in Self.places(in: kept.draft.value, []).reversed() {
        guard let draft = kept.draft.setting(nil, at: place) else { continue }
        let smaller = WitnessSketch(draft: draft, decided: kept.decided)
        guard let judged = wanted(smaller) else { continue }
        (kept, found, isShrinking) = (smaller, judged, true)
      }
    }
    let dossier = found.dossier
    return Witness(
      record: dossier.own.document, related: dossier.related.map(\.document), asOf: asOf, result: found.result
    )
  }

  struct Judged {
    let dossier: WitnessDossier
    let result: RecordResult
  }

  /// What the pack says of a sketch's own record, judged together with the others.
  func judged(_ sketch: WitnessSketch, for award: Int?) -> Judged? {
    var dossier = WitnessDossier(sketch.draft, pack)
    guard let bound = binder.bound(dossier), case .judged(let alone) = evaluator.evaluate(bound.own) else {
      return nil
    }
    guard let award else { return Judged(dossier: dossier, result: alone) }
    for (index, other) in sketch.decided.enumerated() {
      guard let decision = decision(on: other, for: award, alone) else { return nil }
      dossier.add(decision, named: WitnessDossier.name + "-" + Text("\(index + 1)"))
    }
    guard let bound = sketch.decided.isEmpty ? bound : binder.bound(dossier) else { return nil }
    var state = PopulationState(evaluator)
    for (ordinal, record) in bound.records.enumerated() {
      guard case .judged(let result) = evaluator.evaluate(bound.index.joined(record)) else { return nil }
      state.add(result, key: record.keyText, ordinal: ordinal)
    }
    let judge = PopulationJudge(evaluator, bound.index, state.decided())
    guard case .judged(let result) = judge.evaluate(bound.records[0], key: bound.records[0].keyText) else {
      return nil
    }
    return Judged(dossier: dossier, result: result)
  }

  /// An entry of the register: the subject of one award holds another for the same year.
  private func decision(on other: Int, for award: Int, _ result: RecordResult) -> Draft? {
    guard let register = pack.register, let type = pack.schema.recordTypes[register.recordType],
      let yearField = type.slot(of: register.year)
    else { return nil }
    let activation = evaluator.activation(of: result)
    let claimant = pack.awards[award]
    let subject = claimant.subject.map { $0.program.evaluate(activation) } ?? .string(result.record.keyText)
    let year: Int64
    switch claimant.year?.program.evaluate(activation) {
    case nil: year = Int64(result.lawDate.year)
    case .int(let int)?: year = int
    default: return nil
    }
    guard let whole = Period(.year, 1, of: Int(clamping: year)) else { return nil }
    let asYear: Value =
      switch type.fields[yearField].type {
      case .date: .date(whole.firstDay)
      case .period: .period(whole)
      default: .int(year)
      }
    var draft = Draft(of: type, pack.schema)
    draft.give(register.award, JSONValue.string(pack.awards[other].form ?? pack.awards[other].id))
    for (field, value) in [(register.subject, subject), (register.year, asYear)] {
      guard let json = draft.type(at: [.field(field)]).flatMap({ value.json(as: $0) }) else { return nil }
      draft.give(field, json)
    }
    return draft
  }

  /// Every member and element, the outer before what is in it.
  private static func places(in value: JSONValue, _ place: [Path.Step]) -> [[Path.Step]] {
    switch value {
    case .object(let members):
      members.flatMap { member in
        [place + [.field(member.key)]] + places(in: member.value, place + [.field(member.key)])
      }
    case .array(let elements):
      elements.indices.flatMap { index in
        [place + [.index(index)]] + places(in: elements[index], place + [.index(index)])
      }
    default: []
    }
  }
}
