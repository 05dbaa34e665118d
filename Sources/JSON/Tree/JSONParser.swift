/// Reads documents into trees, one after the other, and keeps its working storage between them.
///
///     var parser = JSONParser()
///     let document = try parser.parse(bytes)
///     document.root["title"]?.text
///
/// Copies share the storage, which no two reads use at once: a parser stays in one isolation domain.
public struct JSONParser {
  private let workshop: Workshop

  private final class Workshop {
    var builder: TapeBuilder
    init(limits: JSONLimits) { builder = TapeBuilder(limits: limits) }
  }

  /// A parser that refuses documents beyond the limits.
  public init(limits: JSONLimits = .standard) {
    workshop = Workshop(limits: limits)
  }

  /// Reads one document: the whole of `bytes`, or the part in `range` (clamped to the bytes that are there).
  ///
  /// The document shares `bytes`; no copy is made. Linear in the number of bytes.
  ///
  /// - Parameter origin: the place of the range's first byte in its source; by default the range begins one.
  /// - Throws: the first thing that is wrong; places count from `origin`.
  public mutating func parse(
    _ bytes: [UInt8], in range: Range<Int>? = nil, origin: JSONPosition = .start
  ) throws(JSONError) -> JSONDocument {
    try read(bytes, in: range ?? bytes.indices, origin: origin, toEnd: true)
  }

  /// Reads one value and leaves what follows it: `document.range` tells where it ends.
  ///
  /// The limits hold for the value, however much follows it.
  ///
  /// Where the bytes are the beginning of a longer source, `unexpectedEnd` and `emptyInput` mean that more are needed;
  /// a number that reaches the last byte may also go on.
  public mutating func parsePrefix(
    of bytes: [UInt8], in range: Range<Int>? = nil, origin: JSONPosition = .start
  ) throws(JSONError) -> JSONDocument {
    try read(bytes, in: range ?? bytes.indices, origin: origin, toEnd: false)
  }

  private mutating func read(
    _ bytes: [UInt8], in range: Range<Int>, origin: JSONPosition, toEnd: Bool
  ) throws(JSONError) -> JSONDocument {
    let range = range.clamped(to: bytes.indices)
    let failure = bytes.withUnsafeBytes { buffer in
      workshop.builder.build(from: buffer.part(range), toEnd: toEnd)
    }
    if let failure {
      throw JSONError(failure, in: bytes[range], origin: origin)
    }
    return JSONDocument(
      bytes: bytes, start: range.lowerBound, origin: origin, entries: workshop.builder.entries.copy())
  }
}
