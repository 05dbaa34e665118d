import JSON

/// Puts English nouns that stand behind a number of one into the singular; other numbers have plurals in messages and units.
enum EnglishNumber {
  /// Nouns that messages count; a verb behind a number, as `1 is over`, must stay as it is.
  private static let counted: Set<Text> = [
    "calls", "checks", "courses", "days", "documents", "duties", "entries", "fields", "groups", "items",
    "kinds",
    "measures", "months", "movements", "organisations", "periods", "places", "points", "policies",
    "recipients",
    "records", "reports", "targets", "times", "values", "years",
  ]

  /// A unit's title, after a space or not, as it follows one: the last word decides, except before `a`, `per` or `of`.
  static func one(ofUnit unit: Text) -> Text {
    var words = unit.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).map {
      Text(utf8: $0)
    }
    let joint = words.firstIndex { $0 == "a" || $0 == "per" || $0 == "of" } ?? words.count
    guard joint > 0 else { return unit }
    words[joint - 1] = singular(words[joint - 1])
    return ValueText(.en).join(words, separator: " ")
  }

  /// The text behind the number one: a counted noun that opens it loses its plural.
  static func one(before rest: ArraySlice<UInt8>) -> (noun: Text, rest: ArraySlice<UInt8>)? {
    guard rest.first == UInt8(ascii: " ") else { return nil }
    let word = Text(utf8: rest.dropFirst().prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
    guard counted.contains(word) else { return nil }
    return (" " + singular(word), rest.dropFirst(1 + word.utf8.count))
  }

  private static func singular(_ word: Text) -> Text {
    switch word {
    case "people": return "person"
    case "criteria": return "criterion"
    default: break
    }
    let bytes = word.utf8
    if bytes.count > 3, bytes.suffix(3).elementsEqual("ies".utf8) {
      return Text(utf8: bytes.dropLast(3)) + "y"
    }
    guard bytes.count > 2, bytes.last == UInt8(ascii: "s"), bytes[bytes.count - 2] != UInt8(ascii: "s") else {
      return word
    }
    return Text(utf8: bytes.dropLast())
  }
}
