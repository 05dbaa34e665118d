import CEL
import Evaluator
import JSON
import RulePacks
import RuleReview

/// A run of cases for machines.
public struct TestJSON {
  private let problems: ProblemTexts
  private let toolVersion: Text

  public init(_ language: Language, toolVersion: Text) {
    problems = ProblemTexts(language)
    self.toolVersion = toolVersion
  }

  public func bytes(_ tests: [PackTest]) -> [UInt8] {
    var writer = JSONWriter(style: .pretty)
    writer.beginObject()
    writer.key("tool")
    writer.beginObject()
    writer.member("name", "binhxet")
    writer.member("version", toolVersion)
    writer.endObject()
    writer.array("packs", tests) { $0.object($1, write: pack) }
    writer.key("summary")
    writer.beginObject()
    writer.member("passed", tests.reduce(0) { $0 + $1.passed })
    writer.member("failed", tests.reduce(0) { $0 + $1.failed })
    writer.endObject()
    writer.endObject()
    return writer.takeBytes() + [UInt8(ascii: "\n")]
  }

  private func pack(_ writer: inout JSONWriter, _ test: PackTest) {
    writer.member("pack", test.folder)
    writer.array("cases", test.outcomes) { writer, outcome in
      writer.object(outcome) { writer, outcome in
        writer.member("name", outcome.ruleCase.name)
        writer.member("file", Text(outcome.ruleCase.file))
        writer.member("line", outcome.ruleCase.line)
        writer.member("passed", outcome.passes)
        writer.array("differences", outcome.differences) { writer, difference in
          writer.object(difference) { writer, difference in
            writer.member("subject", difference.subject)
            if !difference.member.isEmpty { writer.member("member", difference.member) }
            writer.member("expected", difference.expected)
            writer.member("found", difference.found)
          }
        }
        if !outcome.defects.isEmpty { writer.defects(outcome.defects, problems) }
      }
    }
    writer.array("examples", test.examples) { writer, example in
      writer.object(example) { writer, example in
        writer.member("kind", example.kind)
        writer.member("title", example.title.en)
        writer.member("passed", example.passes)
        writer.array("differences", example.differences) { $0.string($1) }
        if !example.defects.isEmpty { writer.defects(example.defects, problems) }
      }
    }
    writer.defects(test.defects, problems)
    if let coverage = test.coverage {
      writer.key("coverage")
      writer.object(coverage, write: self.coverage)
    }
    if let mutation = test.mutation {
      writer.key("mutation")
      writer.object(mutation, write: self.mutation)
    }
  }

  private func coverage(_ writer: inout JSONWriter, _ report: CoverageReport) {
    writer.percent("percent", report.percent)
    writer.array("rules", report.rows) { writer, row in
      writer.object(row) { writer, row in
        writer.member("rule", row.rule)
        writer.member("file", row.file)
        writer.member("line", row.line)
        writer.key("seen")
        writer.beginObject()
        for aspect in row.possible { writer.member(Text(aspect.rawValue), row.seen[aspect] ?? 0) }
        writer.endObject()
      }
    }
  }

  private func mutation(_ writer: inout JSONWriter, _ report: MutationReport) {
    writer.percent("percent", report.score)
    writer.member("tried", report.tried)
    writer.member("noticed", report.noticed)
    writer.key("sorts")
    writer.beginObject()
    for sort in MutantSort.allCases {
      guard let count = report.bySort[sort] else { continue }
      writer.key(Text(sort.rawValue))
      writer.beginObject()
      writer.member("tried", count.tried)
      writer.member("noticed", count.noticed)
      writer.endObject()
    }
    writer.endObject()
    for (key, mutants) in [("unnoticed", report.unnoticed), ("equivalent", report.equivalent)]
      as [(Text, [Mutant])]
    {
      writer.array(key, mutants) { $0.object($1, write: mutant) }
    }
    writer.array("problems", report.problems) { writer, problem in
      writer.object(problem) { writer, problem in
        problem.place.members(&writer)
        switch problem.reason {
        case .noticed(let name): writer.member("noticedBy", name)
        case .unknown: writer.member("unknown", true)
        }
      }
    }
    writer.defects(report.defects, problems)
  }

  /// Also the entry by which it can be listed as equivalent.
  private func mutant(_ writer: inout JSONWriter, _ mutant: Mutant) {
    switch mutant.subject {
    case .rule: writer.member("rule", mutant.name)
    case .award: writer.member("award", mutant.name)
    case .parameter: writer.member("parameter", mutant.name)
    }
    writer.member("at", mutant.at)
    writer.key("becomes")
    writer.value(mutant.becomes)
    writer.member("sort", Text(mutant.sort.rawValue))
    writer.member("before", mutant.before)
    if let after = mutant.after { writer.member("after", after) }
    writer.member("file", mutant.file)
    writer.member("line", mutant.line)
  }
}

extension JSONWriter {
  /// Defects with their places and texts, under `defects`.
  mutating func defects(_ defects: [PackDefect], _ problems: ProblemTexts) {
    array("defects", defects) { writer, defect in
      writer.object(defect) { writer, defect in
        if let place = defect.place { place.members(&writer) }
        writer.member("code", Text(defect.code.rawValue))
        writer.member("message", problems.text(defect))
      }
    }
  }

  /// An array under a key.
  mutating func array<Element>(
    _ key: Text, _ elements: [Element], write: (inout JSONWriter, Element) -> Void
  ) {
    self.key(key)
    beginArray()
    for element in elements { write(&self, element) }
    endArray()
  }

  mutating func object<Value>(_ value: Value, write: (inout JSONWriter, Value) -> Void) {
    beginObject()
    write(&self, value)
    endObject()
  }

  /// One decimal place, rounded down so that 100 means all.
  fileprivate mutating func percent(_ key: Text, _ value: Double) {
    self.key(key)
    let tenths = Int(value * 10)
    number(Text("\(tenths / 10).\(tenths % 10)"))
  }
}

extension PackDefect.Place {
  fileprivate func members(_ writer: inout JSONWriter) {
    writer.member("file", file)
    writer.member("line", line)
    writer.member("column", column)
  }
}
