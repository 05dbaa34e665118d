/// What is known of two states of a criterion, over records in which everything is given and nothing is in error.
struct Inclusion: Equatable {
  /// Whoever violated it before violates it now; and the other way round.
  var violatedGrows: Bool
  var violatedShrinks: Bool
  /// Whoever met it before meets it now; and the other way round.
  var satisfiedGrows: Bool
  var satisfiedShrinks: Bool
  /// It binds the same records.
  var bindsSame: Bool

  /// They are the same.
  static let same = Inclusion(
    violatedGrows: true, violatedShrinks: true, satisfiedGrows: true, satisfiedShrinks: true, bindsSame: true)
  /// Nothing is known.
  static let none = Inclusion(
    violatedGrows: false, violatedShrinks: false, satisfiedGrows: false, satisfiedShrinks: false,
    bindsSame: false)

  /// What holds of both.
  func joined(_ other: Inclusion) -> Inclusion {
    Inclusion(
      violatedGrows: violatedGrows && other.violatedGrows,
      violatedShrinks: violatedShrinks && other.violatedShrinks,
      satisfiedGrows: satisfiedGrows && other.satisfiedGrows,
      satisfiedShrinks: satisfiedShrinks && other.satisfiedShrinks,
      bindsSame: bindsSame && other.bindsSame)
  }

  /// By whom it fails; of the same failures by whom it is met.
  var effect: Effect {
    switch (violatedGrows, violatedShrinks) {
    case (true, false): .stricter
    case (false, true): .looser
    case (false, false): .incomparable
    case (true, true): Self.effect(grows: satisfiedGrows, shrinks: satisfiedShrinks)
    }
  }

  /// By whom it is met.
  var effectOnEligible: Effect { Self.effect(grows: satisfiedGrows, shrinks: satisfiedShrinks) }

  private static func effect(grows: Bool, shrinks: Bool) -> Effect {
    switch (grows, shrinks) {
    case (true, true): .same
    case (true, false): .looser
    case (false, true): .stricter
    case (false, false): .incomparable
    }
  }
}
