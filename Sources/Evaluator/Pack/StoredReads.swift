import JSON

/// What a formula reads beside fields of its own record, as a compiled pack stores it.
struct StoredReads: Sendable {
  var variables: [Text] = []
  var relatedFields: [Text] = []
}
