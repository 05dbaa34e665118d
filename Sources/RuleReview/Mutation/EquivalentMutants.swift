import JSON
import Platform
import RulePacks

/// The mutants that a pack's `mutants.json` lists as meaning the same as what they change.
struct EquivalentMutants: Sendable {
  struct Entry: Sendable, Hashable {
    let subject: PackDeclaration.Sort
    let name: Text
    let at: Text
    let becomes: JSONValue
  }

  /// With the place of each.
  private(set) var entries: [(entry: Entry, place: PackDefect.Place)] = []
  private(set) var defects: [PackDefect] = []

  /// - Parameter folder: of the pack; a pack may have no such file.
  init(folder: String) {
    let pack = URL(fileURLWithPath: folder)
    guard let data = FileManager.default.contents(atPath: pack.appendingPathComponent("mutants.json").path)
    else { return }
    let path = Text(pack.lastPathComponent + "/mutants.json")
    let file = FormFile([UInt8](data), path: path, form: MutantFileForm.shape)
    defects = file.defects
    guard let document = file.document, defects.isEmpty else { return }
    for node in document.root["equivalent"]?.elements.map(\.self) ?? [] {
      let named: [(PackDeclaration.Sort, Text)] = [
        (.rule, "rule"), (.award, "award"), (.parameter, "parameter"),
      ]
      for (sort, member) in named {
        guard let name = node[member]?.text, let at = node["at"]?.text, let becomes = node["becomes"] else {
          continue
        }
        entries.append(
          (Entry(subject: sort, name: name, at: at, becomes: becomes.value), file.place(of: node)))
      }
    }
  }
}

extension Mutant {
  var entry: EquivalentMutants.Entry {
    EquivalentMutants.Entry(subject: subject, name: name, at: at, becomes: becomes)
  }
}
