import CEL
import Evaluator
import JSON

/// A record that could not be judged, with its place and every reason.
public struct Rejection: Error, Sendable {
  public let place: SourcePlace
  /// Name of the record type, where it could be told.
  public let type: Text?
  /// The key, where it could be read.
  public let key: RecordKey?
  /// What of it could be read, where its type could be told; the rest is not given.
  public let readable: RecordValue?
  public let reason: Reason
  /// True where nothing after this place of the source could be read.
  public let endsSource: Bool

  public enum Reason: Error, Sendable {
    case json(JSONError)
    case notAnObject(found: JSONKind)
    /// No `type` member and no `--type`, in a pack that checks several types.
    case typeMissing(known: [Text])
    case typeUnknown(Text, suggestion: Text?)
    case defects([RecordDefect])
    case duplicateKey(RecordKey, first: SourcePlace)
    case refused(Evaluation.Refusal)
  }

  public init(
    place: SourcePlace, type: Text? = nil, key: RecordKey?, readable: RecordValue? = nil, reason: Reason,
    endsSource: Bool = false
  ) {
    self.place = place
    self.type = type
    self.key = key
    self.readable = readable
    self.reason = reason
    self.endsSource = endsSource
  }
}
