import CEL
import Foundation
import JSON
import Testing

@testable import Records

/// Sources that cannot be read, and how sources are named.
@Suite struct SourceTests {
  @Test func whatIsNotThereIsNotFound() {
    #expect(failure(of: .file(path: "no-such-folder/no-such-file.json")) == .notFound)
  }

  @Test func aFolderIsNoSource() {
    #expect(failure(of: .file(path: FileManager.default.temporaryDirectory.path)) == .isFolder)
  }

  /// Opens, but no byte at its start can be read, whoever asks.
  static let unreadable = "/proc/self/mem"

  @Test(.enabled(if: FileManager.default.fileExists(atPath: unreadable)))
  func whatCannotBeReadIsUnreadable() {
    #expect(failure(of: .file(path: Self.unreadable)) == .unreadable)
  }

  @Test func aBrokenSourceStopsAfterTheRecordsOfTheOneBefore() throws {
    let file = try TemporaryFile("a.ndjson", "{\"id\":\"x\"}\n".utf8)
    var reader = RecordReader(
      [file.source, .file(path: "none.json")], of: SamplePack.pack, typeName: "unit",
      asOf: try CivilDate("2021-12-31"))
    #expect(try reader.next().map(Reading.line) == "x@1")
    #expect(throws: SourceError(source: .file(path: "none.json"), reason: .notFound)) { try reader.next() }
  }

  @Test(arguments: [
    ("-", "-"), ("units.json", "units.json"), ("data/units.json", "data/units.json"),
    ("/var/data/units.json", "units.json"),
  ])
  func sourcesAreNamedAlikeOnEveryMachine(_ argument: String, _ name: String) {
    #expect(RecordSource(argument).name == name)
  }

  private func failure(of source: RecordSource) -> SourceError.Reason? {
    do throws(SourceError) {
      var reader = try DocumentReader(source)
      _ = try reader.next()
      return nil
    } catch {
      return error.reason
    }
  }
}
