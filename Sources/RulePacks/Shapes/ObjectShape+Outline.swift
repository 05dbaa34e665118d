import CEL

extension ObjectShape {
  /// The same members with everything inside their objects left open: for a file whose parts are looked at one by one,
  /// so that it is known of each whether it is sound.
  var outline: ObjectShape {
    ObjectShape(
      name, doc: doc,
      members: members.map {
        Member($0.name, $0.value.outline, required: $0.isRequired, vi: $0.doc.vi, en: $0.doc.en)
      }, choices: choices)
  }
}

extension ValueShape {
  fileprivate var outline: ValueShape {
    switch self {
    case .object: .any
    case .array(.object, let minimum): .array(.any, minimum: minimum)
    case .dictionary(.object, let keys): .dictionary(.any, keys: keys)
    default: self
    }
  }
}
