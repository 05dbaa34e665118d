import CEL
import Evaluator
import JSON

/// What became of the manifest: days, time zone, titles, cited documents and notices.
struct ManifestComparison {
  private let old: CompiledPack
  private let new: CompiledPack

  init(_ old: CompiledPack, _ new: CompiledPack) {
    self.old = old
    self.new = new
  }

  var changes: [PackChange] {
    var members = value("period", old.period.text, new.period.text)
    members += value("lawDate", old.lawDate.text, new.lawDate.text)
    members += value("timeZone", Self.offset(old.timeZoneOffset), Self.offset(new.timeZoneOffset))
    members += sources + notices
    let isRetitled = old.title != new.title
    guard !members.isEmpty || isRetitled else { return [] }
    var change = PackChange(
      .manifest, new.id, title: new.title, .changed, members.isEmpty ? .wording : nil)
    change.members = members
    return [change]
  }

  /// A document is known by its key; its title names it, so that it is more than wording.
  private var sources: [MemberChange] {
    var members = lists("sources", old.sources.map(\.key), new.sources.map(\.key))
    for after in new.sources {
      guard let before = old.sources.first(where: { $0.key == after.key }) else { continue }
      let name = "sources." + after.key
      members += value(name + ".title.vi", before.title.vi, after.title.vi)
      members += value(name + ".title.en", before.title.en, after.title.en)
      members += value(name + ".issuer", before.issuer, after.issuer)
      members += value(name + ".number", before.number, after.number)
      members += value(name + ".issued", before.issued, after.issued)
    }
    return members
  }

  private var notices: [MemberChange] {
    func texts(_ pack: CompiledPack) -> [Text] {
      pack.notices.map { $0.from.text + ": " + $0.text.vi + " / " + $0.text.en }
    }
    return lists("notices", texts(old), texts(new))
  }

  private func lists(_ name: Text, _ before: [Text], _ after: [Text]) -> [MemberChange] {
    let added = after.filter { !before.contains($0) }
    let removed = before.filter { !after.contains($0) }
    if added.isEmpty && removed.isEmpty { return [] }
    return [MemberChange(name: name, content: .members(added: added, removed: removed))]
  }

  private func value(_ name: Text, _ before: Text?, _ after: Text?) -> [MemberChange] {
    guard before != after else { return [] }
    return [
      MemberChange(
        name: name, content: .value(before: before.map { .string($0) }, after: after.map { .string($0) }))
    ]
  }

  /// `+07:00`.
  private static func offset(_ seconds: Int32) -> Text {
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = abs(seconds) / 60
    return Text("\(seconds < 0 ? "-" : "+")\(padded(minutes / 60)):\(padded(minutes % 60))")
  }
}

extension CompiledPack.LawDate {
  fileprivate var text: Text {
    switch self {
    case .day(let day): day.text
    case .field(let name): name
    }
  }
}
