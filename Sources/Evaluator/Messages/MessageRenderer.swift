import CEL
import JSON

/// Fills the template of a finding with its arguments.
public struct MessageRenderer: Sendable {
  public let pack: CompiledPack
  public let language: Language
  private let values: ValueText

  public init(_ pack: CompiledPack, _ language: Language) {
    self.pack = pack
    self.language = language
    values = ValueText(language)
  }

  /// The template that speaks for a finding.
  public func template(_ finding: Finding) -> MessageTemplate {
    let messages = pack.rules[finding.rule].check.messages
    switch finding.outcome {
    case .satisfied:
      if case .int(0)? = finding.measured, let nothing = messages.satisfied.ofNothing { return nothing }
      return messages.satisfied
    case .violated:
      // Where a missing paper counts as a violation, what is missing is the message.
      return finding.holds == nil && !finding.missing.isEmpty ? .missingCounts : messages.violated
    case .undetermined:
      guard finding.error != nil else { return messages.undetermined }
      return finding.failingItems.isEmpty ? .failed : messages.failed
    case .notYetDue: return messages.notYetDue
    case .notApplicable: return .notApplicable
    }
  }

  /// The message of a finding.
  public func text(_ finding: Finding) -> Text {
    Self.fill(template(finding).text[language], language) { argument($0, finding) }
  }

  /// The arguments that have a value, by name, in a fixed order.
  public func arguments(_ finding: Finding) -> [(name: Text, text: Text)] {
    var arguments: [(name: Text, text: Text)] = []
    func add(_ name: Text, if isGiven: Bool) {
      if isGiven, let text = argument(name, finding) { arguments.append((name, text)) }
    }
    add("measured", if: finding.measured != nil || finding.measuredEnds != nil)
    add("limit", if: !finding.limit.isEmpty)
    add("distance", if: finding.distance != nil || finding.distanceEnds != nil)
    if let unit = pack.rules[finding.rule].check.unit {
      arguments.append(("unit", pack.units[unit]?[language] ?? unit))
    }
    add("items", if: !finding.failingItems.isEmpty)
    add("missing", if: !finding.missing.isEmpty)
    add("due", if: finding.due != nil)
    return arguments
  }

  /// A template with its arguments put in; one of a name that has no text stays as it is.
  ///
  /// The clause of an argument that has no value goes with it, or at least the colon before it; English nouns and units
  /// behind the number one are singular.
  public static func fill(_ template: Text, _ language: Language, _ argument: (Text) -> Text?) -> Text {
    var filled: [UInt8] = []
    var isBehindOne = false
    var rest = template.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let name = Text(utf8: rest[(open + 1)..<close])
      let literal = rest[..<open]
      var text = argument(name)
      if name == "unit", isBehindOne, literal.isEmpty { text = text.map(EnglishNumber.one) }
      if let text, text.isEmpty || text == absent, name != "unit" {
        isBehindOne = false
        if let clause = MessageClause(between: literal, and: rest[(close + 1)...]) {
          filled += clause.before
          rest = clause.after
          continue
        }
        filled += text.isEmpty && literal.suffix(2).elementsEqual(": ".utf8) ? literal.dropLast(2) : literal
        filled += text.utf8
        rest = rest[(close + 1)...]
        continue
      }
      filled += literal
      let beforeIt = filled.suffix(4)
      filled += text?.utf8 ?? Array(rest[open...close])
      rest = rest[(close + 1)...]
      // `All 1 items meet it`: the verb is plural too.
      isBehindOne = language == .en && text == "1" && !beforeIt.elementsEqual("All ".utf8)
      if isBehindOne, let (noun, further) = EnglishNumber.one(before: rest) {
        filled += noun.utf8
        rest = further
      }
    }
    filled += rest
    return Text(utf8: filled)
  }

  /// Stands for a value that is not told.
  static let absent: Text = "–"

  /// A number with its unit of measure.
  public func amount(_ value: Value, apartFrom bounds: [Value] = [], unit: Text?) -> Text {
    Self.fill("{number}{unit}", language) { name in
      name == "unit"
        ? unit.map { pack.text(ofUnit: $0, language) } ?? "" : values.text(value, apartFrom: bounds)
    }
  }

  /// The text of one argument; nil for a name that no template may use.
  private func argument(_ name: Text, _ finding: Finding) -> Text? {
    let rule = pack.rules[finding.rule]
    switch name {
    case "measured":
      let bounds = finding.limit.map { $0.value }
      return finding.measured.map { values.text($0, apartFrom: bounds) }
        ?? finding.measuredEnds.map { range($0.least, $0.most, apartFrom: bounds) } ?? Self.absent
    case "limit": return values.join(finding.limit.map { limit($0.value, finding) }, separator: " – ")
    case "low": return end(finding.limit.first { $0.name != "to" }, finding)
    case "high": return end(finding.limit.last { $0.name != "from" }, finding)
    case "distance":
      return finding.distance.map { values.text($0, apartFrom: [.int(0)]) }
        ?? finding.distanceEnds.map { range($0.least, $0.most, apartFrom: [.int(0)]) } ?? Self.absent
    case "unit": return rule.check.unit.map { pack.text(ofUnit: $0, language) } ?? ""
    case "items": return values.join(finding.failingItems.map { itemName($0, of: rule.check) })
    case "missing": return values.join(finding.missing.map { title(of: $0, on: rule.on) })
    case "due": return finding.due.map { values.day($0) } ?? Self.absent
    case "title": return rule.title[language]
    default: return nil
    }
  }

  /// What an open number may come to.
  private func range(_ least: Value, _ most: Value?, apartFrom bounds: [Value]) -> Text {
    let low = values.text(least, apartFrom: bounds)
    guard let high = most.map({ values.text($0, apartFrom: bounds) }) else {
      return choose("ít nhất ", "at least ") + low
    }
    return low == high ? low : choose("từ ", "") + low + choose(" đến ", " to ") + high
  }

  /// Names that are compared with a member of an enum go by the titles of its members.
  private func limit(_ limit: Value, _ finding: Finding) -> Text {
    guard case .enumeration(let measured)? = finding.measured else { return values.text(limit) }
    return values.text(limit, among: measured.type)
  }

  /// An end of a range, which may be a value of the record that is not given.
  private func end(_ bound: (name: Text, value: Value)?, _ finding: Finding) -> Text {
    bound.map { limit($0.value, finding) } ?? choose("chưa rõ", "not given")
  }

  /// Members of an enum go by their titles, also where an item names several, as `a / b`; days and periods as people say
  /// them.
  private func itemName(_ item: Text, of check: Check) -> Text {
    if let title = check.itemTitles.first(where: { $0.name == item }) { return title.title[language] }
    guard let type = check.itemEnum.flatMap({ pack.schema.enumTypes[$0] }) else {
      return values.key(item)
    }
    let space = UInt8(ascii: " ")
    let parts = item.utf8.split(separator: UInt8(ascii: "/")).map { part in
      var part = part
      if part.first == space { part = part.dropFirst() }
      if part.last == space { part = part.dropLast() }
      return Text(utf8: part)
    }
    let titles = parts.compactMap { part in
      type.index(of: part).map { type.titles[$0]?[language] ?? part }
    }
    return titles.count == parts.count && !parts.isEmpty ? values.join(titles, separator: " / ") : item
  }

  /// What a path is called on forms, with the sections and items that it lies in; results have the path itself.
  public func title(of path: Text, on type: Text) -> Text {
    if let (key, rest) = PathTitle.ofMember(path) { return key + ": " + title(of: rest, on: type) }
    return titleBeyond(path, on: type)
      ?? PathTitle(schema: pack.schema, language: language).text(of: path, on: type) ?? path
  }

  /// What a field is called that all know by its title.
  public func heading(of path: Text, on type: Text) -> Text {
    PathTitle(schema: pack.schema, language: language).name(of: path, on: type) ?? path
  }
}
