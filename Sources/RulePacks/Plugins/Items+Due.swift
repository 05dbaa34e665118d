import CEL
import Evaluator
import JSON

extension Items {
  /// The last day that counts where each item has one: of items that are open the first, and one that has passed where
  /// an item fails whatever comes of the others; nil where items need not all meet the condition.
  ///
  /// - Parameters:
  ///   - holds: the condition over an item.
  ///   - last: the last day of an item.
  func dueFirst(_ holds: Text, _ last: Text, _ context: CompileContext) throws -> Formula? {
    guard case .every = requirement else { return nil }
    let looked = filter.map { "\($0) && " } ?? ""
    let failing = "isKnownTrue(\(looked)!\(Term.enclosed(holds)))"
    // Items that are lacking have no day to wait for.
    let lacking = minimum.map {
      " || !\(list).existsAtLeast(\($0), \(variable), \(filter.map { "\($0)" } ?? "true"))"
    }
    let passed = days(of: failing, last) + " + [asOf.addDays(-1)]"
    let day = """
      \(list).exists(\(variable), \(failing))\(lacking ?? "") ? minimum(\(passed)) : \
      minimum(\(days(of: "\(looked)!isKnownTrue(\(holds))", last)))
      """
    return try context.dueFormula(Text(day), asksWhatIsKnown: true)
  }

  private func days(of matching: String, _ last: Text) -> String {
    "\(list).filter(\(variable), \(matching)).map(\(variable), \(last))"
  }
}
