import Foundation
import JSON
import RulePacks
import Testing

/// One defect of `defects.json`: edits of a pack's files, and what must be found at which line.
struct PlantedDefect: Sendable, CustomTestStringConvertible {
  let name: String
  /// Id of the lint rule.
  let rule: Text
  /// File within the pack's folder, text, what stands there instead.
  let edits: [(file: String, old: String, new: String)]
  /// A text of the line, in the edited file; where it stands on several, the number of the line among them.
  let at: String
  let occurrence: Int
  let file: String

  var testDescription: String { name }

  /// Folder of the pack that is linted.
  let pack: String
  /// Files of a pack that is made up.
  let added: [(file: String, text: Text)]
  /// What the text of the first edit was meant to say, where that is not what stood there before.
  let meant: String?

  static let all: [PlantedDefect] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "defects.json")
    guard let data = try? Data(contentsOf: path), let root = try? JSONDocument.parse([UInt8](data)).root
    else {
      return []
    }
    return root["defects"]?.elements.compactMap(PlantedDefect.init) ?? []
  }()

  private init?(_ node: JSONNode) {
    guard let name = node["name"]?.text, let rule = node["rule"]?.text, let at = node["at"]?.text else {
      return nil
    }
    self.name = name.string
    self.rule = rule
    self.at = at.string
    occurrence = node["occurrence"]?.int64.flatMap(Int.init(exactly:)) ?? 1
    edits =
      node["edits"]?.elements.compactMap { edit in
        guard let file = edit["file"]?.text, let old = edit["replace"]?.text, let new = edit["with"]?.text
        else {
          return nil
        }
        return (file.string, old.string, new.string)
      } ?? []
    pack = node["pack"]?.text?.string ?? "ba-to-2021"
    added =
      node["add"]?.elements.compactMap { file in
        file["file"]?.text.flatMap { name in file["text"]?.text.map { (name.string, $0) } }
      } ?? []
    meant = node["meant"]?.text?.string
    file = node["in"]?.text?.string ?? edits.first?.file ?? ""
  }

  /// The files of the repository's packs with the defect in them.
  ///
  /// - Throws: `Unplanted` where a text to replace is not there, or the line cannot be told.
  func planted() throws -> (files: MemoryFiles, line: Int) {
    let files = try edited(first: nil)
    let text = String(decoding: files.files[Text(pack + "/" + file)] ?? [], as: UTF8.self)
    let lines = text.components(separatedBy: "\n").enumerated().filter { $0.element.contains(at) }
    guard lines.count >= occurrence else { throw Unplanted(text: at) }
    return (files, lines[occurrence - 1].offset + 1)
  }

  /// The files as they were meant; nil where they were meant as they stood before.
  ///
  /// - Throws: `Unplanted`.
  func meantFiles() throws -> MemoryFiles? { try meant.map { try edited(first: $0) } }

  /// - Parameter first: what the first edit writes instead of its own text.
  private func edited(first: String?) throws -> MemoryFiles {
    var files = RuleFiles.all
    for (file, text) in added { files.files[Text(pack + "/" + file)] = text.utf8 }
    for (place, edit) in edits.enumerated() {
      let path = Text(pack + "/" + edit.file)
      var text = String(decoding: files.files[path] ?? [], as: UTF8.self)
      guard let range = text.range(of: edit.old) else { throw Unplanted(text: edit.old) }
      text.replaceSubrange(range, with: place == 0 ? first ?? edit.new : edit.new)
      files.files[path] = Array(text.utf8)
    }
    return files
  }

  struct Unplanted: Error { let text: String }
}
