import JSON

/// Days of the calendar: `date`, their parts, and days, months and years on.
extension PackLibrary {
  static let dates: [FunctionDeclaration] = [
    FunctionDeclaration(
      "date",
      [
        Overload("date_to_date", [.date], .date), Overload("string_to_date", [.string], .date),
        Overload("ymd_to_date", [.int, .int, .int], .date),
      ], .variadic { arguments, _ in date(arguments) }),
    FunctionDeclaration(
      "date", [Overload("timestamp_to_date", [.timestamp], .date)], traits: .readsContext,
      .unary { value, context in
        guard case .timestamp(let timestamp) = value else { return nil }
        let offset = ZoneOffset(seconds: context.packOffset)
        return timestamp.date(at: offset).map(Value.date) ?? .outOfRange(value)
      }),
    part("year") { $0.year }, part("month") { $0.month }, part("day") { $0.day },
    part("quarter") { $0.quarter }, part("halfYear") { $0.halfYear },
    moved("addDays") { (date, count) in try? date.adding(days: count) },
    moved("addMonths") { (date, count) in try? date.adding(months: count) },
    moved("addYears") { (date, count) in try? date.adding(years: count) },
    FunctionDeclaration(
      "days", [Overload("days_date_date", [.date, .date], .int)],
      .binary { left, right, _ in
        guard case .date(let from) = left, case .date(let to) = right else { return nil }
        return .int(from.days(until: to))
      }),
  ]

  private static func date(_ arguments: [Value]) -> Value? {
    if arguments.count == 3, case .int(let year) = arguments[0], case .int(let month) = arguments[1],
      case .int(let day) = arguments[2]
    {
      let parts = [year, month, day].map { Int(clamping: $0) }
      return CivilDate(year: parts[0], month: parts[1], day: parts[2]).map(Value.date)
        ?? .error(
          EvaluationError(.rangeError, [[year, month, day].map(Text.init(integer:)).joined(by: "-")]))
    }
    guard arguments.count == 1 else { return nil }
    switch arguments[0] {
    case .date: return arguments[0]
    case .string(let text): return (try? CivilDate(text)).map(Value.date) ?? .unconvertible(text, "date")
    default: return nil
    }
  }

  private static func part(
    _ name: Text, _ part: @escaping @Sendable (CivilDate) -> Int
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name, [Overload("date_" + name, member: true, [.date], .int)],
      .unary { value, _ in
        guard case .date(let date) = value else { return nil }
        return .int(Int64(part(date)))
      })
  }

  /// The end of a shorter month stands for the days that it lacks; outside the years 1 … 9999 is an overflow.
  private static func moved(
    _ name: Text, _ move: @escaping @Sendable (CivilDate, Int64) -> CivilDate?
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name, [Overload("date_" + name, member: true, [.date, .int], .date)],
      .binary { value, count, _ in
        guard case .date(let date) = value, case .int(let count) = count else { return nil }
        return move(date, count).map(Value.date) ?? .overflow(name)
      })
  }
}
