import CEL
import JSON

/// The members that an object of a rule file may and must have.
public struct ObjectShape: Sendable {
  /// What the object is called in messages and in the published schema: `rule`, `award`, ….
  public let name: Text
  public let doc: LocalizedText
  public let members: [Member]
  /// Groups of members that exclude one another.
  public let choices: [Choice]
  /// The places of the members that must stand.
  let requiredSlots: [Int]

  public init(_ name: Text, doc: LocalizedText, members: [Member], choices: [Choice] = []) {
    self.name = name
    self.doc = doc
    self.members = members
    self.choices = choices
    requiredSlots = members.indices.filter { members[$0].isRequired }
  }

  /// One declared member; a class, because shapes share and copy theirs.
  public final class Member: Sendable {
    public let name: Text
    public let value: ValueShape
    public let isRequired: Bool
    public let doc: LocalizedText

    public init(_ name: Text, _ value: ValueShape, required: Bool = false, vi: Text, en: Text) {
      self.name = name
      self.value = value
      isRequired = required
      doc = LocalizedText(vi: vi, en: en)
    }
  }

  /// At most one of the members may stand; exactly one where `isRequired`.
  public struct Choice: Sendable {
    public let names: [Text]
    public let isRequired: Bool

    public static func exactlyOne(of names: [Text]) -> Choice { Choice(names: names, isRequired: true) }
    public static func atMostOne(of names: [Text]) -> Choice { Choice(names: names, isRequired: false) }
  }

  /// The shape with further members, those of this shape first; it keeps its own name.
  public func extended(by other: ObjectShape) -> ObjectShape {
    ObjectShape(name, doc: doc, members: members + other.members, choices: choices + other.choices)
  }

  public func declares(_ member: Text) -> Bool { members.contains { $0.name == member } }
}
