import JSON

/// Which cases are run; what is nil admits all.
public struct CaseSelection: Sendable {
  /// Part of the case's name.
  public var name: Text?
  /// A rule or award that the case expects something of.
  public var subject: Text?
  /// Part of the file's name.
  public var file: Text?

  public init(name: Text? = nil, subject: Text? = nil, file: Text? = nil) {
    self.name = name
    self.subject = subject
    self.file = file
  }

  func admits(_ ruleCase: RuleCase) -> Bool {
    if let name, !ruleCase.name.string.contains(name.string) { return false }
    if let file, !ruleCase.file.contains(file.string) { return false }
    guard let subject else { return true }
    return ruleCase.findings.contains { $0.rule == subject }
      || ruleCase.verdicts.contains { $0.award == subject }
      || ruleCase.population?.expected.names(subject) == true
  }
}
