import ArgumentParser

/// Exit codes of the command line (DESIGN §9); the first that applies wins.
enum ExitStatus: Int32 {
  case fault = 70
  case outputFailed = 74
  case inputUnreadable = 66
  case usage = 64
  case packInvalid = 2
  case recordsRejected = 3
  case findings = 1
  case clean = 0

  var error: ExitCode { ExitCode(rawValue) }
}
