/// The times of one named zone, from the system's database (RFC 9636).
///
/// Beyond the last change that a file lists, the rule at its end holds.
public struct ZoneFile: Sendable {
  /// Seconds since 1970 from which on an offset holds, ascending.
  private var changes: [(from: Int64, offset: Int32)] = []
  /// Before the first change.
  private var first: Int32 = 0
  private var rule: ZoneRule?

  /// Nil where the database has no such zone.
  public init?(named name: String) {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    // A name never leads out of the folder.
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.first != UInt8(ascii: ".")
        && part.allSatisfy {
          switch $0 {
          case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"):
            true
          default: false
          }
        }
    }
    guard isPlain, let file = Descriptor(reading: Self.folder + name) else { return nil }
    defer { _ = file.close() }
    guard let bytes = file.readToEnd() else { return nil }
    self.init(bytes)
  }

  private static let folder = "/usr/share/zoneinfo/"

  /// Seconds east of Greenwich at a moment, given in seconds since 1970.
  public func offset(at moment: Int64) -> Int32 {
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].from <= moment { low = middle + 1 } else { high = middle }
    }
    if low == changes.count, let rule { return rule.offset(at: moment) }
    return low == 0 ? first : changes[low - 1].offset
  }

  /// - Parameter bytes: of a file of the second version or later, whose second part has times of 64 bits.
  init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes[...])
    guard let old = reader.counts(), old.version >= UInt8(ascii: "2") else { return nil }
    reader.skip(old.size(timeSize: 4))
    guard let counts = reader.counts(), counts.types > 0 else { return nil }
    var body = Reader(bytes: reader.bytes.prefix(counts.size(timeSize: 8)))
    reader.skip(counts.size(timeSize: 8))
    guard body.bytes.count == counts.size(timeSize: 8) else { return nil }
    let times = (0..<counts.times).map { _ in Int64(bitPattern: body.number(8)) }
    let kinds = (0..<counts.times).map { _ in Int(body.number(1)) }
    let offsets = (0..<counts.types).map { _ in
      let offset = Int32(truncatingIfNeeded: Int64(body.number(4)))
      body.skip(2)
      return offset
    }
    guard kinds.allSatisfy(offsets.indices.contains) else { return nil }
    first = offsets[0]
    changes = zip(times, kinds).map { ($0, offsets[$1]) }
    let footer = reader.bytes.dropFirst().prefix { $0 != UInt8(ascii: "\n") }
    rule = ZoneRule(footer)
  }

  /// The counts of a header.
  private struct Counts {
    let version: UInt8
    let utcMarks, standardMarks, leaps, times, types, letters: Int

    func size(timeSize: Int) -> Int {
      times * (timeSize + 1) + types * 6 + letters + leaps * (timeSize + 4) + standardMarks + utcMarks
    }
  }

  private struct Reader {
    var bytes: ArraySlice<UInt8>

    mutating func skip(_ count: Int) { bytes = bytes.dropFirst(count) }

    /// A big-endian number; zero bits where the file ends.
    mutating func number(_ size: Int) -> UInt64 {
      defer { skip(size) }
      return bytes.prefix(size).reduce(0) { $0 << 8 | UInt64($1) }
    }

    mutating func counts() -> Counts? {
      guard bytes.count >= 44, bytes.starts(with: "TZif".utf8) else { return nil }
      skip(4)
      let version = UInt8(number(1))
      skip(15)
      let numbers = (0..<6).map { _ in Int(number(4)) }
      return Counts(
        version: version, utcMarks: numbers[0], standardMarks: numbers[1], leaps: numbers[2],
        times: numbers[3], types: numbers[4], letters: numbers[5])
    }
  }
}
