import JSON

/// The forms that files of a rules folder have.
public enum FileForm: Sendable, CaseIterable {
  case cases, mutants, manifest, recordType, rules, trace

  public var shape: ObjectShape {
    switch self {
    case .cases: CaseFileForm.shape
    case .mutants: MutantFileForm.shape
    case .manifest: ManifestForm.shape
    case .recordType: RecordTypeForm.shape
    case .rules: RuleFileForm.shape
    case .trace: TraceForm.shape
    }
  }

  /// How `$schema` names the form.
  public var schemaName: Text {
    switch self {
    case .cases: "cases.schema.json"
    case .mutants: "mutants.schema.json"
    case .manifest: "pack.schema.json"
    case .recordType: "recordType.schema.json"
    case .rules: "rules.schema.json"
    case .trace: "trace.schema.json"
    }
  }

  /// The form of a file by its `$schema`, else by its name and what it holds; nil for a file of another schema.
  public init?(path: Text, root: JSONNode) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { Text(utf8: $0) }
    if let schema = root["$schema"]?.text {
      let name = schema.utf8.split(separator: UInt8(ascii: "/")).last.map { Text(utf8: $0) }
      guard let form = FileForm.allCases.first(where: { $0.schemaName == name }) else { return nil }
      self = form
      return
    }
    switch parts.last {
    case "pack.json": self = .manifest
    case "trace.json": self = .trace
    case "mutants.json": self = .mutants
    default:
      let isCase = parts.dropLast().last == "cases" && root["cases"] != nil
      self = isCase ? .cases : root["recordType"] != nil ? .recordType : .rules
    }
  }
}

extension KindRegistry {
  /// The members of a rule by its kind; of an unknown kind only those that every rule has.
  public func ruleShape(of rule: JSONNode) -> ObjectShape {
    rule["kind"]?.text.flatMap { self[$0] }?.ruleShape ?? RuleForm.shape
  }
}
