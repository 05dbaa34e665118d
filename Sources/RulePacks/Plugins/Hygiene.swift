import CEL
import JSON

/// Names for the variables of macros that a kind puts around an author's text.
public enum Hygiene {
  /// A name that none of the texts mentions, so that it hides nothing the author meant.
  public static func fresh(_ base: Text, in texts: [Text]) -> Text {
    var name = base
    var number = 2
    while texts.contains(where: { $0.contains(name) }) {
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
}
