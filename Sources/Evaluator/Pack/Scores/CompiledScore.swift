import CEL
import JSON

/// A number made of the points of rules; expressions read it as `scores.NAME`.
public struct CompiledScore: Sendable {
  public var name: Text
  public var on: Text
  public var title: LocalizedText
  public var parts: [Part]
  public var range: Range

  /// Points of rules, or a value, times a weight, kept within a range.
  public struct Part: Sendable {
    public var content: Content
    public var weight: Formula?
    public var range: Range
    public init(content: Content, weight: Formula?, range: Range) {
      self.content = content
      self.weight = weight
      self.range = range
    }
  }

  public enum Content: Sendable {
    /// By place in `CompiledPack.rules`.
    case rules([Int])
    case value(Formula)
  }

  /// Caps; nil is none.
  public struct Range: Sendable {
    public var atLeast: Formula?
    public var atMost: Formula?
    public init(atLeast: Formula?, atMost: Formula?) {
      self.atLeast = atLeast
      self.atMost = atMost
    }

    var formulas: [Formula] { [atLeast, atMost].compactMap { $0 } }
  }

  public init(name: Text, on: Text, title: LocalizedText, parts: [Part], range: Range) {
    self.name = name
    self.on = on
    self.title = title
    self.parts = parts
    self.range = range
  }

  /// Every formula of the score.
  public var formulas: [Formula] {
    parts.flatMap { part -> [Formula] in
      var formulas = part.range.formulas
      if let weight = part.weight { formulas.append(weight) }
      if case .value(let value) = part.content { formulas.append(value) }
      return formulas
    } + range.formulas
  }
}
