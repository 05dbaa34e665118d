import CEL
import JSON
import Testing

/// Random small patterns, matched by sets of end places instead of an automaton.
@Suite struct RegexDifferentialTests {
  indirect enum Pattern {
    case literal(Character)
    case any
    case set([Character], negated: Bool)
    case start, end, boundary, noBoundary
    case sequence([Pattern])
    case choice([Pattern])
    case repeated(Pattern, Int, Int?)

    var text: String {
      switch self {
      case .literal(let character): "\(character)"
      case .any: "."
      case .set(let members, let negated): "[\(negated ? "^" : "")\(String(members))]"
      case .start: "^"
      case .end: "$"
      case .boundary: #"\b"#
      case .noBoundary: #"\B"#
      case .sequence(let parts): "(?:" + parts.map(\.text).joined() + ")"
      case .choice(let parts): "(" + parts.map(\.text).joined(separator: "|") + ")"
      case .repeated(let part, 0, nil): "(?:\(part.text))*"
      case .repeated(let part, 1, nil): "(?:\(part.text))+"
      case .repeated(let part, 0, 1): "(?:\(part.text))?"
      case .repeated(let part, let least, let most):
        "(?:\(part.text)){\(least),\(most.map(String.init) ?? "")}"
      }
    }

    /// Where a match that begins at a place can end.
    func ends(_ text: [Character], from place: Int) -> Set<Int> {
      let next = place < text.count ? text[place] : nil
      switch self {
      case .literal(let character): return next == character ? [place + 1] : []
      case .any: return next != nil && next != "\n" ? [place + 1] : []
      case .set(let members, let negated):
        return next.map { members.contains($0) != negated } == true ? [place + 1] : []
      case .start: return place == 0 ? [place] : []
      case .end: return next == nil ? [place] : []
      case .boundary: return Self.isBoundary(text, place) ? [place] : []
      case .noBoundary: return Self.isBoundary(text, place) ? [] : [place]
      case .sequence(let parts):
        return parts.reduce([place]) { places, part in
          places.reduce(into: []) { $0.formUnion(part.ends(text, from: $1)) }
        }
      case .choice(let parts): return parts.reduce(into: []) { $0.formUnion($1.ends(text, from: place)) }
      case .repeated(let part, let least, let most):
        var reached: Set<Int> = least == 0 ? [place] : []
        var places: Set<Int> = [place]
        // After as many rounds as there are places, nothing new can be reached.
        for round in 1...(least + text.count + 1) where round <= most ?? .max {
          places = places.reduce(into: []) { $0.formUnion(part.ends(text, from: $1)) }
          if round >= least { reached.formUnion(places) }
        }
        return reached
      }
    }

    private static func isBoundary(_ text: [Character], _ place: Int) -> Bool {
      func isWord(_ index: Int) -> Bool { text.indices.contains(index) && "ab".contains(text[index]) }
      return isWord(place - 1) != isWord(place)
    }

    static func random(_ depth: Int, _ generator: inout SeededGenerator) -> Pattern {
      func parts(_ generator: inout SeededGenerator) -> [Pattern] {
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in random(depth - 1, &generator) }
      }
      switch Int.random(in: 0..<(depth == 0 ? 7 : 14), using: &generator) {
      case 0, 1: return .literal("a")
      case 2: return .literal("é")
      case 3: return .any
      case 4:
        return .set(
          ["a", "-", "b"].shuffled(using: &generator).filter { $0 != "-" },
          negated: .random(using: &generator))
      case 5: return [.start, .end, .boundary, .noBoundary].randomElement(using: &generator) ?? .start
      case 6: return .literal("b")
      case 7, 8, 9: return .sequence(parts(&generator))
      case 10, 11: return .choice(parts(&generator))
      default:
        let least = Int.random(in: 0...2, using: &generator)
        let most =
          Bool.random(using: &generator) ? nil : Int?.some(least + Int.random(in: 0...2, using: &generator))
        return .repeated(random(depth - 1, &generator), least, most)
      }
    }
  }

  @Test func agreesWithASlowMatcher() throws {
    var generator = SeededGenerator(seed: 51)
    var matched = 0
    for _ in 0..<700 {
      let pattern = Pattern.random(3, &generator)
      let simulated = try RegexProgram.compile(Text(pattern.text), forReuse: false)
      let tabled = try RegexProgram.compile(Text(pattern.text))
      for _ in 0..<6 {
        let length = Int.random(in: 0...6, using: &generator)
        let text = (0..<length).map { _ in "aabé \n".randomElement(using: &generator) ?? "a" }
        let expected = (0...length).contains { !pattern.ends(text, from: $0).isEmpty }
        let place = "\(pattern.text) on \(String(text).debugDescription)"
        #expect(simulated.matches(Text(String(text))) == expected, "\(place)")
        #expect(tabled.matches(Text(String(text))) == expected, "\(place)")
        if expected { matched += 1 }
      }
    }
    #expect(1000...3500 ~= matched)
  }
}
