import CEL
import JSON

extension EnumType {
  /// Members that a defect lists besides, cut where they are many.
  var membersToName: [Text] {
    let shown = 12
    return members.count > shown ? members.prefix(shown) + ["…"] : members
  }
}
