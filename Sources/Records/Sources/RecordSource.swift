/// Where records are read from.
public enum RecordSource: Sendable, Hashable {
  case file(path: String)
  case standardInput
  /// Standard input, kept in a file so that it can be read again.
  case spooled(path: String)

  /// `-` is standard input, anything else a path.
  public init(_ argument: String) {
    self = argument == "-" ? .standardInput : .file(path: argument)
  }

  /// As results name it: a relative path as given, of an absolute one the last component, so that the same input
  /// gives the same bytes on every machine.
  public var name: String {
    switch self {
    case .standardInput, .spooled: "-"
    case .file(let path):
      path.hasPrefix("/") ? path.split(separator: "/").last.map(String.init) ?? path : path
    }
  }
}
