import JSON

/// Where the files of packs are read from: a folder of rules, or memory in tests and browsers.
public protocol PackFileSource: Sendable {
  /// The bytes of one file.
  ///
  /// - Parameter path: within the rules folder, with `/` between its parts and neither `.` nor `..` among them.
  func read(_ path: Text) throws(PackFileError) -> [UInt8]

  /// Names of the files in a folder, sorted; none where it cannot be listed.
  func names(in folder: Text) -> [Text]
}

extension PackFileSource {
  public func names(in folder: Text) -> [Text] { [] }
}

/// Why a file of a pack could not be read.
public enum PackFileError: Error, Sendable, Hashable {
  case notFound
  /// A link leads out of the rules folder.
  case outsideRulesFolder
  /// The reason of the system, in English.
  case unreadable(Text)
  /// The largest admitted number of bytes.
  case tooLarge(Int)
}
