import JSON

/// One line of a source, as it stands there.
public struct RecordLine: Sendable, Equatable {
  public var bytes: [UInt8]
  /// Where the source says that it comes from: a slice tells the file that it was cut out of.
  public var file: String
  /// From 1.
  public var line: Int

  public init(bytes: [UInt8], file: String, line: Int) {
    self.bytes = bytes
    self.file = file
    self.line = line
  }
}

/// Reads the lines of a source without looking into them.
public struct RecordLines {
  private var reader: DocumentReader
  private let file: String
  private let firstLine: Int

  /// - Parameters:
  ///   - file: the file that results name; nil is the source's own name.
  ///   - firstLine: the line of `file` that the source begins with.
  /// - Throws: `SourceError`.
  public init(_ source: RecordSource, file: String? = nil, firstLine: Int = 1) throws(SourceError) {
    reader = try DocumentReader(source)
    self.file = file ?? source.name
    self.firstLine = firstLine
  }

  public mutating func next() throws(SourceError) -> RecordLine? {
    guard let (bytes, origin) = try reader.nextLineBytes() else { return nil }
    return RecordLine(bytes: bytes, file: file, line: origin.line + firstLine - 1)
  }
}
