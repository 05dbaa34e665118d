import JSON

/// One check of rule files: its page and what it does.
public protocol LintRule: Sendable {
  static var description: ReviewRuleDescription { get }
  /// True where the check reads texts only, so that it also serves a pack that does not load.
  static var readsBrokenPacks: Bool { get }

  init()
  func check(_ pack: ReviewedPack, _ log: LintLog)
}

extension LintRule {
  public static var readsBrokenPacks: Bool { false }
}
