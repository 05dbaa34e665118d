import JSON
import RulePacks
import Testing

@testable import RuleReview

/// Two states of a small pack of units.
struct ComparedPacks {
  let old: OpenPack
  let new: OpenPack
  let comparison: PackComparison

  typealias State = (rules: [String], awards: [String], parameters: String, manifest: String)

  init(_ old: State, _ new: State) throws {
    func open(_ state: State) throws -> OpenPack {
      let pack = try TemporaryPack.units(
        rules: state.rules.joined(separator: ", "), awards: state.awards.joined(separator: ", "),
        parameters: state.parameters, manifest: state.manifest, cases: "")
      let (open, loading) = PackLoader().open(folder: pack.folder)
      #expect(loading.defects.map { "\($0.code) \($0.arguments)" } == [])
      return try #require(open)
    }
    self.old = try open(old)
    self.new = try open(new)
    comparison = PackComparison(self.old, self.new, folders: ("p/", "p/"))
  }

  init(rules old: [String], _ new: [String], parameters: (String, String) = ("", ""), manifest: String = "")
    throws
  {
    try self.init((old, [], parameters.0, manifest), (new, [], parameters.1, manifest))
  }

  var changes: [PackChange] { comparison.diff.changes }

  func change(_ name: Text) -> PackChange? { changes.first { $0.name == name } }
}
