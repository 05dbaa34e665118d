import JSON

/// The clause of a template around an argument that has no text, as `, lệch {distance} ngày` or ` ({limit} asked)`:
/// what is left reads as a sentence without it.
struct MessageClause {
  /// The part of the literal text before the argument that stays.
  let before: ArraySlice<UInt8>
  /// The rest of the template behind the clause.
  let after: ArraySlice<UInt8>

  /// Nil where the clause can't be taken out: it tells something else too, or is all that the sentence says.
  ///
  /// - Parameters:
  ///   - literal: the text between the argument before and this one.
  ///   - rest: the template behind the argument.
  init?(between literal: ArraySlice<UInt8>, and rest: ArraySlice<UInt8>) {
    guard let (opening, start) = Self.opening(literal), let (closing, end) = Self.closing(rest) else {
      return nil
    }
    before = literal[..<start]
    switch (opening, closing) {
    case (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "."), UInt8(ascii: ".")):
      after = rest[(end + 1)...]
    // What follows would have to open the parenthesis or the sentence in its stead.
    case (UInt8(ascii: "("), _), (UInt8(ascii: "."), _): return nil
    default: after = rest[end...]
    }
  }

  /// The mark that begins the clause, and where what goes begins.
  private static func opening(_ literal: ArraySlice<UInt8>) -> (mark: UInt8, start: Int)? {
    // `None, or late: {items}`: a comma before a colon may part what is true without the list.
    let isList = literal.suffix(2).elementsEqual(": ".utf8)
    var depth = 0
    for index in literal.indices.reversed() {
      let next = index + 1
      let parts = depth == 0 && next < literal.endIndex && literal[next] == UInt8(ascii: " ")
      switch literal[index] {
      case UInt8(ascii: ",") where parts && !isList, UInt8(ascii: ";") where parts:
        return (literal[index], index)
      case UInt8(ascii: ".") where parts: return (literal[index], next)
      case UInt8(ascii: "(") where depth == 0:
        let isBehindSpace = index > literal.startIndex && literal[index - 1] == UInt8(ascii: " ")
        return (literal[index], isBehindSpace ? index - 1 : index)
      case UInt8(ascii: "("): depth -= 1
      case UInt8(ascii: ")"): depth += 1
      default: continue
      }
    }
    return nil
  }

  /// The mark that ends the clause, and where; the unit of the argument belongs to it, another argument doesn't.
  private static func closing(_ rest: ArraySlice<UInt8>) -> (mark: UInt8, end: Int)? {
    let unit = "{unit}".utf8
    var index = rest.startIndex
    var depth = 0
    if rest.starts(with: unit) { index += unit.count }
    while index < rest.endIndex {
      let next = index + 1
      let parts = depth == 0 && (next == rest.endIndex || rest[next] == UInt8(ascii: " "))
      switch rest[index] {
      case UInt8(ascii: ",") where parts, UInt8(ascii: ";") where parts, UInt8(ascii: ".") where parts:
        return (rest[index], index)
      case UInt8(ascii: ")") where depth == 0: return (rest[index], index)
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "{"): return nil
      default: break
      }
      index = next
    }
    return (UInt8(ascii: ";"), index)
  }
}
