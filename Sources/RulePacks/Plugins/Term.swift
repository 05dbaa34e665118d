import CEL
import Evaluator
import JSON

/// An author's expression that has been checked, ready to stand in a larger one.
public struct Term: Sendable {
  /// In parentheses where it needs them; of no meaning where the term is broken.
  public let text: Text
  /// `error` where the author's text was reported.
  public let type: CELType
  /// Unit of measure where it can be told.
  public let unit: Text?
  public let node: JSONNode
  /// Nil where the text was reported, or names what only a larger expression binds.
  public let formula: Formula?

  /// True where a defect has been reported; what is built on it would only repeat the report.
  public var isBroken: Bool { type == .error }

  /// The type of the elements of a list, `dyn` for anything else.
  public var elementType: CELType {
    switch type {
    case .list(let element): element
    case .error: .error
    default: .dyn
    }
  }

  /// The type of one value of a list or a single value.
  var memberType: CELType { if case .list(let element) = type { element } else { type } }

  /// The enum that the elements of a list are members of.
  public var elementEnum: Text? { elementType.enumName }

  /// - Parameter isAtom: true for a text that needs no parentheses wherever it stands.
  init(
    _ text: Text, _ type: CELType, unit: Text? = nil, node: JSONNode, formula: Formula?, isAtom: Bool = false
  ) {
    self.text = isAtom ? text : Self.enclosed(text)
    self.type = type
    self.unit = unit
    self.node = node
    self.formula = formula
  }

  /// A text that binds tighter than every operator: a name, a path, a number, or the text in parentheses.
  ///
  /// The line break ends a comment, which would swallow the parenthesis.
  static func enclosed(_ text: Text) -> Text {
    if text.isPlain { return text }
    let hasComment = zip(text.utf8, text.utf8.dropFirst()).contains { $0 == slash && $1 == slash }
    return hasComment ? "(" + text + "\n)" : "(" + text + ")"
  }

  private static let slash = UInt8(ascii: "/")
}

extension Text {
  /// True for a name, a path or a number.
  var isPlain: Bool {
    utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."): true
      default: (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      }
    }
  }
}

extension CELType {
  /// The name of an enum type.
  var enumName: Text? { if case .enumeration(let name) = self { name } else { nil } }
}

extension Term: CustomStringConvertible {
  /// So that formulas can be written as interpolated text.
  public var description: String { text.string }
}
