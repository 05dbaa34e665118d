import JSON

/// Names for the variables of macros that a kind puts around an author's text.
public enum Hygiene {
  /// A name that none of the texts mentions, so that it hides nothing the author meant.
  public static func fresh(_ base: Text, in texts: [Text]) -> Text {
    var name = base
    var number = 2
    while texts.contains(where: { contains($0, name) }) {
      name = base + Text("\(number)")
      number += 1
    }
    return name
  }

  /// True for names joined by points: what `has` takes.
  static func isPath(_ text: Text) -> Bool {
    text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy { NameForm.isName(Text(utf8: $0)) }
  }

  private static func contains(_ text: Text, _ word: Text) -> Bool {
    guard text.utf8.count >= word.utf8.count else { return false }
    return (0...(text.utf8.count - word.utf8.count)).contains { start in
      text.utf8[start..<(start + word.utf8.count)].elementsEqual(word.utf8)
    }
  }
}
