import JSON

/// A record that is no JSON.
struct BrokenDocument: Error {
  let error: JSONError
  /// True where the reader has lost its place, so that nothing after it was read.
  let endsSource: Bool

  init(_ error: JSONError, endsSource: Bool = false) {
    self.error = error
    self.endsSource = endsSource
  }
}
