import Evaluator
import JSON
import Testing

/// What a message says of an argument that has no value goes with it, and a sentence is left.
@Suite struct MessageClauseTests {
  private func filled(_ template: String, _ arguments: [String: String]) -> String {
    MessageRenderer.fill(Text(template), .en) { name in arguments[name.string].map { Text($0) } }.string
  }

  /// Where nothing at all was listed, no colon is left behind.
  @Test(arguments: [("", "None, or late."), ("R-1", "None, or late: R-1."), ("a: ", "None, or late: a: .")])
  func anEmptyListTakesItsColonWithIt(items: String, text: String) {
    #expect(filled("None, or late: {items}.", ["items": items]) == text)
  }

  @Test(arguments: [
    ("Outside, lệch {distance} ngày.", "Outside."),
    ("Outside, lệch {distance}{unit}; xem lại.", "Outside; xem lại."),
    ("Two of 2,5 are there; failing: {items}.", "Two of 2,5 are there."),
    ("Not met. Short by {distance}{unit}.", "Not met."),
    ("Two; lacking Day (Plan): {items}.", "Two."), ("Late, by {distance} (days), or so.", "Late, or so."),
    ("Too young (lacks {distance} days).", "Too young."),
    ("Short (of {a}, by {distance}).", "Short (of 7)."), ("At {a}, by {distance}", "At 7"),
  ])
  func aClauseGoesWithItsArgument(template: String, text: String) {
    let arguments = ["distance": "–", "items": "", "unit": " d", "a": "7"]
    #expect(filled(template, arguments) == text)
  }

  /// A clause that says something else too, or is all there is, stays.
  @Test(arguments: [
    ("By {distance} days.", "By – days."), ("At {a} by {distance} days.", "At 7 by – days."),
    ("At {a}, by {distance} of {a}.", "At 7, by – of 7."),
    ("Late ({distance} days, of 3).", "Late (– days, of 3)."),
    ("So. By {distance}, or more.", "So. By –, or more."),
    ("At {a}{unit}, done.", "At 7, done."),
  ])
  func otherClausesStay(template: String, text: String) {
    #expect(filled(template, ["distance": "–", "a": "7", "unit": ""]) == text)
  }
}
