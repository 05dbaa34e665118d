import CEL
import JSON

/// Values as people of a language read them: Vietnamese has a decimal comma and dd/MM/yyyy.
public struct ValueText: Sendable {
  public let language: Language
  /// Decimals beyond which a number is shown rounded, with `≈` before it.
  public static let places = 6
  /// Decimals of a rounded number that need not be told apart from another.
  private static let fewestPlaces = 2

  public init(_ language: Language) { self.language = language }

  public func text(_ value: Value) -> Text {
    switch value {
    case .null: "null"
    case .bool(let bool): bool ? choose("có", "yes") : choose("không", "no")
    case .int(let int): Text("\(int)")
    case .uint(let uint): Text("\(uint)")
    case .double(let double): separated(double.shortestText)
    case .decimal(let decimal): number(decimal)
    case .ratio(let ratio):
      (try? ratio.decimal()).map(number)
        ?? separated(ratio.numerator.text + "/" + ratio.denominator.text)
    case .string(let text): text
    case .bytes(let bytes): Text(utf8: bytes)
    case .timestamp(let timestamp): timestamp.text
    case .duration(let duration): duration.text
    case .date(let date): day(date)
    case .period(let period): self.period(period)
    case .enumeration(let member): title(member)
    case .list(let list): join(list.elements.map(text))
    case .map, .record: "…"
    case .optional(let optional): optional.value.map(text) ?? choose("không có", "none")
    case .type(let type): type.type.text
    case .unknown: choose("chưa rõ", "not given")
    case .error: choose("lỗi", "error")
    }
  }

  /// A calendar day.
  public func day(_ date: CivilDate) -> Text {
    guard language == .vi else { return date.text }
    return Text("\(Self.padded(date.day))/\(Self.padded(date.month))/\(date.year)")
  }

  /// A calendar period: `quý IV/2021`, `Q4 2021`; months are English as days are, `2021-06`.
  public func period(_ period: Period) -> Text {
    switch (period.kind, language) {
    case (.year, _), (.month, .en): return period.text
    case (.month, .vi): return Text("tháng \(period.number)/\(period.year)")
    case (.quarter, .vi):
      let numeral =
        switch period.number {
        case 1: "I"
        case 2: "II"
        case 3: "III"
        default: "IV"
        }
      return Text("quý \(numeral)/\(period.year)")
    case (.quarter, .en): return Text("Q\(period.number) \(period.year)")
    case (.halfYear, .vi): return Text("6 tháng \(period.number == 1 ? "đầu" : "cuối") năm \(period.year)")
    case (.halfYear, .en): return Text("H\(period.number) \(period.year)")
    }
  }

  /// A name that may be a day or a period in the form that data have.
  func key(_ name: Text) -> Text {
    if let day = try? CivilDate(name) { return self.day(day) }
    return (try? Period(name)).map(period) ?? name
  }

  /// A number, and where it has more decimals than are shown, only so many that it lies on its side of each bound.
  public func text(_ value: Value, apartFrom bounds: [Value]) -> Text {
    guard let exact = Self.decimal(value), exact.rounded(.halfEven, places: Self.places) != exact else {
      return text(value)
    }
    let bounds = bounds.compactMap(Self.decimal)
    for places in Self.fewestPlaces..<Decimal.maximumScale {
      let rounded = exact.rounded(.halfEven, places: places)
      let isApart = bounds.allSatisfy { exact.compared(to: $0) == rounded.compared(to: $0) }
      if isApart { return "≈ " + separated(rounded.text) }
    }
    return separated(exact.text)
  }

  private static func decimal(_ value: Value) -> Decimal? {
    switch value {
    case .int(let int): Decimal(int)
    case .decimal(let decimal): decimal
    case .ratio(let ratio): try? ratio.decimal()
    default: nil
    }
  }

  /// A value in the form that data and cases have, whatever people read.
  public static func plain(_ value: Value) -> Text {
    if case .period(let period) = value { period.text } else { ValueText(.en).text(value) }
  }

  /// The title of an enum's member, or its name where it has none.
  public func title(_ member: EnumValue) -> Text {
    member.type.titles[Int(member.index)]?[language] ?? member.name
  }

  /// A value that is compared with members of an enum: names go by the titles of its members.
  func text(_ value: Value, among type: EnumType) -> Text {
    switch value {
    case .string(let name): type.index(of: name).flatMap { type.titles[$0]?[language] } ?? name
    case .list(let list): join(list.elements.map { text($0, among: type) })
    default: text(value)
    }
  }

  public func join(_ texts: [Text], separator: Text = "; ") -> Text {
    var joined: Text = ""
    for (index, text) in texts.enumerated() {
      if index > 0 { joined += separator }
      joined += text
    }
    return joined
  }

  private func number(_ decimal: Decimal) -> Text {
    let rounded = decimal.rounded(.halfEven, places: Self.places)
    return rounded == decimal ? separated(rounded.text) : "≈ " + separated(rounded.text)
  }

  private func separated(_ number: Text) -> Text {
    guard language == .vi else { return number }
    return Text(utf8: number.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: ",") : $0 })
  }

  private func choose(_ vi: Text, _ en: Text) -> Text { language == .vi ? vi : en }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension ValueText {
  /// The name of a failing item: a text, or the text of a scalar.
  static func name(_ value: Value) -> Text? {
    switch value {
    case .string(let text): text
    case .enumeration(let member): member.name
    case .unknown, .error, .null: nil
    default: plain(value)
    }
  }
}
