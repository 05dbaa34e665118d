import CEL
import JSON

/// Random records of the type of `RecordFixture`, with values from so small ranges that comparisons go either way.
enum SampleGenerator {
  static func sample(_ generator: inout SeededGenerator) -> Sample {
    let communes = (0..<Int.random(in: 0...3, using: &generator)).map { _ in commune(&generator) }
    let documents = (0..<Int.random(in: 0...2, using: &generator)).map { _ in text(&generator) }
    let topics = (0..<Int.random(in: 0...3, using: &generator)).map { _ in text(&generator) }
    return .section(
      RecordFixture.unit,
      [
        text(&generator), member(RecordFixture.unitKind, &generator), member(RecordFixture.grade, &generator),
        int(&generator), decimal(&generator), date(&generator),
        .section(
          RecordFixture.figures,
          [
            decimal(&generator), int(&generator),
            .section(RecordFixture.deep, [int(&generator), int(&generator)]),
          ]),
        .list(topics),
        .keyed(["forest", "water"].map { (code: Text) in (code, indicator(code, &generator)) }),
        .list(communes), .open(documents, next: text(&generator)),
        bool(&generator), bool(&generator), bool(&generator), bool(&generator), int(&generator),
      ])
  }

  /// Some parts to take away: a few leaves, and now and then a whole section, list or item.
  static func removal(from sample: Sample, _ generator: inout SeededGenerator) -> Set<Sample.Steps> {
    let one = Int.random(in: 2...8, using: &generator)
    // A default would stand in for `places`, and the code of an item is what makes it one.
    return Set(
      sample.paths().filter { path in
        path.first != .field("places") && path.last != .field("code")
          && Int.random(in: 0..<one, using: &generator) == 0
      })
  }

  private static func commune(_ generator: inout SeededGenerator) -> Sample {
    .section(RecordFixture.commune, [text(&generator), int(&generator), bool(&generator)])
  }

  private static func indicator(_ code: Text, _ generator: inout SeededGenerator) -> Sample {
    .section(RecordFixture.indicator, [.leaf(.string(code)), decimal(&generator), bool(&generator)])
  }

  private static func bool(_ generator: inout SeededGenerator) -> Sample {
    .leaf(.bool(Bool.random(using: &generator)))
  }

  private static func int(_ generator: inout SeededGenerator) -> Sample {
    .leaf(.int(Int64.random(in: -1...4, using: &generator)))
  }

  private static func decimal(_ generator: inout SeededGenerator) -> Sample {
    let half = Int128(Int64.random(in: -2...8, using: &generator)) * 5
    return .leaf(Decimal(coefficient: half, scale: 1).map(Value.decimal) ?? .null)
  }

  private static func date(_ generator: inout SeededGenerator) -> Sample {
    .leaf(
      CivilDate(daysSinceEpoch: Int64.random(in: 18_600...18_700, using: &generator)).map(Value.date) ?? .null
    )
  }

  private static func text(_ generator: inout SeededGenerator) -> Sample {
    .leaf(.string(["x", "y", "z"].randomElement(using: &generator) ?? "x"))
  }

  private static func member(_ type: EnumType, _ generator: inout SeededGenerator) -> Sample {
    .leaf(RecordFixture.member(type, Int.random(in: 0..<type.members.count, using: &generator)))
  }
}
