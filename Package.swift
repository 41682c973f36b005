// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// Dependencies point down only: each target may import those above it in this list.
let package = Package(
    name: "entente",
    dependencies: [
    ],
    targets: [
        .systemLibrary(
            name: "CGit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
        .target(name: "Git", dependencies: ["CGit2"], swiftSettings: strict),
        .testTarget(name: "GitTests", dependencies: ["Git"], swiftSettings: strict),
    ]
)
