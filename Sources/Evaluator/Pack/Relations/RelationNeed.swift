import CEL
import JSON

/// A relation that expressions read, with those that they read beyond it.
public struct RelationNeed: Sendable {
  /// Slot of the relation in the record that it starts from.
  public var slot: Int
  public var name: Text
  public var relation: Relation
  public var isComplete: Bool
  public var target: RecordType
  /// Relations of the target, in order of their slots.
  public var nested: [RelationNeed]
  /// Fields of the target that are read; nil where it is read as a whole.
  public var fields: Set<Text>?
}

extension CompiledPack {
  /// The relations that expressions over a record type read, in order of their slots.
  public func relationNeeds(of type: RecordType) -> [RelationNeed] {
    guard type.fields.contains(where: { $0.relation != nil }) else { return [] }
    var read: Set<Text> = []
    forEachFormula(on: type.name) { read.formUnion($0.relatedFieldsRead) }
    return relationNeeds(
      of: type, reading: read.map { $0.utf8.split(separator: UInt8(ascii: ".")).map { Text(utf8: $0) } })
  }

  /// - Parameter paths: fields that are read of the type, step by step; each relation shortens them, so this ends.
  private func relationNeeds(of type: RecordType, reading paths: [[Text]]) -> [RelationNeed] {
    var needs: [RelationNeed] = []
    for (slot, field) in type.fields.enumerated() {
      guard let relation = field.relation, let target = schema.recordTypes[relation.target] else { continue }
      let beyond = paths.filter { $0.first == field.name }.map { Array($0.dropFirst()) }
      guard !beyond.isEmpty else { continue }
      let fields = beyond.compactMap { $0.first }
      needs.append(
        RelationNeed(
          slot: slot, name: field.name, relation: relation, isComplete: field.isComplete, target: target,
          nested: relationNeeds(of: target, reading: beyond),
          fields: fields.count == beyond.count ? Set(fields) : nil))
    }
    return needs
  }

  /// Every formula over records of a type: of rules, awards, scores and rules on many records.
  public func forEachFormula(on type: Text, _ body: (Formula) -> Void) {
    // By place: a rule has dozens of parts, which to copy takes longer than to look at.
    for place in rules.indices where rules[place].on == type {
      rules[place].check.forEachFormula(body)
      rules[place].points?.formulas.forEach(body)
    }
    for award in awards where award.on == type { award.formulas.forEach(body) }
    for score in scores where score.on == type { score.formulas.forEach(body) }
    for rule in populationRules where rule.on == type { rule.check.formulas.forEach(body) }
  }
}

extension CompiledAward {
  /// Every formula of the award.
  public var formulas: [Formula] {
    var formulas = [applies, subject, year].compactMap { $0 }
    formulas += rankBy.map { $0.value } + per.map { $0.value } + decidedBy.compactMap { $0.applies }
    for quota in quotas { formulas += quota.formulas }
    return formulas
  }
}

extension Quota {
  var formulas: [Formula] {
    var formulas = per.map { $0.value }
    if let applies { formulas.append(applies) }
    switch size {
    case .number(let number): formulas.append(number)
    case .share(let share, let base):
      formulas.append(share)
      if case .records(let base) = base { formulas.append(base) }
    }
    return formulas
  }
}
