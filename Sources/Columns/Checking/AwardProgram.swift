import Evaluator

/// One award as registers.
struct AwardProgram {
  /// Place in `CompiledPack.awards`.
  let award: Int
  let applies: Int?
  /// Why the interpreter judges it; nil where columns do.
  let reason: String?
  let tree: AwardTree
  /// The rules that it asks for, by place in the pack, sorted.
  let rules: [Int]
  /// True where whatever it says rests on an unconfirmed fact.
  let isUnverified: Bool
  /// Rules on the record and leaves beyond it that rest on an unconfirmed fact, by their places in `tree`.
  let unverifiedRules: [Int]
  let unverifiedLeaves: [Int]

  /// - Parameter places: of the rules of the record type, by their place in the pack.
  init(_ award: Int, applies: Int?, reason: String?, places: [Int: Int], _ pack: CompiledPack) {
    self.award = award
    self.applies = applies
    self.reason = reason
    let compiled = pack.awards[award]
    let tree = AwardTree(compiled.requires, places: places)
    self.tree = tree
    rules = compiled.requires.rules.sorted()
    isUnverified = compiled.isUnverified
    unverifiedRules = rules.filter { pack.rules[$0].isUnverified }.compactMap { places[$0] }
    unverifiedLeaves = tree.beyond.indices.filter { pack.isUnverified(tree.beyond[$0]) }
  }
}
