import CEL
import JSON

/// Offset from UTC in seconds of a named time zone at an instant, as the host knows it (`Intl` in JavaScript).
///
/// The only import of the module.
let hostTimeZone: CallContext.TimeZoneHook = { zone, epochSeconds in
  let offset = zone.utf8.withUnsafeBufferPointer { zoneOffset($0.baseAddress, $0.count, epochSeconds) }
  return offset == .min ? nil : offset
}

/// `Int32.min` where the host knows no such zone.
@_extern(wasm, module: "host", name: "zone_offset")
private func zoneOffset(_ name: UnsafePointer<UInt8>?, _ count: Int, _ epochSeconds: Int64) -> Int32
