import Evaluator
import JSON
import Populations

/// What must come of several records; only what is named is compared.
struct CaseExpectation: Sendable {
  var groups: [Group] = []
  var rosters: [Roster] = []
  var records: [Record] = []

  struct Group: Sendable {
    var rule: Text
    var group: [(name: Text, value: Text)]
    var outcome: Outcome?
    var measured: JSONValue?
    var members: [Text]?
  }

  struct Roster: Sendable {
    var award: Text
    var group: [(name: Text, value: Text)]
    var lists: [(status: Nominee.Status, keys: [Text])]
    var provisional: [Text]?
  }

  struct Record: Sendable {
    var key: Text
    var findings: [ExpectedFinding]
    var verdicts: [(award: Text, standing: Verdict.Standing)]
  }

  init() {}

  /// - Parameter node: of sound form.
  init(
    _ node: JSONNode?, _ finding: (JSONNode) -> ExpectedFinding,
    _ verdict: (JSONNode) -> (award: Text, standing: Verdict.Standing)?
  ) {
    groups =
      node?["groups"]?.elements.map { group in
        Group(
          rule: group["rule"]?.text ?? "", group: Self.name(group["group"]),
          outcome: group["outcome"]?.text.flatMap { Outcome($0) }, measured: group["measured"]?.value,
          members: group["members"]?.elements.compactMap(\.text))
      } ?? []
    rosters =
      node?["rosters"]?.elements.map { roster in
        Roster(
          award: roster["award"]?.text ?? "", group: Self.name(roster["group"]),
          lists: Nominee.Status.allCases.compactMap { status in
            roster[status.name].map { (status, $0.elements.compactMap(\.text)) }
          },
          provisional: roster["provisional"]?.elements.compactMap(\.text))
      } ?? []
    records =
      node?["records"]?.members.map { member in
        Record(
          key: member.key ?? "", findings: member["findings"]?.members.map(finding) ?? [],
          verdicts: member["verdicts"]?.members.compactMap(verdict) ?? [])
      } ?? []
    for award in node?["verdicts"]?.members.map(\.self) ?? [] {
      for member in award.members {
        guard let standing = verdict(member)?.standing else { continue }
        records.append(
          Record(key: member.key ?? "", findings: [], verdicts: [(award.key ?? "", standing)]))
      }
    }
  }

  /// True where something is expected of a rule or award.
  func names(_ subject: Text) -> Bool {
    groups.contains { $0.rule == subject } || rosters.contains { $0.award == subject }
      || records.contains { record in
        record.findings.contains { $0.rule == subject } || record.verdicts.contains { $0.award == subject }
      }
  }

  private static func name(_ node: JSONNode?) -> [(name: Text, value: Text)] {
    node?.members.map { ($0.key ?? "", $0.text ?? "") } ?? []
  }
}
