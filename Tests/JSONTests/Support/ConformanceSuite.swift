import Foundation

/// The JSON parsing suite, which stands beside the repository and is not part of it.
enum ConformanceSuite {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/conformance/json/test_parsing")

  /// The names of the files, sorted; none where the suite is absent.
  static let names: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted()
  }()

  static func bytes(of name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: folder.appending(path: name)))
  }
}
