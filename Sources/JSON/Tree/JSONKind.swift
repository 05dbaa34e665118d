/// What a JSON value is.
public enum JSONKind: UInt8, CaseIterable, Sendable {
  case null, boolean, number, string, array, object
}
