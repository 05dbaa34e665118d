import JSON
import Reports
import Testing

/// A rule on all records of a type at once, in reports on records of another.
@Suite struct GroupReportTests {
  private func report() throws -> PopulationReport {
    let title = PopulationReport.title
    return try PopulationReport(
      """
      { "recordTypes": [
          { "recordType": "unit", "key": ["id"], \(title), "fields": { "id": { "type": "string", \(title) } } },
          { "recordType": "prize", "key": ["id"], \(title), "fields": { "id": { "type": "string", \(title) },
            "form": { "type": "string", \(title) } } } ],
        "rules": [
          { "id": "named", "kind": "expression", "on": "unit", \(title), "holds": "id != ''" },
          { "id": "forms", "kind": "aggregate", "on": "prize", \(title), "function": "distinct",
          "value": "form", "atLeast": 2 } ] }
      """)
  }

  private let unit: (type: Text, json: String) = ("unit", "{ \"id\": \"u\" }")

  private func groups(_ json: String) throws -> Int? {
    try JSONDocument.parse(Array(json.utf8)).root["groups"]?.count
  }

  /// Nothing is known of prizes where none was given: that is not the same as none being there.
  @Test func withoutARecordOfTheTypeThereIsNoGroup() throws {
    let report = try report()
    let text = try report.written({ TextReport($0, $1) }, [unit])
    #expect(!text.contains("GROUPS") && !text.contains("All records"))
    #expect(try groups(report.written({ JSONReport($0, $1) }, [unit])) == 0)
    let other = try report.written({ TextReport($0, $1) }, [unit], lost: [.init(type: "unit")])
    #expect(!other.contains("All records"))
  }

  @Test func oneRecordOrARejectedOneOpensTheGroup() throws {
    let report = try report()
    let prize: (type: Text, json: String) = ("prize", "{ \"id\": \"p\", \"form\": \"flag\" }")
    #expect(try report.written({ TextReport($0, $1) }, [prize]).contains("All records: 1"))
    let lost = [PopulationReport.Lost(type: "prize")]
    #expect(try report.written({ TextReport($0, $1) }, [unit], lost: lost).contains("All records"))
    #expect(try groups(report.written({ JSONReport($0, $1) }, [unit], lost: lost)) == 1)
  }

  /// It is no sign that any prize was submitted.
  @Test func aRejectedOneOfNoKnownTypeOpensNone() throws {
    let report = try report()
    let lost = [PopulationReport.Lost(type: nil)]
    #expect(try !report.written({ TextReport($0, $1) }, [unit], lost: lost).contains("All records"))
    #expect(try groups(report.written({ JSONReport($0, $1) }, [unit], lost: lost)) == 0)
  }
}
