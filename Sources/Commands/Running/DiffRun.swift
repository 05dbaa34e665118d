import CEL
import Evaluator
import JSON
import Populations
import Records
import Reports
import RulePacks
import RuleReview

/// Compares two states of packs, and judges records by both.
struct DiffRun {
  let language: Language
  let loader: PackLoader

  /// Packs are paired by their folders; two that are given alone are a pair whatever they are called.
  func compare(_ old: PackState, _ new: PackState, records: RecordInput?) throws -> [PackDiffResult] {
    if old.isSingle, new.isSingle, let before = old.manifests.first, let after = new.manifests.first {
      return [try compare((old, before), (new, after), records)]
    }
    return try Set(old.manifests).union(new.manifests).sorted().map { manifest in
      switch (old.manifests.contains(manifest), new.manifests.contains(manifest)) {
      case (true, true): return try compare((old, manifest), (new, manifest), records)
      case (true, false):
        let pack = try open(old, manifest).pack
        return PackDiffResult(
          PackDiff(pack: pack.id, oldVersion: pack.version, newVersion: nil, changes: []))
      default:
        let pack = try open(new, manifest).pack
        return PackDiffResult(
          PackDiff(pack: pack.id, oldVersion: nil, newVersion: pack.version, changes: []))
      }
    }
  }

  private func compare(
    _ old: (state: PackState, manifest: Text), _ new: (state: PackState, manifest: Text),
    _ records: RecordInput?
  ) throws -> PackDiffResult {
    let comparison = PackComparison(
      try open(old.state, old.manifest), try open(new.state, new.manifest),
      folders: (old.manifest.folder, new.manifest.folder))
    guard let records else { return PackDiffResult(comparison.diff) }
    return PackDiffResult(comparison.diff, impact: try impact(comparison, records))
  }

  /// Every defect goes to standard error, and ends the process.
  private func open(_ state: PackState, _ manifest: Text) throws -> OpenPack {
    let (open, loading) = loader.open(manifest: manifest, from: state.files)
    _ = try PackOptions.sound(loading, language: language)
    guard let open else { throw ExitStatus.packInvalid.error }
    return open
  }

  /// Both packs read the same records in the same order, each by its own record types.
  private func impact(_ comparison: PackComparison, _ records: RecordInput) throws -> Impact {
    var tally = ImpactTally(comparison)
    let (old, new) = (
      JudgedRecords(comparison.packs.old, records), JudgedRecords(comparison.packs.new, records)
    )
    let judges = (old: try old.judge(), new: try new.judge())
    var (before, after) = (old.makeReader(), new.makeReader())
    while let one = try before.next(), let other = try after.next() {
      let (was, now) = (try? one.get(), try? other.get())
      let located = now ?? was
      let rejection: Rejection? = if case .failure(let rejection) = other { rejection } else { nil }
      let place = located?.place ?? rejection?.place
      tally.add(
        key: located?.key.text ?? rejection?.key?.text ?? "",
        place: place.map { ProblemTexts.text($0) } ?? "", old: was.flatMap { old.result($0, judges.old) },
        new: now.flatMap { new.result($0, judges.new) })
    }
    return tally.report(old: judges.old?.outcome, new: judges.new?.outcome)
  }
}

extension Text {
  /// The folder of a file, with `/` behind; empty where it stands in none.
  fileprivate var folder: Text { Text(utf8: utf8.prefix((utf8.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)) }
}
