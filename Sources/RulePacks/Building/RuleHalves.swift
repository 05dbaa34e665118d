import Dispatch
import JSON
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The rules of a pack compiled by two cores, half by each.
///
/// Defects hang together with what was reported before them, so a pack with one is compiled again, one rule after the
/// other: what is told of it, and in which order, never depends on threads.
struct RuleHalves {
  /// Below this many rules, a thread costs more than it saves.
  private static let leastCount = 40

  /// What becomes of each rule, in order.
  ///
  /// - Returns: nil where it is not worth while, or a rule has a defect; nothing was reported then.
  static func compile(_ entries: [RuleSet.Entry], _ builder: RuleBuilder) -> [CompiledEntry]? {
    guard builder.log.defects.isEmpty, entries.count >= leastCount,
      sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1
    else { return nil }
    let middle = middle(of: entries)
    // The builder of the load waits meanwhile, so what it has compiled can be added to; the other half has its own.
    nonisolated(unsafe) let builders = [
      builder.reporting(to: DefectLog()), builder.reporting(to: DefectLog(), anew: true),
    ]
    let halves = Mutex<[[CompiledEntry]]>([[], []])
    DispatchQueue.concurrentPerform(iterations: builders.count) { place in
      let builder = builders[place]
      var rules: [CompiledEntry] = []
      for entry in place == 0 ? entries[..<middle] : entries[middle...] {
        rules.append(builder.compiled(entry))
        if !builder.log.defects.isEmpty { return }
      }
      halves.withLock { [rules] in $0[place] = rules }
    }
    guard builders.allSatisfy({ $0.log.defects.isEmpty }) else { return nil }
    for half in builders { builder.log.add(half.log) }
    return halves.withLock { Array($0.joined()) }
  }

  /// Where half of the text of all rules lies before and half behind.
  private static func middle(of entries: [RuleSet.Entry]) -> Int {
    let sizes = entries.map { $0.declaration.node.range.count }
    let half = sizes.reduce(0, +) / 2
    var sum = 0
    return sizes.firstIndex { size in
      sum += size
      return sum >= half
    } ?? entries.count
  }
}
