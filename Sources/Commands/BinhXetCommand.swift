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

  /// Every command, in the order of the help text.
  static let allCommands: [any ParsableCommand.Type] = [
    CheckCommand.self, MergeCommand.self, ExplainCommand.self, EvalCommand.self, TestCommand.self,
    LintCommand.self,
    FormatCommand.self,
    DiffCommand.self,
    TraceCommand.self, ExampleCommand.self,
    KindsCommand.self, SchemaCommand.self,
    CompileCommand.self,
  ]

  /// The commands that the arguments may turn to; bound for the duration of `main(kinds:)`.
  @TaskLocal static var commands = allCommands

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
      subcommands: commands)
  }

  public init() {}

  /// Parses the arguments of the process and runs the command with these kinds.
  public static func main(kinds: @autoclosure @escaping @Sendable () -> KindRegistry) {
    Heap.growInLargePieces()
    let arguments = CommandLine.arguments.dropFirst()
    let early = EarlyPack.beginning(arguments, kinds)
    let commands = commands(for: arguments)
    $kindSource.withValue(KindSource(kinds: kinds)) {
      $commands.withValue(commands) { $earlyPack.withValue(early) { main() } }
    }
  }

  /// The command that the arguments name, alone: the parser looks into every command it knows, which took longer than
  /// to read a small pack. All of them where none is named, or where the arguments ask about the whole tool.
  static func commands(for arguments: some Collection<String>) -> [any ParsableCommand.Type] {
    let asksForAll = arguments.contains {
      $0.hasPrefix("--generate-completion-script") || $0.hasPrefix("--experimental-dump-help")
    }
    guard !asksForAll, let name = arguments.first,
      let named = allCommands.first(where: { $0.configuration.commandName == name })
    else { return allCommands }
    return [named]
  }
}
