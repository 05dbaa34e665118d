/// How the rest of a group is read.
struct RegexFlags: Hashable {
  /// `i`
  var ignoresCase = false
  /// `m`: `^` and `$` also match at the ends of lines.
  var isMultiline = false
  /// `s`: `.` also matches `\n`.
  var dotMatchesNewline = false
}
