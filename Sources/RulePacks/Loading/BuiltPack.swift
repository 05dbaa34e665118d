import Evaluator

/// What loading made of a pack's files, with the parts that were refused.
struct BuiltPack {
  let pack: CompiledPack
  let declarations: Declarations
  let rules: RuleSet
  let compiled: CompiledRules
  let order: AwardOrder
  /// By place in `declarations.awards`; nil for broken ones.
  let compiledAwards: [CompiledAward?]
  let builder: RuleBuilder
  let workshop: PackWorkshop
}
