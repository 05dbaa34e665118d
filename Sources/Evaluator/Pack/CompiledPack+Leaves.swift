import CEL
import JSON

extension CompiledPack {
  /// The id of the rule or award that a leaf names.
  public func id(of leaf: Criterion.Leaf) -> Text {
    switch leaf {
    case .rule(let place): rules[place].id
    case .population(let place): populationRules[place].id
    case .award(let place, _): awards[place].id
    }
  }

  /// The ids of the rules and awards that leaves name, each once, in order: two claims on one award have one id.
  public func ids(of leaves: [Criterion.Leaf]) -> [Text] {
    var ids: [Text] = []
    for leaf in leaves {
      let id = id(of: leaf)
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// What the rule or award is called.
  public func title(of leaf: Criterion.Leaf) -> LocalizedText {
    switch leaf {
    case .rule(let place): rules[place].title
    case .population(let place): populationRules[place].title
    case .award(let place, _): awards[place].title
    }
  }

  /// Record types that rules on many records look at.
  public var countedTypes: Set<Text> {
    var types: Set<Text> = []
    for rule in populationRules {
      types.insert(rule.on)
      if let group = rule.group { types.insert(group) }
      if case .partition(_, let covers) = rule.check.aggregation { types.insert(covers) }
    }
    return types
  }

  /// Record types that expressions reach through relations, and that of the register.
  public var relatedTypes: Set<Text> {
    var types: Set<Text> = []
    func visit(_ needs: [RelationNeed]) {
      for need in needs {
        types.insert(need.target.name)
        visit(need.nested)
      }
    }
    for type in recordTypes { visit(relationNeeds(of: type)) }
    if let register { types.insert(register.recordType) }
    return types
  }

  /// True where the fact behind the rule or award is not confirmed.
  public func isUnverified(_ leaf: Criterion.Leaf) -> Bool {
    switch leaf {
    case .rule(let place): rules[place].isUnverified
    case .population(let place): populationRules[place].isUnverified
    case .award(let place, _): awards[place].isUnverified
    }
  }
}
