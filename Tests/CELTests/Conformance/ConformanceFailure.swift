import CEL
import JSON

/// How a test of the suite fails.
enum ConformanceFailure {
  case parsing([Diagnostic])
  case checking([Diagnostic])
  case deduced(Text, not: Text)
  case gave(Value, not: Value)
  case gaveNoError(Value)
  case gaveError(EvaluationError)
}
