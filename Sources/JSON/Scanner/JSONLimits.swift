/// How much one document may ask of its reader.
public struct JSONLimits: Hashable, Sendable {
  /// Arrays and objects inside one another.
  public var depth: Int
  /// Bytes of one document; at most 2 GiB − 1, because places inside a document are kept in 32 bits.
  public var length: Int
  /// Values in one document, arrays and objects among them.
  public var values: Int

  /// Limits, each clamped into what the reader can hold: 1 … 65,536 levels, 0 … 2³¹−1 bytes and values.
  public init(depth: Int = 512, length: Int = 256 << 20, values: Int = 10_000_000) {
    self.depth = min(max(depth, 1), 1 << 16)
    self.length = min(max(length, 0), Int(Int32.max))
    self.values = min(max(values, 0), Int(Int32.max))
  }

  /// 512 levels, 256 MiB, ten million values.
  public static let standard = JSONLimits()
}
