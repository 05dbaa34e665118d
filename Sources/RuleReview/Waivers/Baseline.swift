import JSON
import RulePacks

/// What lint found before, so that a repository can take it up without mending everything at once.
///
/// A finding is known by its fingerprint, so it stays in the baseline while lines move, and leaves it when its own line
/// changes. What the loader refuses is never in it.
public struct Baseline: Sendable {
  private var counts: [Text: Int] = [:]
  /// What is wrong with the file.
  public private(set) var defects: [PackDefect] = []

  /// - Parameter path: by which defects name the file.
  public init(_ bytes: [UInt8], path: Text) {
    let file = FormFile(bytes, path: path, form: BaselineForm.shape)
    defects = file.defects
    for node in file.document?.root["baseline"]?.elements.map(\.self) ?? [] {
      if let fingerprint = node["fingerprint"]?.text { counts[fingerprint, default: 0] += 1 }
    }
  }

  /// True for a finding that was there before; each entry stands for one.
  public mutating func takes(_ finding: ReviewFinding) -> Bool {
    guard let count = counts[finding.fingerprint], count > 0 else { return false }
    counts[finding.fingerprint] = count - 1
    return true
  }

  /// A baseline of these findings: one object a line, in order of rule, file and fingerprint.
  public static func bytes(of findings: [ReviewFinding]) -> [UInt8] {
    let entries = findings.filter(\.isBaselined).map { finding -> (Text, Text, Text) in
      (finding.rule, finding.place?.file ?? "", finding.fingerprint)
    }
    let value = JSONValue.object([
      .init(
        "baseline",
        .array(
          entries.sorted { $0 < $1 }.map { rule, file, fingerprint in
            .object(
              [.init("rule", .string(rule))] + (file.isEmpty ? [] : [.init("file", .string(file))])
                + [.init("fingerprint", .string(fingerprint))])
          }))
    ])
    var writer = JSONWriter(style: .pretty)
    writer.value(value)
    return writer.takeBytes() + [UInt8(ascii: "\n")]
  }
}

extension ReviewFinding {
  /// False for what the loader refuses.
  fileprivate var isBaselined: Bool {
    if case .defect = content { return severity != .error }
    return true
  }
}
