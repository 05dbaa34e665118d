import CEL
import JSON

/// The values next to a literal, by the step of its own precision.
enum Neighbours {
  /// One step above and one below: 67.2 and 67.0 for 67.1; none for a number in exponent form.
  static func numbers(_ text: Text) -> [Text] {
    let point = text.utf8.firstIndex(of: UInt8(ascii: "."))
    let scale = point.map { text.utf8.count - $0 - 1 } ?? 0
    guard let value = try? Decimal(text), let step = Decimal(coefficient: 1, scale: scale),
      !text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") })
    else { return [] }
    return [try? value + step, try? value - step].compactMap { $0?.text }.map { neighbour in
      // A fraction stays one, so that the expression around it keeps its types.
      point == nil || neighbour.utf8.contains(UInt8(ascii: ".")) ? neighbour : neighbour + ".0"
    }
  }

  /// The day after and the day before; none for what is no calendar day.
  static func days(_ text: Text) -> [Text] {
    guard let day = try? CivilDate(text) else { return [] }
    return [try? day.adding(days: 1), try? day.adding(days: -1)].compactMap { $0?.text }
  }
}
