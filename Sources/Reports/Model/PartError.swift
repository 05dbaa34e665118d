import JSON
import Records

/// Why parts of a run cannot be written, read or joined.
public struct PartError: Error, Sendable {
  /// As given on the command line; empty where no part is to blame.
  public let file: Text
  public let reason: Reason

  public enum Reason: Sendable {
    case notAPart
    case version(Text)
    /// Cut short, or changed since it was written.
    case damaged
    /// It was made with another pack, day, record type or related files than the first part.
    case differs(Difference)
    /// The related records or the register are not those that the parts were made with.
    case otherRelated
    /// It holds no records to print.
    case withoutRecords
    case duplicate(ForeignDuplicate)
    /// A rejected record of no known type, which may belong to the lists that others read.
    case loose(SourcePlace)
    /// A record that others relate to and that was not given to all parts.
    case notRelated(type: Text, key: Text)
  }

  public enum Difference: Sendable {
    case pack, day, type, related, waivers
  }

  public init(_ file: Text, _ reason: Reason) {
    self.file = file
    self.reason = reason
  }

  /// True where the file itself is at fault, not how the parts were put together.
  public var isUnreadable: Bool {
    switch reason {
    case .notAPart, .version, .damaged: true
    default: false
    }
  }
}
