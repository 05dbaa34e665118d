import Foundation
import JSON
import RulePacks

/// The `rules` folder of the repository in memory.
enum RuleFiles {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("rules")

  static let all: MemoryFiles = {
    var files: [Text: [UInt8]] = [:]
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    for name in names where name.hasSuffix(".json") {
      files[Text(name)] = FileManager.default.contents(atPath: folder.path + "/" + name).map { [UInt8]($0) }
    }
    return MemoryFiles(files)
  }()

  /// Paths of the manifests, sorted.
  static let manifests = all.files.keys.filter { $0.utf8.suffix(10).elementsEqual("/pack.json".utf8) }
    .sorted()
}
