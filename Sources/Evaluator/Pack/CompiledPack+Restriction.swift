import CEL
import JSON

extension CompiledPack {
  /// The pack with one award and the rules that it asks for; nil where there is no such award.
  public func restricted(toAward id: Text) -> CompiledPack? {
    guard var award = awards.first(where: { $0.id == id }) else { return nil }
    let kept = award.requires.rules.sorted()
    var places: [Int: Int] = [:]
    for (place, rule) in kept.enumerated() { places[rule] = place }
    award.requires = award.requires.mapRules { places[$0] ?? $0 }
    var pack = self
    pack.rules = kept.map { rules[$0] }
    pack.awards = [award]
    return pack
  }
}

extension Criterion {
  func mapRules(_ place: (Int) -> Int) -> Criterion {
    switch self {
    case .rule(let rule): .rule(place(rule))
    case .all(let members): .all(members.map { $0.mapRules(place) })
    case .any(let members): .any(members.map { $0.mapRules(place) })
    case .atLeast(let count, let members): .atLeast(count, members.map { $0.mapRules(place) })
    case .every(let selection, let rules): .every(selection, rules: rules.map(place))
    }
  }
}
