import Evaluator
import JSON
import Reports
import Testing

/// What a roster says of places that are taken and of records that were not read.
@Suite struct RosterReportTests {
  /// - Parameters:
  ///   - quotas: of the only award.
  ///   - more: members of it.
  private func report(_ quotas: String, _ more: String = "") throws -> PopulationReport {
    let title = PopulationReport.title
    let limits = quotas.isEmpty ? "" : ", \"quotas\": [\(quotas)]"
    return try PopulationReport(
      """
      { "recordTypes": [
          { "recordType": "worker", "key": ["id"], \(title), "fields": { "id": { "type": "string", \(title) },
            "name": { "type": "string", \(title) }, "score": { "type": "integer", \(title) } } },
          { "recordType": "unit", "key": ["id"], \(title), "fields": { "id": { "type": "string", \(title) } } } ],
        "rules": [ { "id": "good", "kind": "threshold", "on": "worker", \(title), "value": "score", "atLeast": 1 } ],
        "awards": [ { "id": "prize", "on": "worker", \(title), "requires": "good", "ties": "exclude"\(more),
          "rankBy": [ { "value": "score", "order": "descending" } ]\(limits) } ] }
      """)
  }

  private let workers: [(type: Text, json: String)] = [
    ("worker", "{ \"id\": \"a\", \"score\": 3 }"), ("worker", "{ \"id\": \"b\", \"score\": 2 }"),
  ]
  private let one = "{ \"number\": 1, \"title\": { \"vi\": \"Một suất\", \"en\": \"One place\" } }"

  private func first(_ list: JSONNode?) -> JSONNode? {
    guard let list else { return nil }
    return Array(list.elements).first
  }

  @Test func theOnlyQuotaIsNamedOnce() throws {
    let text = try report(one).written({ TextReport($0, $1) }, workers)
    #expect(text.contains("  One place: at most 1\n"))
    #expect(text.contains("    1. r1 – rank 2; filled\n"))
    #expect(text.contains("The list is final.\n"))
  }

  @Test func whoIsMeantIsInTheJSON() throws {
    let named: (type: Text, json: String) = ("worker", "{ \"id\": \"c\", \"name\": \"Mai\", \"score\": 5 }")
    let json = try report(one).written({ JSONReport($0, $1) }, [named] + workers)
    let roster = try first(JSONDocument.parse(Array(json.utf8)).root["rosters"])
    #expect(first(roster?["quotas"])?["title"]?.text == "One place")
    #expect(roster?["nominees"].map { $0.elements.map { $0["name"]?.text } } == ["Mai", nil, nil])
  }

  /// A second dossier of one person takes no place from another.
  @Test func whoIsProposedTwiceCountsOnce() throws {
    let named = [
      "{ \"id\": \"c\", \"name\": \"Mai\", \"score\": 5 }",
      "{ \"id\": \"d\", \"name\": \"Mai\", \"score\": 4 }",
    ]
    .map { (type: "worker" as Text, json: $0) }
    let report = try report("{ \"number\": 2 }", ", \"subject\": \"name\"")
    let other: (type: Text, json: String) = ("worker", "{ \"id\": \"e\", \"name\": \"An\", \"score\": 1 }")
    let text = try report.written({ TextReport($0, $1) }, named + [other])
    #expect(text.contains("    Mai [r0] – rank 1\n    An [r2] – rank 2\n"))
    #expect(text.contains("    Mai [r1] – gives way to r0 of the same subject\n"))
    let json = try report.written({ JSONReport($0, $1) }, named + [other])
    let roster = try first(JSONDocument.parse(Array(json.utf8)).root["rosters"])
    #expect(roster?["nominees"].map { $0.elements.map { $0["supersededBy"]?.text } } == [nil, nil, "r0"])
  }

  @Test func oneOfSeveralQuotasIsNamedWhereItRefuses() throws {
    let text = try report(one + ", { \"number\": 2 }").written({ TextReport($0, $1) }, workers)
    #expect(text.contains("    1. r1 – rank 2; One place (at most 1): filled\n"))
  }

  /// Even without a quota a list grows by a record that is read after all.
  @Test func aListIsNotFinalWithoutTheRejected() throws {
    let lost = [PopulationReport.Lost(type: "worker")]
    let report = try report("")
    let text = try report.written({ TextReport($0, $1) }, workers, lost: lost)
    #expect(text.contains("The list is final except 1 rejected.\n"))
    let vietnamese = try report.written({ TextReport($0, $1) }, workers, lost: lost, .vi)
    #expect(vietnamese.contains("Danh sách đã chốt, trừ 1 hồ sơ bị trả lại.\n"))
    let json = try report.written({ JSONReport($0, $1) }, workers, lost: lost)
    let roster = try first(JSONDocument.parse(Array(json.utf8)).root["rosters"])
    #expect(roster?["rejected"]?.int64 == 1 && roster?["unread"] == nil)
    let other = try report.written({ TextReport($0, $1) }, workers, lost: [.init(type: "unit")])
    #expect(other.contains("The list is final.\n"))
  }

  @Test func theRestOfASourceIsNoNumber() throws {
    let lost = [PopulationReport.Lost(type: nil, endsSource: true)]
    let share = "{ \"share\": { \"value\": 50, \"unit\": \"%\" }, \"of\": \"true\" }"
    let text = try report(share).written({ TextReport($0, $1) }, workers, lost: lost)
    #expect(text.contains("The list is final except what could not be read of a file and the provisional"))
    #expect(text.contains("at most 1\n"))
    let json = try report(share).written({ JSONReport($0, $1) }, workers, lost: lost)
    let roster = try first(JSONDocument.parse(Array(json.utf8)).root["rosters"])
    #expect(roster?["unread"]?.bool == true && first(roster?["quotas"])?["most"] == nil)
  }
}
