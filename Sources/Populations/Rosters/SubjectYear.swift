import JSON

/// Who receives an award, and for which year.
struct SubjectYear: Hashable, Sendable {
  var subject: Text
  var year: Int64
}
