import CEL
import JSON

/// Reads a JSON object as a record of a declared type (DESIGN §4).
///
/// Absent, `null` and blank are *not given*; a value of the wrong type is a defect, never a guess.
public struct RecordBinder: Sendable {
  let schema: Schema
  /// A fact dated after this day is not given; nil admits any day.
  let asOf: CivilDate?

  public init(schema: Schema, asOf: CivilDate?) {
    self.schema = schema
    self.asOf = asOf
  }

  /// Linear in the size of the tree.
  ///
  /// - Parameter ignoring: members that the envelope reads itself (`type`), which are no fields.
  public func bind(_ node: JSONNode, as type: RecordType, ignoring: [Text] = []) -> BoundRecord {
    var pass = Pass(binder: self)
    guard node.kind == .object else {
      pass.reject(.wrongType, node, .root, [node.kind.name, "object"])
      return BoundRecord(record: nil, readable: nil, defects: pass.defects, warnings: [])
    }
    let record = pass.object(node, as: type, at: .root, ignoring: ignoring)
    for name in type.key {
      switch type.slot(of: name).flatMap({ record.slots[$0] }) {
      case nil, .unknown?: break
      default: continue
      }
      pass.reject(.keyMissing, node, Path.root.appending(.field(name)), [name])
    }
    return BoundRecord(
      record: pass.defects.isEmpty ? record : nil, readable: record, defects: pass.defects,
      warnings: pass.warnings)
  }

  /// One record's reading: what has been found so far.
  struct Pass {
    let binder: RecordBinder
    var defects: [RecordDefect] = []
    var warnings: [RecordWarning] = []

    mutating func reject(
      _ code: RecordDefect.Code, _ node: JSONNode, _ path: Path, _ arguments: [Text],
      suggestion: Text? = nil
    ) {
      defects.append(
        RecordDefect(
          code, path: path.text, position: node.position, arguments, suggestion: suggestion))
    }

    /// An object as a record or section; undeclared members are warned of and passed over.
    mutating func object(
      _ node: JSONNode, as type: RecordType, at path: Path, ignoring: [Text] = []
    ) -> RecordValue {
      var slots = [Value?](repeating: nil, count: type.fields.count)
      var spoilt: [Int] = []
      // Members mostly come in declared order, so the next field is the best guess.
      var guess = 0
      for member in node.members {
        if guess >= type.fields.count || !type.fields[guess].isRead(from: member) {
          let key = member.key ?? ""
          guard let slot = type.slot(of: key), type.fields[slot].relation == nil else {
            if !ignoring.contains(key) { warnOfUndeclared(member, key, type, path) }
            continue
          }
          guess = slot
        }
        let field = type.fields[guess]
        let before = defects.count
        slots[guess] = value(member, of: field, at: path.appending(.field(field.name)))
        if defects.count > before { spoilt.append(guess) }
        guess += 1
      }
      for (slot, field) in type.fields.enumerated() where slots[slot] == nil {
        slots[slot] = field.defaultValue
      }
      // What was meant is not known, so neither a default nor absence stands for it.
      for slot in spoilt {
        slots[slot] = .unknown(Unknown(path.appending(.field(type.fields[slot].name))))
      }
      return RecordValue(type: type, slots: slots, path: path)
    }

    private mutating func warnOfUndeclared(
      _ member: JSONNode, _ key: Text, _ type: RecordType, _ path: Path
    ) {
      warnings.append(
        RecordWarning(
          .undeclaredField, path: path.appending(.field(key)).text,
          position: member.keyPosition ?? member.position, [key, type.name],
          suggestion: Suggestion.nearest(
            to: key, among: type.fields.filter { $0.relation == nil }.map { $0.name })))
    }
  }
}

extension Field {
  /// A relation is filled by a join, whatever the record says.
  fileprivate func isRead(from member: JSONNode) -> Bool { member.hasKey(name) && relation == nil }
}
