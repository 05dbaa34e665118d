import Evaluator
import Foundation
import JSON
import RulePacks

@testable import RuleReview

/// A copy of a pack in memory with one declaration written anew: the slow way to try a mutant.
struct ChangedPack {
  private let files: MemoryFiles

  init(_ folder: String, _ declaration: PackDeclaration, _ mutant: Mutant) throws {
    var files: [Text: [UInt8]] = [:]
    for name in ["pack.json", "unit.json", "rules.json"] {
      files[Text("p/" + name)] = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
    }
    var bytes = files[declaration.file] ?? []
    bytes.replaceSubrange(declaration.node.range, with: mutant.declaration.text.utf8)
    files[declaration.file] = bytes
    self.files = MemoryFiles(files)
  }

  func isLegal(_ loader: PackLoader) -> Bool { loader.load(manifest: "p/pack.json", from: files).pack != nil }

  /// True where the declaration means something else than in the original.
  func differs(from open: OpenPack, _ loader: PackLoader, _ declaration: PackDeclaration) -> Bool {
    guard let changed = loader.open(manifest: "p/pack.json", from: files).open else { return false }
    switch declaration.sort {
    case .rule where open.populationDeclarations.contains { $0.name == declaration.name }:
      func meaning(_ pack: CompiledPack) -> [Text]? {
        pack.populationRules.first { $0.id == declaration.name }?.meaning(in: open.pack)
      }
      return meaning(changed.pack) != meaning(open.pack)
    case .rule:
      let own = changed.declarations.first { $0.sort == .rule && $0.name == declaration.name }
      let meaning = own.flatMap { changed.compiled($0) }?.meaning(in: open.pack)
      return meaning != open.compiled(declaration)?.meaning(in: open.pack)
    case .award: return changed.pack.awards[0].meaning != open.pack.awards[0].meaning
    case .parameter:
      return changed.pack.parameters[0].meaning(in: open.pack)
        != open.pack.parameters[0].meaning(in: open.pack)
    }
  }

  func casesPass(_ suite: CaseSuite, _ loader: PackLoader) -> Bool {
    suite.cases.allSatisfy { ruleCase in
      let loading = loader.load(manifest: "p/pack.json", from: files, options: ruleCase.loadOptions)
      return loading.pack.map { CaseRunner($0).run(ruleCase).passes } ?? false
    }
  }
}
