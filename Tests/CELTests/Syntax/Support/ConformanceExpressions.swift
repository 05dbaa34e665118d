import Foundation
import JSON

/// The expressions of the public suite, which stands beside the repository and is not part of it.
enum ConformanceExpressions {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/conformance/cel")

  /// Every distinct expression, in order; none where the suite is absent.
  static let all: [(id: String, text: Text, mayFail: Bool)] = {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    var seen: Set<Text> = []
    var expressions: [(id: String, text: Text, mayFail: Bool)] = []
    for name in names where name.hasSuffix(".json") && name != "index.json" {
      guard let data = try? Data(contentsOf: folder.appending(path: name)),
        let document = try? JSONDocument.parse(Array(data))
      else { continue }
      for test in document.root.elements {
        guard let text = test["expr"]?.text, seen.insert(text).inserted else { continue }
        let id = test["id"]?.text?.string ?? ""
        // `cel.block` names the variables of macros by calls, as only a compiler would write them.
        let mayFail = test["expect"]?["error"] != nil || name == "block_ext.json"
        expressions.append((id, text, mayFail))
      }
    }
    return expressions
  }()
}
