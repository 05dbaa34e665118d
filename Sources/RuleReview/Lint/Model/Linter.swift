import CEL
import JSON
import RulePacks

/// Checks rule packs: what the loader refuses, then every lint rule.
public struct Linter: Sendable {
  public let loader: PackLoader
  public let rules: [any LintRule.Type]

  public init(loader: PackLoader, rules: [any LintRule.Type] = LintRules.all) {
    self.loader = loader
    self.rules = rules
  }

  /// What is found in one pack, in order of files and places.
  ///
  /// - Parameter corpus: what records made of the pack; without one nothing is said of records.
  public func lint(
    manifest: Text, from files: any PackFileSource, corpus: Corpus? = nil
  ) -> [ReviewFinding] {
    lint(loader.inspect(manifest: manifest, from: files), files: files, corpus: corpus)
  }

  /// The same of several packs, each list in the place of its pack.
  public func lint(_ places: [PackPlace]) -> [[ReviewFinding]] {
    Parallel.map(places) { lint(manifest: $0.manifest, from: $0.files) }
  }

  /// The same of a pack that has been loaded.
  public func lint(
    _ inspection: PackInspection, files: any PackFileSource, corpus: Corpus? = nil
  ) -> [ReviewFinding] {
    let settings = LintSettings(inspection)
    let pack = ReviewedPack(inspection, files: files, corpus: corpus)
    let log = LintLog(inspection)
    for type in rules {
      let description = type.description
      guard let severity = settings.severity(of: description) else { continue }
      guard pack.pack != nil || type.readsBrokenPacks else { continue }
      log.rule = description.id
      log.severity = severity
      type.init().check(pack, log)
    }
    let loaded =
      inspection.loading.defects.map { ReviewFinding($0) }
      + inspection.loading.warnings.map { ReviewFinding($0, severity: .warning) }
    return loaded + Self.sorted(log.findings.filter { pack.concerns($0) })
  }

  /// By file, then by place; those without a place first.
  private static func sorted(_ findings: [ReviewFinding]) -> [ReviewFinding] {
    findings.enumerated().sorted { one, other in
      let (left, right) = (one.element.place, other.element.place)
      if left?.file != right?.file { return (left?.file ?? "") < (right?.file ?? "") }
      if left?.byte != right?.byte { return (left?.byte ?? 0) < (right?.byte ?? 0) }
      return one.offset < other.offset
    }.map(\.element)
  }
}

extension ReviewedPack {
  /// False for what stands in the folder of a layer below, which is that pack's own affair.
  fileprivate func concerns(_ finding: ReviewFinding) -> Bool {
    guard let file = finding.place?.file, !file.hasPrefix(folder) else { return true }
    return !inspection.layers.dropLast().contains { layer in
      let path = layer.path.utf8
      return file.hasPrefix(Text(utf8: path.prefix((path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)))
    }
  }
}
