import Evaluator
import JSON

/// Colours of a terminal; without, everything is plain.
struct Ink {
  let isOn: Bool

  enum Shade: String {
    case red = "31"
    case green = "32"
    case yellow = "33"
    case cyan = "36"
    case bold = "1"
    case faint = "2"
  }

  func callAsFunction(_ text: Text, _ shade: Shade) -> Text {
    isOn ? "\u{1B}[" + Text(shade.rawValue) + "m" + text + "\u{1B}[0m" : text
  }

  func callAsFunction(_ text: Text, _ outcome: Outcome) -> Text {
    switch outcome {
    case .satisfied: self(text, .green)
    case .violated: self(text, .red)
    case .undetermined: self(text, .yellow)
    case .notYetDue: self(text, .cyan)
    case .notApplicable: self(text, .faint)
    }
  }

  func callAsFunction(_ text: Text, _ standing: Verdict.Standing) -> Text {
    switch standing {
    case .eligible: self(text, .green)
    case .ineligible: self(text, .red)
    case .undetermined: self(text, .yellow)
    case .notApplicable: self(text, .faint)
    }
  }
}
