import CEL
import JSON

/// A language of messages and reports.
public enum Language: Sendable, CaseIterable {
  case vi, en
}

extension LocalizedText {
  public subscript(language: Language) -> Text {
    switch language {
    case .vi: vi
    case .en: en
    }
  }
}
