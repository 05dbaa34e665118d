import Foundation
import Testing

@testable import Records

/// Sources that are packed with gzip.
struct PackedSourceTests {
  /// Two members: x and y; then z and x again.
  private let members = [
    "H4sIAAAAAAACA6tWykxRslKqUKrlqoYwK4FMAAK0NfcWAAAA", "H4sIAAAAAAACA6tWykxRslKqUqrlqoYwK4BMAPZiD+cWAAAA",
  ]
  private var packed: [UInt8] { members.flatMap { Array(Data(base64Encoded: $0) ?? Data()) } }

  @Test func membersAreOneSource() throws {
    #expect(
      try Reading.all(packed, named: "a.ndjson.gz").map(Reading.line)
        == ["x@1", "y@2", "z@3", "duplicateKey(x, a.ndjson.gz:1)@4"])
    // A name that tells nothing: by the first line.
    #expect(try Reading.all(packed, named: "a.gz").map(Reading.line).count == 4)
  }

  @Test func piecesOfAnySizeGiveTheSame() throws {
    let whole = try Reading.documents(packed, named: "a.ndjson.gz", pieceSize: 1 << 20)
    #expect(whole.count == 4)
    for size in [1, 2, 7, 23] {
      #expect(try Reading.documents(packed, named: "a.ndjson.gz", pieceSize: size) == whole)
    }
  }

  @Test func whatIsCutOrNoGzipIsBroken() throws {
    let damaged = packed.enumerated().map { $0.offset == 15 ? $0.element ^ 0xFF : $0.element }
    for bytes in [
      Array(packed.dropLast()), Array(packed.prefix(40)), Array("{\"id\":\"x\"}\n".utf8), [], damaged,
    ] {
      let file = try TemporaryFile("a.ndjson.gz", bytes)
      #expect(throws: SourceError(source: file.source, reason: .brokenArchive)) {
        try Reading.all([file.source])
      }
    }
  }

  @Test func whatStandsBeforeABreakIsReadHoweverItIsAskedFor() throws {
    let intact = try TemporaryFile("a.ndjson.gz", packed)
    let whole = try before(intact.source, pieceSize: 1 << 20)
    #expect(whole.bytes.split(separator: 0x0A).count == 4 && whole.failure == nil)
    // The sum of the second member, what follows the last one, and a member that ends too early.
    let wrongSum = packed.enumerated().map { $0.offset == packed.count - 8 ? $0.element ^ 0xFF : $0.element }
    for bytes in [wrongSum, packed + Array("more".utf8), Array(packed.dropLast(3))] {
      let file = try TemporaryFile("a.ndjson.gz", bytes)
      for size in [1, 2, 7, 22, 23, 43, 44, 45, 1 << 20] {
        let (read, failure) = try before(file.source, pieceSize: size)
        #expect(read == whole.bytes, "pieces of \(size)")
        #expect(failure == SourceError(source: file.source, reason: .brokenArchive))
      }
    }
  }

  /// The bytes before the end or a break, and why there is one.
  private func before(
    _ source: RecordSource, pieceSize: Int
  ) throws -> (bytes: [UInt8], failure: SourceError?) {
    let reader = try ByteReader(source, pieceSize: pieceSize)
    var bytes: [UInt8] = []
    do {
      while let piece = try reader.piece() { bytes += piece }
    } catch {
      return (bytes, error)
    }
    return (bytes, nil)
  }
}
