/// A source that cannot be opened or read.
public struct SourceError: Error, Sendable, Hashable {
  public let source: RecordSource
  public let reason: Reason

  public init(source: RecordSource, reason: Reason) {
    self.source = source
    self.reason = reason
  }

  public enum Reason: Sendable, Hashable, CaseIterable {
    case notFound, isFolder, unreadable, brokenArchive
  }
}
