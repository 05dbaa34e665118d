import ArgumentParser
import Dispatch
import Evaluator
import Platform
import RulePacks
import Synchronization

/// A pack that a second thread opens while the arguments are parsed, which takes as long as to read a small pack.
///
/// Which pack that will be is a guess from the bare arguments; what the parsed ones don't ask for is left where it is. Where
/// the second thread doesn't get its turn, the one that needs the pack opens it.
final class EarlyPack: Sendable {
  /// Absolute, without links.
  private let folder: String
  private let open: @Sendable () -> PackLoading
  private let isBegun = Atomic<Bool>(false)
  private let loading = Mutex<PackLoading?>(nil)
  private let isOpen = DispatchSemaphore(value: 0)

  /// Looks at the other thread before this one sleeps, of less than a microsecond each: to be woken takes longer than what
  /// is left to wait for.
  private static let looks = 10_000

  private init(_ place: PackPlace, _ open: @escaping @Sendable () -> PackLoading) {
    folder = place.folder
    self.open = open
  }

  /// Begins to open the pack that the arguments seem to name.
  ///
  /// - Parameters:
  ///   - arguments: from the command's name on.
  ///   - kinds: asked for on the second thread.
  ///   - environment: where the cache is looked for.
  /// - Returns: nil where there is nothing to begin with: another command, settings, no cache, no such folder.
  static func beginning(
    _ arguments: ArraySlice<String>, _ kinds: @escaping @Sendable () -> KindRegistry,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> EarlyPack? {
    let commands = [CheckCommand.configuration, ExplainCommand.configuration].map(\.commandName)
    let changes = ["--set", "--enable", "--no-cache"]
    guard commands.contains(arguments.first),
      !arguments.contains(where: { argument in changes.contains { argument.hasPrefix($0) } }),
      let cache = PackCache(environment: environment),
      let place = arguments.dropFirst().lazy.compactMap({ PackPlace($0) }).first
    else { return nil }
    let pack = EarlyPack(place) { cache.load(place, LoadOptions(), PackLoader(registry: kinds())) }
    DetachedThread.start {
      Heap.makeReady(2 << 20)
      pack.begin()?.prepare()
    }
    Heap.makeReady(3 << 19)
    return pack
  }

  /// The pack of this place; nil where it is another's that was begun.
  func loading(of place: PackPlace, _ options: LoadOptions) -> PackLoading? {
    guard place.folder == folder, options.set.isEmpty, options.enable.isEmpty else { return nil }
    begin()
    var looks = 0
    while looks < Self.looks, loading.withLock({ $0 == nil }) {
      sched_yield()
      looks += 1
    }
    isOpen.wait()
    // Whoever asks next needn't wait.
    isOpen.signal()
    return loading.withLock { $0 }
  }

  /// - Returns: the pack, to whoever came first.
  @discardableResult
  private func begin() -> CompiledPack? {
    guard !isBegun.exchange(true, ordering: .relaxed) else { return nil }
    let made = open()
    loading.withLock { $0 = made }
    isOpen.signal()
    return made.pack
  }
}
