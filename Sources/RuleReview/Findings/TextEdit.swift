import JSON

/// A part of a file and what is to stand there instead.
public struct TextEdit: Sendable, Hashable {
  /// Path within the rules folder.
  public let file: Text
  /// Bytes of the file; empty where something is inserted.
  public let range: Range<Int>
  public let replacement: Text

  public init(file: Text, range: Range<Int>, replacement: Text) {
    self.file = file
    self.range = range
    self.replacement = replacement
  }
}

extension [TextEdit] {
  /// The bytes of a file after the edits that touch it; of two that overlap the later one in the list is left out.
  public func applied(to bytes: [UInt8], of file: Text) -> [UInt8] {
    var chosen: [TextEdit] = []
    for edit in self where edit.file == file && edit.range.upperBound <= bytes.count {
      guard !chosen.contains(where: { $0.clashes(with: edit) }) else { continue }
      chosen.append(edit)
    }
    var result = bytes
    for edit in chosen.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      result.replaceSubrange(edit.range, with: edit.replacement.utf8)
    }
    return result
  }
}

extension TextEdit {
  /// True where both cannot be made.
  fileprivate func clashes(with other: TextEdit) -> Bool {
    range == other.range || range.overlaps(other.range)
  }
}
