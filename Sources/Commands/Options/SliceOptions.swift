import ArgumentParser

/// Whether the records are a slice of more, and where it was cut out.
struct SliceOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Judge a slice of the records, one a line, and write what merge needs of it; - is standard output.",
      valueName: "part"),
    completion: .file())
  var partial: String?

  @Option(
    name: .long,
    help: ArgumentHelp("File and line that a slice begins at, as results name them.", valueName: "file:line"))
  var place: String?

  var origin: (file: String, line: Int)? {
    guard let place, let colon = place.lastIndex(of: ":"), colon > place.startIndex,
      let line = Int(place[place.index(after: colon)...]), line > 0
    else { return nil }
    return (String(place[..<colon]), line)
  }

  func validate() throws {
    guard let place else { return }
    if partial == nil { throw ValidationError("--place goes with --partial.") }
    if origin == nil { throw ValidationError("--place takes FILE:LINE, found '\(place)'.") }
  }
}
