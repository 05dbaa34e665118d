import ArgumentParser
import CEL
import JSON

/// Calendar days on the command line.
enum Day {
  static func read(_ argument: String) throws -> CivilDate {
    guard let day = try? CivilDate(Text(argument)) else {
      throw ValidationError("--as-of takes a calendar day such as 2021-12-31, found '\(argument)'.")
    }
    return day
  }
}
