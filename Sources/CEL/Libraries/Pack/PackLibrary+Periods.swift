import JSON

/// Calendar periods: `period`, `periodOf`, their days and neighbours.
extension PackLibrary {
  static let periods: [FunctionDeclaration] = [
    FunctionDeclaration(
      "period",
      [
        Overload("period_to_period", [.period], .period), Overload("string_to_period", [.string], .period),
      ],
      .unary { value, _ in
        switch value {
        case .period: value
        case .string(let text): (try? Period(text)).map(Value.period) ?? .unconvertible(text, "period")
        default: nil
        }
      }),
    FunctionDeclaration(
      "periodOf", [Overload("period_of_date", [.date, .string], .period)],
      .binary { value, kind, _ in
        guard case .date(let date) = value, case .string(let name) = kind else { return nil }
        guard let kind = PeriodKind(name) else {
          return .error(EvaluationError(.invalidArgument, [name, "month, quarter, halfYear, year"]))
        }
        return .period(Period(kind, containing: date))
      }),
    part("first", .date) { .date($0.firstDay) }, part("last", .date) { .date($0.lastDay) },
    part("year", .int) { .int(Int64($0.year)) },
    part("next", .period) { $0.next.map(Value.period) ?? .overflow("next") },
    part("previous", .period) { $0.previous.map(Value.period) ?? .overflow("previous") },
    FunctionDeclaration(
      "contains", [Overload("period_contains_date", member: true, [.period, .date], .bool)],
      .binary { value, day, _ in
        guard case .period(let period) = value, case .date(let date) = day else { return nil }
        return .bool(period.contains(date))
      }),
  ]

  private static func part(
    _ name: Text, _ result: CELType, _ part: @escaping @Sendable (Period) -> Value
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name, [Overload("period_" + name, member: true, [.period], result)],
      .unary { value, _ in
        guard case .period(let period) = value else { return nil }
        return part(period)
      })
  }
}

extension PeriodKind {
  /// By the name that `periodOf` takes.
  fileprivate init?(_ name: Text) {
    switch name {
    case "month": self = .month
    case "quarter": self = .quarter
    case "halfYear": self = .halfYear
    case "year": self = .year
    default: return nil
    }
  }
}
