import CEL
import JSON

extension CompiledPack {
  /// The pack with one award, those that it waits for, and the rules that they ask for; nil where there is no such
  /// award.
  public func restricted(toAward id: Text) -> CompiledPack? {
    guard let place = awards.firstIndex(where: { $0.id == id }) else { return nil }
    var kept = Restriction()
    kept.add(award: place, of: self)
    kept.addScores(of: self)
    var pack = self
    pack.rules = kept.rules.sorted().map { rules[$0] }
    pack.populationRules = kept.populationRules.sorted().map { populationRules[$0] }
    pack.awards = kept.awards.sorted().map { kept.renumbered(awards[$0]) }
    pack.scores = scores.filter { kept.types.contains($0.on) }.map(kept.renumbered)
    return pack
  }
}

/// What stays of a pack, by its places there.
private struct Restriction {
  var rules: Set<Int> = []
  var populationRules: Set<Int> = []
  var awards: Set<Int> = []
  var types: Set<Text> = []

  /// Awards wait for others without a cycle, so this ends.
  mutating func add(award place: Int, of pack: CompiledPack) {
    guard awards.insert(place).inserted else { return }
    let award = pack.awards[place]
    types.insert(award.on)
    for leaf in award.requires.leaves {
      switch leaf {
      case .rule(let rule): rules.insert(rule)
      case .population(let rule): populationRules.insert(rule)
      case .award(let other, _): add(award: other, of: pack)
      }
    }
    for quota in award.quotas {
      guard case .share(_, of: .awards(let others, _)) = quota.size else { continue }
      for other in others { add(award: other, of: pack) }
    }
  }

  /// Scores of the types that are left may be read anywhere.
  mutating func addScores(of pack: CompiledPack) {
    for rule in populationRules { types.insert(pack.populationRules[rule].on) }
    for score in pack.scores where types.contains(score.on) {
      for part in score.parts {
        if case .rules(let places) = part.content { rules.formUnion(places) }
      }
    }
  }

  func renumbered(_ award: CompiledAward) -> CompiledAward {
    var award = award
    award.requires = award.requires.mapLeaves(renumbered)
    award.quotas = award.quotas.map { quota in
      var quota = quota
      if case .share(let value, of: .awards(let others, let standing)) = quota.size {
        quota.size = .share(value, of: .awards(others.map { Self.place(of: $0, in: awards) }, standing))
      }
      return quota
    }
    return award
  }

  func renumbered(_ score: CompiledScore) -> CompiledScore {
    var score = score
    for part in score.parts.indices {
      guard case .rules(let places) = score.parts[part].content else { continue }
      score.parts[part].content = .rules(places.map { Self.place(of: $0, in: rules) })
    }
    return score
  }

  private func renumbered(_ leaf: Criterion.Leaf) -> Criterion.Leaf {
    switch leaf {
    case .rule(let place): .rule(Self.place(of: place, in: rules))
    case .population(let place): .population(Self.place(of: place, in: populationRules))
    case .award(let place, let claim): .award(Self.place(of: place, in: awards), claim)
    }
  }

  private static func place(of old: Int, in kept: Set<Int>) -> Int { kept.count { $0 < old } }
}

extension Criterion {
  /// The same tree with other leaves.
  func mapLeaves(_ map: (Leaf) -> Leaf) -> Criterion {
    switch self {
    case .rule(let place): map(.rule(place)).criterion
    case .population(let place): map(.population(place)).criterion
    case .award(let place, let claim): map(.award(place, claim)).criterion
    case .all(let members): .all(members.map { $0.mapLeaves(map) })
    case .any(let members): .any(members.map { $0.mapLeaves(map) })
    case .atLeast(let count, let members): .atLeast(count, members.map { $0.mapLeaves(map) })
    case .every(let selection, let rules):
      .every(selection, rules: rules.compactMap { map(.rule($0)).rule })
    }
  }
}

extension Criterion.Leaf {
  /// A tree of this leaf alone.
  public var criterion: Criterion {
    switch self {
    case .rule(let place): .rule(place)
    case .population(let place): .population(place)
    case .award(let place, let claim): .award(place, claim)
    }
  }
}
