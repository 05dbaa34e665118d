import CEL
import JSON

extension HistoryKind {
  /// The formulas of a chain of years, told by how many years they lie back.
  struct Chain {
    let years: Years
    let ending: Text
    let least: Text
    let span: Span
    let after: Events?
    let restarts: [Events]
    let counts: [Count]

    enum Years {
      case keyed(list: Text, condition: Text)
      case events(Events)

      var texts: [Text] {
        switch self {
        case .keyed(let list, let condition): [list, condition]
        case .events(let events): events.texts
        }
      }
    }

    struct Events {
      let list: Text
      let year: Text
      let condition: Text?

      func any(_ years: String) -> String {
        "\(list).exists(item, \(year) \(years)\(condition.map { " && \($0)" } ?? ""))"
      }

      func every(_ years: String) -> String {
        "\(list).all(item, \(condition.map { "!\($0) || " } ?? "")\(year) \(years))"
      }

      var texts: [Text] { [list, year] + (condition.map { [$0] } ?? []) }
    }

    struct Count {
      let years: Years
      let least: Text
      let name: Text
    }

    struct Span {
      /// Nil where an expression tells it.
      let least: Int64?
      let longest: Int64
      var years: String { Self.list(0, longest - 1) }
      /// The same for reports.
      var range: String { "lists.range(\(longest))" }

      static func list(_ first: Int64, _ last: Int64) -> String {
        "[" + (first...last).map { "\($0)" }.joined(separator: ", ") + "]"
      }
    }

    /// Names of loops that no author's text mentions.
    private let names: (back: Text, gaps: Text, length: Text, count: Text)

    init(
      years: Years, ending: Text, least: Text, span: Span, after: Events?, restarts: [Events], counts: [Count]
    ) {
      self.years = years
      self.ending = ending
      self.least = least
      self.span = span
      self.after = after
      self.restarts = restarts
      self.counts = counts

      var texts = [ending, least] + years.texts
      for events in [after].compactMap({ $0 }) + restarts { texts += events.texts }
      for count in counts { texts += count.years.texts }
      names = (
        Hygiene.fresh("back", in: texts), Hygiene.fresh("gaps", in: texts),
        Hygiene.fresh("length", in: texts), Hygiene.fresh("counted", in: texts)
      )
    }

    /// Whether the year so many years back meets the condition.
    private func meets(_ back: String) -> String { meets(years, back) }

    private func meets(_ years: Years, _ back: String) -> String {
      switch years {
      case .keyed(let list, let condition): "[\(list).keyed(\(ending) - \(back))].exists(item, \(condition))"
      case .events(let events): events.any("== \(ending) - \(back)")
      }
    }

    /// The same for a year that also lies after what must come before.
    private func stands(_ back: String) -> String {
      ([meets(back)] + bounds { "< \(ending) - \(back)" }).joined(separator: " && ")
    }

    private func bounds(_ years: () -> String) -> [String] {
      [after.map { $0.any(years()) }].compactMap { $0 } + restarts.map { $0.every(years()) }
    }

    var requires: Text {
      let length = names.length
      if let years = span.least {
        if counts.isEmpty || span.longest == years { return Text(holds(String(years))) }
        return Text("\(Span.list(years, span.longest)).exists(\(length), \(holds("\(length)")))")
      }
      let lengths = Span.list(1, span.longest)
      // Without counts a longer chain proves no more than one of just enough years.
      let relation = counts.isEmpty ? "==" : ">="
      return Text("\(lengths).exists(\(length), \(length) \(relation) \(least) && \(holds("\(length)")))")
    }

    /// Whether a chain of this length stands, with what must be in it.
    private func holds(_ length: String) -> String {
      let back = names.back
      let chain =
        span.least.map { "\($0)" } == length
        ? "\(Span.list(0, (span.least ?? 1) - 1)).all(\(back), \(meets("\(back)")))"
        : "\(span.years).all(\(back), \(back) >= \(length) || \(meets("\(back)")))"
      let often = counts.map { count -> String in
        switch count.years {
        case .keyed:
          """
          \(span.years).existsAtLeast(\(count.least), \(back), \(back) < \(length) && \
          \(meets(count.years, "\(back)")))
          """
        case .events(let events):
          "\(events.list).existsAtLeast(\(count.least), item, \(inside(events, length)))"
        }
      }
      return ([chain] + bounds { "<= \(ending) - \(length)" } + often).joined(separator: " && ")
    }

    /// A text over the years that don't surely stand, which are found once.
    private func withGaps(_ body: (_ gaps: String) -> String) -> String {
      let (back, gaps, _, _) = names
      let found = "\(span.range).filter(\(back), !isKnownTrue(\(stands("\(back)"))))"
      return "cel.bind(\(gaps), \(found), \(body("\(gaps)")))"
    }

    /// How many years stand before the first gap.
    private func length(_ gaps: String) -> String { "(\(gaps) == [] ? \(span.longest) : \(gaps)[0])" }

    /// The years that surely stand, without a gap.
    var length: Text { Text(withGaps(length)) }

    /// Years short; with enough years, what is short of the counts.
    var distance: Text {
      let name = "\(names.length)"
      let short = counts.map { "math.greatest(0, \($0.least) - \(known($0, name)))" }
      return Text(
        """
        cel.bind(\(name), \(length), \(name) < \(least) ? \(least) - \(name) : \
        \(short.isEmpty ? "0" : short.joined(separator: " + ")))
        """)
    }

    /// Whether an event lies within a chain of this length.
    private func inside(_ events: Events, _ length: String) -> String {
      """
      \(events.year) <= \(ending) && \(events.year) > \(ending) - \(length)\
      \(events.condition.map { " && \($0)" } ?? "")
      """
    }

    /// How often it surely happened in a chain of this length, or in the years asked where the chain is shorter.
    private func known(_ count: Count, _ length: String) -> String {
      let length = "math.greatest(\(length), \(least))"
      switch count.years {
      case .keyed:
        let back = names.back
        return """
          size(\(span.range).filter(\(back), \(back) < \(length) && \
          isKnownTrue(\(meets(count.years, "\(back)")))))
          """
      case .events(let events):
        return "size(\(events.list).filter(item, isKnownTrue(\(inside(events, length)))))"
      }
    }

    /// The years asked that don't surely stand, then each count that is short, as `name 2/3`.
    var failing: Text {
      let (back, _, length, counted) = names
      let short = counts.map { count in
        """
        cel.bind(\(counted), \(known(count, "\(length)")), \(counted) >= \(count.least) ? [] : \
        [\((count.name + " ").celLiteral) + string(\(counted)) + "/" + string(\(count.least))])
        """
      }
      return Text(
        withGaps { gaps in
          let years =
            "\(gaps).filter(\(back), \(back) < \(least)).map(\(back), string(\(ending) - \(back)))"
          if short.isEmpty { return years }
          let all = ([years] + short).joined(separator: " + ")
          return "cel.bind(\(length), \(self.length(gaps)), \(all))"
        })
    }
  }
}
