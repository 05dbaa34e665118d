/// What a declared value must be, and where it is kept.
enum ValueForm: UInt8 {
  case text, integer, decimal, boolean, date, period, member
  /// A section: an object of the shape `target`.
  case object
  /// A list: `target` in the lists.
  case list
  /// Anything well-formed; nothing of it is kept.
  case anything
  /// The record's `type`.
  case type
  /// What has no column form: only absent, `null` and blank pass.
  case unsupported
}
