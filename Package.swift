// swift-tools-version: 6.2

import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// The release binary brings everything with it, the C library too: to find and bind libraries took longer than to judge a
/// record, and a machine that runs it needs none. The libraries are those that the essentials of Foundation rest on; an
/// object compiled to link dynamically doesn't name them. Systems that keep static libraries apart from their headers
/// (Fedora: `glibc-static libstdc++-static zlib-static`) need them to link.
let wholeBinary = ["-static-executable", "-use-ld=lld", "-l_FoundationCShims", "-l_FoundationCollections"]

let package = Package(
  name: "BinhXet",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "binhxet", targets: ["binhxet"]),
    .library(name: "BinhXet", targets: ["BinhXet"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .executableTarget(
      name: "Benchmark",
      dependencies: [
        "Reports", "Records", "RulePacks", "Populations", "Evaluator", "CEL", "JSON",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "binhxet", dependencies: ["Commands", "RulePacks"],
      linkerSettings: [.unsafeFlags(wholeBinary, .when(platforms: [.linux], configuration: .release))]),
    .executableTarget(
      name: "own-kind", dependencies: ["BinhXet"], path: "Examples/own-kind",
      exclude: ["README.md", "rules", "units.ndjson"]),
    .target(name: "BinhXet", dependencies: ["Commands", "RulePacks", "Evaluator", "CEL", "JSON"]),
    .target(
      name: "Commands",
      dependencies: [
        "Reports", "RuleReview", "Columns", "Records", "RulePacks", "Populations", "Evaluator", "CEL", "JSON",
        "Platform", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(
      name: "Reports",
      dependencies: ["RuleReview", "Records", "RulePacks", "Populations", "Evaluator", "CEL", "JSON"]),
    .target(
      name: "RuleReview", dependencies: ["RulePacks", "Populations", "Evaluator", "CEL", "JSON", "Platform"]),
    .target(name: "Columns", dependencies: ["Records", "Populations", "Evaluator", "CEL", "JSON"]),
    .target(name: "Records", dependencies: ["Evaluator", "CEL", "JSON", "Platform", "Zlib"]),
    .systemLibrary(name: "Zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "RulePacks", dependencies: ["Populations", "Evaluator", "CEL", "JSON", "Platform"]),
    .target(name: "Populations", dependencies: ["Evaluator", "CEL", "JSON"]),
    .target(name: "Evaluator", dependencies: ["CEL", "JSON"]),
    .target(name: "CEL", dependencies: ["JSON"]),
    .target(name: "JSON"),
    .target(
      name: "Platform", dependencies: [.target(name: "Malloc", condition: .when(platforms: [.linux]))]),
    .systemLibrary(name: "Malloc"),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Reports", "RuleReview", "Records", "RulePacks", "Populations", "Evaluator", "CEL", "JSON",
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "RuleReviewTests",
      dependencies: [
        "Reports", "RuleReview", "Records", "RulePacks", "Populations", "Evaluator", "CEL", "JSON",
      ],
      exclude: ["Planted/defects.json"]),
    .testTarget(
      name: "ColumnsTests",
      dependencies: ["Columns", "RulePacks", "Records", "Populations", "Evaluator", "CEL", "JSON"]),
    .testTarget(name: "RecordsTests", dependencies: ["Records", "Evaluator", "CEL", "JSON"]),
    .testTarget(name: "RulePacksTests", dependencies: ["RulePacks", "Evaluator", "CEL", "JSON"]),
    .testTarget(
      name: "PopulationsTests",
      dependencies: ["RulePacks", "Records", "Populations", "Evaluator", "CEL", "JSON"]),
    .testTarget(name: "EvaluatorTests", dependencies: ["Evaluator", "CEL", "JSON"]),
    .testTarget(name: "CELTests", dependencies: ["CEL", "JSON"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON"]),
    .testTarget(name: "PlatformTests", dependencies: ["Platform"]),
    .testTarget(
      name: "CommandsTests",
      dependencies: [
        "Commands", "Reports", "RuleReview", "Columns", "Records", "RulePacks", "Populations", "Evaluator",
        "CEL",
        "JSON", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
  ]
)

/// Modules that must also build with Embedded Swift for a browser; what it refuses is an error here already.
let embeddable: Set = ["JSON", "CEL", "Evaluator", "Populations"]

for target in package.targets where target.type != .system {
  target.swiftSettings = (target.swiftSettings ?? []) + strict
  if embeddable.contains(target.name) {
    target.swiftSettings?.append(.treatWarning("EmbeddedRestrictions", as: .error))
  }
}
