import Foundation
import Testing

@testable import Platform

struct PrivateFolderTests {
  private let path = FileManager.default.temporaryDirectory.path + "/private-\(UUID().uuidString)"

  @Test func keepsWhatIsWritten() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(PrivateFolder(path) == nil)
    #expect(PrivateFolder(making: path + "/a/b", below: path) == nil)
    #expect(!FileManager.default.fileExists(atPath: path))
    let folder = try #require(PrivateFolder(making: path + "/a/b"))
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
    folder.write(bytes, to: "x", keeping: 3)
    #expect(folder.read("x") == bytes)
    folder.write([], to: "x", keeping: 3)
    #expect(folder.read("x") == [])
    #expect(folder.read("y") == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["x"])
  }

  @Test func removesWhatIsOldest() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try #require(PrivateFolder(making: path))
    for (age, name) in ["d", "a", "c", "b"].enumerated() {
      folder.write([1], to: name, keeping: 9)
      let day = Date(timeIntervalSince1970: 1_000_000_000 - Double(age) * 1000)
      try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: path + "/" + name)
    }
    folder.write([2], to: "e", keeping: 3)
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).sorted() == ["a", "d", "e"])
  }

  @Test func readsNoLinkAndNothingThatOthersCanChange() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = try #require(PrivateFolder(making: path))
    folder.write([1], to: "x", keeping: 9)
    try FileManager.default.createSymbolicLink(atPath: path + "/link", withDestinationPath: path + "/x")
    #expect(folder.read("link") == nil)
    try FileManager.default.setAttributes([.posixPermissions: 0o620], ofItemAtPath: path + "/x")
    #expect(folder.read("x") == nil)
    try FileManager.default.setAttributes([.posixPermissions: 0o702], ofItemAtPath: path)
    #expect(PrivateFolder(path) == nil)
    #expect(PrivateFolder(making: path) == nil)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    try FileManager.default.createSymbolicLink(atPath: path + "-link", withDestinationPath: path)
    defer { try? FileManager.default.removeItem(atPath: path + "-link") }
    #expect(PrivateFolder(path + "-link") == nil)
    #expect(folder.read("..") == nil)
  }
}
