import CEL
import JSON
import Platform
import Synchronization

/// Named time zones by the host's database, each read once.
enum TimeZoneNames {
  static var offset: CallContext.TimeZoneHook {
    let zones = Zones()
    return { zones[$0]?.offset(at: $1) }
  }

  private final class Zones: Sendable {
    private let known = Mutex<[Text: ZoneFile?]>([:])

    subscript(name: Text) -> ZoneFile? {
      known.withLock { known in
        if let zone = known[name] { return zone }
        let zone = ZoneFile(named: name.string)
        known[name] = zone
        return zone
      }
    }
  }
}
