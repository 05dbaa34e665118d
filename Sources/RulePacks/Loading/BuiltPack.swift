import Evaluator

/// What loading made of a pack's files, with the parts that were refused.
struct BuiltPack {
  let pack: CompiledPack
  let declarations: Declarations
  let rules: RuleSet
  /// By place in `rules`: place among the compiled rules, nil for disabled and for broken ones.
  let rulePlaces: [Int?]
  /// By place in `rules`; nil for broken ones.
  let compiledRules: [CompiledRule?]
  /// By place in `declarations.awards`; nil for broken ones.
  let compiledAwards: [CompiledAward?]
  let builder: RuleBuilder
  let workshop: PackWorkshop
}
