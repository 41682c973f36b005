// swift-tools-version: 6.2
import PackageDescription

// With ENTENTE_STRICT set, as in CI, warnings of these targets are errors.
let isStrict = Context.environment["ENTENTE_STRICT"] != nil

let strict: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (isStrict ? [.treatAllWarnings(as: .error)] : [])

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
// RSA only.
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")

// Dependencies point down only: each target may import those above it in this list.
let package = Package(
    name: "entente",
    products: [
        .executable(name: "entente", targets: ["entente"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(
            url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        // The paths that swift-subprocess takes.
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CGit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(
            name: "CCMark", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .target(name: "CommonMark", dependencies: ["CCMark"], swiftSettings: strict),
        .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict),
        .target(name: "CLateCertificates"),
        .target(name: "Git", dependencies: ["CGit2", "CLateCertificates"], swiftSettings: strict),
        .target(
            name: "SSHSignature", dependencies: [crypto, cryptoExtras], swiftSettings: strict),
        .target(name: "Terms", dependencies: ["Yams", crypto], swiftSettings: strict),
        .target(name: "Redline", dependencies: ["Terms"], swiftSettings: strict),
        .target(name: "Merging", dependencies: ["Redline", "Terms"], swiftSettings: strict),
        .target(name: "Settlement", dependencies: ["Terms"], swiftSettings: strict),
        .target(
            name: "Records", dependencies: ["Settlement", "Terms"], swiftSettings: strict),
        .target(
            name: "Audit", dependencies: ["Records", "Settlement", "Terms"],
            swiftSettings: strict),
        .target(
            name: "Obligations", dependencies: ["Records", "Settlement", "Terms"],
            swiftSettings: strict),
        .target(
            name: "Agreement",
            dependencies: [
                "Git", "Merging", "Records", "SQLite", "SSHSignature", "Terms",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            swiftSettings: strict),
        .target(
            name: "Reports",
            dependencies: [
                "Audit", "CommonMark", "Obligations", "Records", "Redline", "Settlement", "Terms",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "entente",
            dependencies: [
                "Agreement", "Audit", "Git", "Merging", "Obligations", "Records", "Redline",
                "Reports", "SSHSignature", "Settlement", "Terms",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "HistoryBenchmark", dependencies: ["Agreement", "Git", "Terms", crypto],
            path: "Benchmarks/History", swiftSettings: strict),
        .executableTarget(
            name: "CompareBenchmark", dependencies: ["Redline", "Terms"],
            path: "Benchmarks/Comparing", swiftSettings: strict),
        .testTarget(name: "GitTests", dependencies: ["Git"], swiftSettings: strict),
        .testTarget(
            name: "SSHSignatureTests", dependencies: ["SSHSignature", crypto],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "CommonMarkTests", dependencies: ["CommonMark"], swiftSettings: strict),
        .testTarget(name: "TermsTests", dependencies: ["Terms"], swiftSettings: strict),
        .target(
            name: "RandomTerms", dependencies: ["Terms"], path: "Tests/RandomTerms",
            swiftSettings: strict),
        .testTarget(
            name: "RedlineTests", dependencies: ["RandomTerms", "Redline", "Terms"],
            swiftSettings: strict),
        .testTarget(
            name: "MergingTests", dependencies: ["Merging", "RandomTerms", "Terms"],
            swiftSettings: strict),
        .testTarget(
            name: "SettlementTests", dependencies: ["Settlement", "Terms"], swiftSettings: strict),
        .testTarget(
            name: "RecordsTests",
            dependencies: ["InventedPast", "Records", "Settlement", "Terms", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "ObligationsTests",
            dependencies: ["Obligations", "RandomTerms", "Records", "Terms"],
            swiftSettings: strict),
        .testTarget(
            name: "AuditTests", dependencies: ["Audit", "InventedPast", "Records", "Terms"],
            swiftSettings: strict),
        .target(
            name: "InventedPast", dependencies: ["Audit", "Records", "Terms"],
            path: "Tests/InventedPast", swiftSettings: strict),
        .testTarget(
            name: "ReportsTests",
            dependencies: [
                "Audit", "InventedPast", "Obligations", "Records", "Redline", "Reports",
                "Settlement", "Terms",
                "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "AgreementTests",
            dependencies: [
                "Agreement", "Git", "RandomTerms", "SQLite", "SSHSignature", "Terms",
                "TestSupport", crypto, cryptoExtras,
            ],
            swiftSettings: strict),
        // The scenario suite: what people do with the built program.
        .target(
            name: "TestSupport", path: "Tests/TestSupport", exclude: ["Keys", "Tools"],
            swiftSettings: strict),
        .testTarget(
            name: "StoryTests", dependencies: ["TestSupport", "entente"], path: "Tests/Stories",
            exclude: ["Transcripts"], swiftSettings: strict),
    ]
)
