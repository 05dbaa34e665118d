import JSON
import RulePacks

/// How a case sets the pack.
struct CaseSetting: Hashable {
  private let texts: [Text]

  init(_ ruleCase: RuleCase) {
    texts = ruleCase.set.flatMap { [$0.name, $0.value] } + [""] + ruleCase.enable
  }
}

extension RuleCase {
  var loadOptions: LoadOptions { LoadOptions(set: set, enable: enable) }
}
