import JSON

/// What clocks and calendars show at a timestamp, in UTC or in a zone that is named.
extension StandardLibrary {
  static let timestampSelectors: [FunctionDeclaration] = [
    selector("getFullYear", "timestamp_to_year") { $0.fullYear },
    selector("getMonth", "timestamp_to_month") { $0.month },
    selector("getDayOfYear", "timestamp_to_day_of_year") { $0.dayOfYear },
    selector("getDayOfMonth", "timestamp_to_day_of_month") { $0.dayOfMonth },
    selector("getDate", "timestamp_to_day_of_month_1_based") { $0.date },
    selector("getDayOfWeek", "timestamp_to_day_of_week") { $0.dayOfWeek },
    selector("getHours", "timestamp_to_hours") { $0.hours },
    selector("getMinutes", "timestamp_to_minutes") { $0.minutes },
    selector("getSeconds", "timestamp_to_seconds") { $0.seconds },
    selector("getMilliseconds", "timestamp_to_milliseconds") { $0.milliseconds },
  ]

  private static func selector(
    _ name: Text, _ id: Text, _ field: @escaping @Sendable (TimestampFields) -> Int
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name,
      [
        Overload(id, member: true, [.timestamp], .int),
        Overload(id + "_with_tz", member: true, [.timestamp, .string], .int),
      ], traits: .readsContext,
      .variadic { arguments, context in
        guard case .timestamp(let timestamp)? = arguments.first else { return nil }
        guard arguments.count > 1 else { return .int(Int64(field(timestamp.fields(at: .utc)))) }
        guard case .string(let zone) = arguments[1] else { return nil }
        guard let offset = ZoneOffset.resolve(zone, at: timestamp, names: context.timeZone) else {
          return .error(EvaluationError(.unknownTimeZone, [zone]))
        }
        return .int(Int64(field(timestamp.fields(at: offset))))
      })
  }

  static let durationSelectors: [FunctionDeclaration] = [
    length("getHours", "duration_to_hours") { $0.hours },
    length("getMinutes", "duration_to_minutes") { $0.minutes },
    length("getSeconds", "duration_to_seconds") { $0.seconds },
    length("getMilliseconds", "duration_to_milliseconds") { $0.milliseconds },
  ]

  private static func length(
    _ name: Text, _ id: Text, _ field: @escaping @Sendable (CELDuration) -> Int64
  ) -> FunctionDeclaration {
    FunctionDeclaration(
      name, [Overload(id, member: true, [.duration], .int)],
      .unary { value, _ in
        guard case .duration(let duration) = value else { return nil }
        return .int(field(duration))
      })
  }
}
