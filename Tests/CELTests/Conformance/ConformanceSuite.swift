import Foundation
import JSON

/// The files of the public conformance suite, which stands beside the repository and is not part of it.
enum ConformanceSuite {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/conformance/cel")

  /// File names without extension, sorted; empty where the suite is absent.
  static let names: [String] = {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return found.filter { $0.hasSuffix(".json") && $0 != "index.json" }.map { String($0.dropLast(5)) }
      .sorted()
  }()

  /// The tests of one file.
  static func tests(_ name: String) throws -> [JSONNode] {
    let data = try Data(contentsOf: folder.appending(path: name + ".json"))
    return Array(try JSONDocument.parse(Array(data)).root.elements)
  }
}
