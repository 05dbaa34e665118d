import CEL
import JSON

/// Why a stored pack cannot be read.
public enum StoredPackError: Error, Sendable {
  case json(JSONError)
  /// Version found; nil where there is none.
  case version(Int64?)
  /// The member that is absent or of the wrong form, and where its object stands.
  case member(Text, JSONPosition)
  /// An expression that the record types of the pack do not admit.
  case expression(Text, [Diagnostic], JSONPosition)
}
