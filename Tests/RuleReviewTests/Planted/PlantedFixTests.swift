import Foundation
import JSON
import RulePacks
import Testing

@testable import RuleReview

/// `--fix` on every planted defect: what can be mended is mended to what the pack said before, and nothing else is touched.
@Suite struct PlantedFixTests {
  /// The lint rules that offer a fix.
  static let mending: Set<Text> = [
    "boolean-comparison", "choice-of-truths", "double-negation", "equality-chain", "negated-comparison",
    "unfolded-literal",
  ]

  private static let fixable = PlantedDefect.all.filter { mending.contains($0.rule) }

  @Test func eachRuleThatMendsHasADefect() { #expect(Set(Self.fixable.map(\.rule)) == Self.mending) }

  @Test(arguments: fixable) func isMended(_ defect: PlantedDefect) throws {
    let (planted, _) = try defect.planted()
    let manifest = Text(defect.pack + "/pack.json")
    var mended = planted
    var rounds = 0
    while rounds < 10 {
      let edits = PlantedDefectTests.linter.lint(manifest: manifest, from: mended).flatMap(\.fix)
      if edits.isEmpty { break }
      for file in Set(edits.map(\.file)) {
        mended.files[file] = edits.applied(to: mended.files[file] ?? [], of: file)
      }
      rounds += 1
    }
    #expect(rounds > 0, "nothing was offered")
    let left = PlantedDefectTests.linter.lint(manifest: manifest, from: mended)
    #expect(!left.contains { $0.rule == defect.rule || $0.severity == .error }, "\(left.map(\.rule))")
    #expect(left.flatMap(\.fix).isEmpty)

    // Means what was meant: what stood there before, or else what was planted where that is sound.
    let result = try #require(Self.open(manifest, mended))
    let meant = try defect.meantFiles().map { [$0] } ?? [RuleFiles.all, planted]
    #expect(meant.contains { Self.open(manifest, $0).map { Self.means($0, result, defect) } ?? false })

    // Of the files only what was planted is other than before.
    for (file, bytes) in mended.files {
      guard let clean = RuleFiles.all.files[file] else {
        #expect(
          bytes == planted.files[file] || defect.added.contains { Text(defect.pack + "/" + $0.file) == file })
        continue
      }
      let dirty = try #require(planted.files[file])
      let head = Self.common(clean, dirty)
      let tail = Self.common(clean.reversed(), dirty.reversed())
      #expect(Self.common(clean, bytes) >= head, "\(file)")
      #expect(Self.common(clean.reversed(), bytes.reversed()) >= tail, "\(file)")
    }
  }

  /// Nil where the loader refuses the pack.
  private static func open(_ manifest: Text, _ files: MemoryFiles) -> OpenPack? {
    PackLoader().open(manifest: manifest, from: files).open
  }

  private static func means(_ old: OpenPack, _ new: OpenPack, _ defect: PlantedDefect) -> Bool {
    let folder = Text(defect.pack + "/")
    return PackComparison(old, new, folders: (folder, folder)).diff.changes.allSatisfy {
      $0.effect == .same || $0.effect == .wording
    }
  }

  /// How many bytes two files begin with alike.
  private static func common(_ one: some Sequence<UInt8>, _ other: some Sequence<UInt8>) -> Int {
    zip(one, other).prefix { $0 == $1 }.count
  }
}
