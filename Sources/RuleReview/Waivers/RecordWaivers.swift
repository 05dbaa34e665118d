import CEL
import Evaluator
import JSON
import RulePacks

/// The waivers of a file that speak of records, held against what is found on them, and which of them were used.
///
/// A waiver lets a finding pass: it neither counts nor makes a check fail. It changes no verdict.
public struct RecordWaivers: Sendable {
  private let pack: CompiledPack
  private let asOf: CivilDate
  /// True where the pack may be a part of itself, which lacks rules that are not asked.
  private let isRestricted: Bool
  /// Those of the pack, in order of the file.
  private let waivers: [Waiver]
  /// By record in one line: places in `waivers`.
  private let places: [Text: [Int]]
  private var states: [State]

  private enum State {
    case unseen
    /// The record was there, and had nothing to be waived.
    case met
    case used
  }

  /// - Parameters:
  ///   - pack: whose rules are waived; of its waivers those for other packs are passed over.
  ///   - isRestricted: true where only some of the pack's rules are in it.
  ///   - asOf: the day by which waivers expire.
  public init(_ file: WaiverFile, of pack: CompiledPack, isRestricted: Bool = false, asOf: CivilDate) {
    self.pack = pack
    self.asOf = asOf
    self.isRestricted = isRestricted
    let rules = Set(pack.rules.map(\.id) + pack.populationRules.map(\.id))
    waivers = file.waivers.filter { waiver in
      (waiver.pack == nil || waiver.pack == pack.id) && (waiver.record != nil || rules.contains(waiver.rule))
    }
    var places: [Text: [Int]] = [:]
    for (place, waiver) in waivers.enumerated() {
      if let record = waiver.record { places[record, default: []].append(place) }
    }
    self.places = places
    states = waivers.map { _ in .unseen }
  }

  /// The records that waivers speak of, each in one line.
  public var records: Set<Text> { Set(places.keys) }

  /// The waivers under which findings on a record pass, by place of the rule in the pack.
  ///
  /// - Parameter key: of the record, in one line.
  public mutating func waivers(of result: RecordResult, key: Text) -> [Int: Waiver] {
    guard let places = places[key] else { return [:] }
    var found: [Int: Waiver] = [:]
    for place in places where covers(place, result.record.type.name) {
      let waiver = waivers[place]
      guard let finding = result.findings.first(where: { pack.rules[$0.rule].id == waiver.rule }) else {
        continue
      }
      switch finding.outcome {
      case .violated, .undetermined:
        states[place] = .used
        if asOf <= waiver.until, found[finding.rule] == nil { found[finding.rule] = waiver }
      // It may be needed once the day has passed.
      case .notYetDue: states[place] = .used
      case .satisfied, .notApplicable: if states[place] == .unseen { states[place] = .met }
      }
    }
    return found
  }

  /// Takes note of a record that was not judged: whether it needs its waivers cannot be told.
  public mutating func pass(type: Text?, key: Text) {
    for place in places[key] ?? []
    where states[place] == .unseen && type.map({ covers(place, $0) }) ?? true {
      states[place] = .used
    }
  }

  private func covers(_ place: Int, _ type: Text) -> Bool {
    waivers[place].type == nil || waivers[place].type == type
  }

  /// What is to be said of the waivers themselves once all records were judged, in order of the file.
  public var findings: [ReviewFinding] {
    zip(waivers, states).compactMap { waiver, state in
      guard let record = waiver.record else {
        return .unused(waiver, WaiverMessages.namesNoRecord(waiver.rule), remedy: WaiverMessages.nameRecord)
      }
      guard pack.rules.contains(where: { $0.id == waiver.rule }) else { return unknown(waiver) }
      if waiver.until < asOf { return .expired(waiver, asOf) }
      switch state {
      case .used: return nil
      case .met: return .unused(waiver, WaiverMessages.met(waiver.rule, record))
      case .unseen:
        return .unused(
          waiver, WaiverMessages.noSuchRecord(waiver.rule, record), remedy: WaiverMessages.mendName)
      }
    }
  }

  private func unknown(_ waiver: Waiver) -> ReviewFinding? {
    if pack.populationRules.contains(where: { $0.id == waiver.rule }) {
      return .unused(waiver, WaiverMessages.ruleOfGroups(waiver.rule))
    }
    // A reading that the committee did not choose is not asked.
    guard !isRestricted, !pack.choices.contains(where: { $0.rule == waiver.rule }) else { return nil }
    return .unused(
      waiver, WaiverMessages.unknownRule(waiver.rule, pack.id), remedy: WaiverMessages.mendName,
      suggestion: Suggestion.nearest(to: waiver.rule, among: pack.rules.map(\.id)))
  }
}
