import ArgumentParser
import Platform
import RulePacks

/// The command line, which other executables may run with kinds of their own.
public struct BinhXetCommand: ParsableCommand {
  /// The kinds that packs may use.
  static var kinds: KindRegistry { kindSource.kinds() }

  /// Bound for the duration of `main(kinds:)`.
  @TaskLocal private static var kindSource = KindSource { .builtIn }

  public static let version = "0.1.0"

  /// In the order of the help text.
  static let subcommands: [any ParsableCommand.Type] = [
    CheckCommand.self, MergeCommand.self, ExplainCommand.self, EvalCommand.self, TestCommand.self,
    LintCommand.self,
    FormatCommand.self,
    DiffCommand.self,
    TraceCommand.self, ExampleCommand.self,
    KindsCommand.self, SchemaCommand.self,
    CompileCommand.self,
  ]

  /// The pack that is being opened meanwhile; bound for the duration of `main(kinds:)`.
  @TaskLocal static var earlyPack: EarlyPack?

  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "binhxet",
      abstract: "Checks records against rule packs of emulation and commendation.",
      discussion: """
        A pack is a folder of rules in JSON. Records are JSON or NDJSON, one object a unit, individual or nomination.

        Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 the pack is invalid, 3 some records were \
        rejected, 64 wrong usage, 66 input could not be opened, 70 a fault of the program, 74 output could not be \
        written.
        """,
      version: version,
      subcommands: subcommands)
  }

  public init() {}

  /// Parses the arguments of the process and runs the command with these kinds.
  public static func main(kinds: @autoclosure @escaping @Sendable () -> KindRegistry) {
    Heap.growInLargePieces()
    let arguments = CommandLine.arguments.dropFirst()
    let early = EarlyPack.beginning(arguments, kinds)
    $kindSource.withValue(KindSource(kinds: kinds)) {
      $earlyPack.withValue(early) {
        guard var command = command(arguments) else { return main() }
        do { try command.run() } catch { exit(withError: error) }
      }
    }
  }

  /// The command that the arguments name, read as if there were no other: to look through the whole tool, and through
  /// the command twice, takes the parser longer than to read a small pack.
  ///
  /// - Returns: nil where they name none or are not what it takes, which the parser of the whole tool has words for.
  private static func command(_ arguments: ArraySlice<String>) -> (any ParsableCommand)? {
    guard let name = arguments.first,
      let named = subcommands.first(where: { $0.configuration.commandName == name }),
      let command = try? named.parseAsRoot(Array(arguments.dropFirst())), type(of: command) == named
    else { return nil }
    return command
  }
}
