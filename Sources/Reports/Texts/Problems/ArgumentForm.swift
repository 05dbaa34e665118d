import CEL
import Evaluator
import JSON

/// How an argument stands in a wording.
enum ArgumentForm: String, CaseIterable {
  /// As it is: counts, names that stand alone.
  case plain
  /// What somebody wrote, in quotes, cut where it is long.
  case quoted
  /// A type of the expression language by its word for people.
  case type
  /// All arguments from this one on, each one type or several with commas.
  case types
  /// All arguments from this one on, with commas.
  case list
  /// All arguments from this one on, in parentheses: the members of an enum; nothing where there are none.
  case members
  /// A function; an operator by its sign.
  case function
  /// A calendar day, given as `2021-12-31`.
  case day
  /// A kind of JSON value.
  case kind
  /// What a declared type looks like in JSON.
  case shape
  /// What an expression needs where something else stands.
  case token
  /// What an argument of a macro must be.
  case macroArgument
  /// A form of rule files.
  case form
  /// What could stand in a member of a rule file.
  case expected
  /// Types that an expression must have, with commas.
  case needed
  /// What a name that is declared twice names.
  case declared
  /// Why a number is refused.
  case numberReason
  /// The plain numbers that a number in quotes may be meant as.
  case readings

  /// True where the form swallows the arguments that follow.
  var takesRest: Bool { self == .types || self == .list || self == .members }

  func text(_ arguments: [Text], _ language: Language) -> Text {
    let first = arguments.first ?? ""
    switch self {
    case .plain: return Excerpt.text(first)
    case .quoted: return "\"" + Excerpt.text(first) + "\""
    case .type: return TypeWords(language).type(first)
    case .types:
      let types = arguments.flatMap { TypeWords.split($0) }
      return types.map { TypeWords(language).type($0) }.joined(", ")
    case .list: return arguments.map { Excerpt.text($0) }.joined(", ")
    case .members: return arguments.isEmpty ? "" : " (" + Self.list.text(arguments, language) + ")"
    case .function: return Self.sign(of: first)
    case .day: return (try? CivilDate(first)).map { ValueText(language).day($0) } ?? Excerpt.text(first)
    case .kind: return TypeWords(language).kind(first)
    case .shape: return TypeWords(language).shape(first)
    case .token: return TokenWords(language).token(first)
    case .macroArgument: return TokenWords(language).macroArgument(first)
    case .form: return FormWords(language).form(first)
    case .expected: return FormWords(language).expected(first)
    case .needed:
      let types = TypeWords.split(first).map { FormWords(language).needed($0) }
      return types.joined(language == .vi ? " hoặc " : " or ")
    case .declared: return FormWords(language).declared(first)
    case .numberReason: return FormWords(language).numberReason(first)
    case .readings: return NumberReadings(of: first).text(language)
    }
  }

  /// `_+_` is `+`, `@in` is `in`; any other name stays.
  private static func sign(of function: Text) -> Text {
    switch function {
    case Operator.index, Operator.optionalIndex: return "[ ]"
    case Operator.conditional: return "? :"
    case Operator.membership: return "in"
    default:
      let sign = function.utf8.filter { $0 != UInt8(ascii: "_") }
      let isOperator = sign.allSatisfy { "!<>=+-*/%&|".utf8.contains($0) } && !sign.isEmpty
      return isOperator ? Text(utf8: sign) : Excerpt.text(function)
    }
  }
}

extension [Text] {
  func joined(_ separator: Text) -> Text {
    var joined: Text = ""
    for (index, text) in enumerated() {
      if index > 0 { joined += separator }
      joined += text
    }
    return joined
  }
}
