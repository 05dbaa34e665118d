/// What a JSON value is.
public enum JSONKind: UInt8, CaseIterable, BitwiseCopyable, Sendable {
  case null, boolean, number, string, array, object
}
