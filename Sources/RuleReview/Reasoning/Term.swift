import CEL
import JSON

/// Something that conditions compare: a field, a sum of fields, a count of items, or what is not looked into.
struct Term {
  /// Its canonical text; equal terms have equal keys.
  let key: Text
  /// The values that it can have at all.
  let domain: ValueSet
  let shape: Shape

  enum Shape {
    /// A field, a call, or a condition that stands for itself.
    case value
    /// A sum of terms with factors, without a constant.
    case sum([(factor: Decimal, term: Int)])
    /// How many items of a list meet a condition; the condition speaks of terms of its own.
    case count(list: Text, Condition)
    /// Whether something is given.
    case given
  }
}
