// What is exported is one name for what each system calls otherwise. All of Foundation would bring its calendars and
// locales along: two thousand conformances more, which the runtime searches one after the other whenever it meets a type
// for the first time.

#if canImport(FoundationEssentials)
  @_exported import FoundationEssentials
#else
  @_exported import Foundation
#endif

#if canImport(Darwin)
  @_exported import Darwin
#elseif canImport(Musl)
  @_exported import Musl
#else
  @_exported import Glibc
#endif
