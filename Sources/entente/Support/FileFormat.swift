internal import ArgumentParser
internal import Foundation

/// The forms in which a command writes what it says.
protocol FileFormat: ExpressibleByArgument, CaseIterable, RawRepresentable<String> {}

extension FileFormat {
    /// What the name of a file says; nil where it says nothing.
    init?(file: String) {
        let ending = URL(fileURLWithPath: file).pathExtension.lowercased()
        self.init(rawValue: ["txt": "text", "md": "markdown", "htm": "html"][ending] ?? ending)
    }
}
