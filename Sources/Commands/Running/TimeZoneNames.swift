import CEL
import Foundation
import JSON

/// Named time zones by the host's database.
enum TimeZoneNames {
  static let offset: CallContext.TimeZoneHook = { zone, seconds in
    TimeZone(identifier: zone.string).map {
      Int32($0.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
    }
  }
}
