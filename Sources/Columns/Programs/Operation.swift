import CEL
import JSON

/// One step of a column program: what it makes of the registers before it.
///
/// Equal steps are one, so equal subexpressions are computed once.
enum Operation: Hashable {
  /// The values of a column.
  case column(Int)
  /// Whether a column's value is given; open only where the item itself, another column, is not.
  case isGiven(Int, within: Int?)
  /// True where a column's value is given, open where it is not.
  case isKnown(Int)
  case number(Int64, scale: Int)
  case truth(Bool)
  case text(Text)
  /// What the interpreter must always tell, and why.
  case unsettled(String)
  /// A register of rows further out, for each of the items.
  case lifted(Int)
  /// Of pairs of items of two lists, the value of the second.
  case gathered(Int)
  /// Of a value of items, that of one item for each row.
  case picked(Int, item: Int)
  /// Of a truth about what is given of items, that of one item: false where there is no such item.
  case pickedPresence(Int, item: Int)
  /// The item of a keyed list whose key field holds a text (by code) or number.
  case item(list: Int, key: Int, code: Int64, isText: Bool)
  /// The item of a keyed list whose key field holds the value of a register.
  case itemOf(list: Int, key: Int, needle: Int, isText: Bool)
  /// True where a value is known.
  case isSettled(Int)
  /// A value that is known only where others are, and in doubt where they or `doubts` are.
  case guarded(Int, needs: [Int], doubts: [Int])

  /// Known where a record leads to one of a type that is found; registers of the key.
  case related(Text, [Int])
  /// A field of that record, by slots.
  case relatedField(Int, [Int])
  case hasRelatedField(Int, [Int])
  /// Whether records of a type are there to lead to each row, by registers of what they name it by.
  case isMet(Text, [Int])

  case add(Int, Int)
  case subtract(Int, Int)
  case multiply(Int, Int)
  case negate(Int)
  case choose(Int, Int, Int)
  /// One text after the other.
  case joined(Int, Int)

  case compareConstant(Int, Relation, Int64, scale: Int)
  case compare(Int, Int, Relation)
  /// `left / right × factor` against a number, by cross-multiplication.
  case compareRatio(Int, Int, factor: Int64, Relation, Int)
  case isOneOf(Int, [Int64], scale: Int)
  case equalTruths(Int, Int)
  /// A column of texts against words that its reader knows.
  case codeIsOneOf(Int, [Int64])
  case compareTexts(Int, Int, Relation)
  case textTest(Int, TextTest, Text)

  case and(Int, Int)
  case or(Int, Int)
  case not(Int)
  case atLeast(Count, [Int])

  /// A quantifier over the items of a list.
  case fold(Quantifier, list: Int, given: Int, body: Int, where: Int?, weight: Int)
  case count(list: Int, given: Int, where: Int?)
  case total(Aggregate, list: Int, given: Int, value: Int, where: Int?)
  case membership(list: Int, given: Int, equal: Int, needle: Int)
  /// True where a value is known of every item that counts.
  case allKnown(list: Int, given: Int, value: Int, where: Int?)
  /// The number of different values, or of those that stand more than once.
  case countValues(list: Int, given: Int, value: Int, where: Int?, repeated: Bool)

  /// A function of the expression language, row by row.
  case call(Text, [Int], isMember: Bool)
}

/// How two values are compared.
enum Relation: Hashable {
  case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual

  init?(_ function: Text) {
    switch function {
    case Operator.less: self = .less
    case Operator.lessOrEqual: self = .lessOrEqual
    case Operator.greater: self = .greater
    case Operator.greaterOrEqual: self = .greaterOrEqual
    case Operator.equals: self = .equal
    case Operator.notEquals: self = .notEqual
    default: return nil
    }
  }

  /// The relation with the sides exchanged.
  var reversed: Relation {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .notEqual: self
    }
  }

  var symbol: String {
    switch self {
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .equal: "=="
    case .notEqual: "!="
    }
  }

  @inline(__always)
  func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool {
    switch self {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    case .equal: left == right
    case .notEqual: left != right
    }
  }
}

/// What is asked of a text and a constant.
enum TextTest: Hashable {
  case contains, startsWith, endsWith, foldsTo
}

enum Quantifier: Hashable {
  case exists, all, existsOne
  case existsAtLeast(Count)
}

/// A number that is written out, or that each record has of its own.
enum Count: Hashable {
  case constant(Int64)
  case register(Int)

  var register: Int? { if case .register(let register) = self { register } else { nil } }
}

enum Aggregate: Hashable {
  case sum, minimum, maximum
}
