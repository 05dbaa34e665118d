/// Code points sorted into symbols: two of one symbol are the same to every step of a nfa.
struct RegexAlphabet: Sendable {
  /// Where segments begin; the first is 0. Steps see code points of one segment and one category alike.
  private let segments: [UInt32]
  private let usesCategories: Bool
  /// By segment and, where categories count, by category within the segment.
  private let symbols: [UInt16]
  /// By ASCII character.
  private var ascii: [UInt16] = []
  /// Code points that stand for their symbols, with their category.
  let samples: [(codePoint: UInt32, category: CategoryMask)]

  /// More than this and building takes longer than it saves.
  private static let largest = 4096

  /// Nil where there would be too many segments.
  init?(_ nfa: RegexNFA) {
    var boundaries: [UInt32] = [0]
    for instruction in nfa.instructions {
      if case .literal(let codePoint, _) = instruction { boundaries += [codePoint, codePoint + 1] }
    }
    var usesCategories = false
    for characterClass in nfa.classes {
      characterClass.appendBoundaries(to: &boundaries)
      usesCategories = usesCategories || characterClass.dependsOnCategory
    }
    guard boundaries.count <= Self.largest else { return nil }
    var segments: [UInt32] = []
    for boundary in boundaries.sorted() where boundary != segments.last { segments.append(boundary) }
    let categories = usesCategories ? CategoryMask.count : 1
    guard segments.count * categories <= Self.largest else { return nil }

    var known: [[Bool]: UInt16] = [:]
    var symbols: [UInt16] = []
    var samples: [(codePoint: UInt32, category: CategoryMask)] = []
    for segment in segments {
      for number in 0..<categories {
        let category = CategoryMask.numbered(number)
        var seen: [Bool] = []
        for instruction in nfa.instructions {
          if case .literal(let codePoint, _) = instruction { seen.append(codePoint == segment) }
        }
        for characterClass in nfa.classes {
          seen.append(characterClass.contains(segment, category: category))
        }
        if let symbol = known[seen] {
          symbols.append(symbol)
        } else {
          known[seen] = UInt16(samples.count)
          symbols.append(UInt16(samples.count))
          samples.append((segment, category))
        }
      }
    }
    self.segments = segments
    self.usesCategories = usesCategories
    self.symbols = symbols
    self.samples = samples
    ascii = (0..<128).map { find($0) }
  }

  /// The number of symbols.
  var count: Int { samples.count }

  /// The symbol of an ASCII character.
  func symbol(ofASCII character: UInt8) -> Int { Int(ascii[Int(character)]) }

  /// The symbol of a code point; logarithmic in the number of segments.
  func symbol(of codePoint: UInt32) -> Int { Int(find(codePoint)) }

  private func find(_ codePoint: UInt32) -> UInt16 {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle] <= codePoint { low = middle } else { high = middle }
    }
    return usesCategories
      ? symbols[low * CategoryMask.count + CategoryMask.number(of: codePoint)] : symbols[low]
  }
}
