// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "BinhXet",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "JSON"),
    .target(name: "CEL", dependencies: ["JSON"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON"]),
    .testTarget(name: "CELTests", dependencies: ["CEL", "JSON"]),
  ]
)

for target in package.targets {
  target.swiftSettings = (target.swiftSettings ?? []) + strict
}
