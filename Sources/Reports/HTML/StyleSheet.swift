/// How documents look, on a screen of any width, in the dark, and on paper.
enum StyleSheet {
    /// All of it but what depends on the document.
    static var all: String {
        [colours, text, parts, figures, review, audit, screen, paper].joined(separator: "\n")
    }

    /// The pages of a printed document: its title above, and numbers below.
    static func pages(title: String, paper: PaperSize?) -> String {
        """
        @page {
          \(paper.map { "size: \($0.rawValue);" } ?? "")
          margin: 22mm 20mm 20mm;
          @top-left { content: \(quoted(title)); font: 8.5pt sans-serif; color: #555; }
          @bottom-right {
            content: counter(page) " / " counter(pages); font: 8.5pt sans-serif; color: #555;
          }
        }
        @page :first { @top-left { content: ""; } @bottom-right { content: ""; } }
        """
    }

    /// Text as a string of CSS that nothing in it can end (CSS Syntax 3, 4.3.7).
    static func quoted(_ text: String) -> String {
        let visible = StyledText(text).plain
        return "\""
            + visible.unicodeScalars.map { scalar in
                let isPlain = scalar.isASCII && scalar.properties.isAlphabetic || scalar == " "
                return isPlain ? String(scalar) : "\\\(String(scalar.value, radix: 16)) "
            }.joined() + "\""
    }

    private static let colours = """
        :root {
          --paper: #fdfcf9; --ink: #22252a; --quiet: #5c6066; --line: #d9d5cc; --tint: #f3f0ea;
          --link: #1b5573; --warn: #8a4b00;
          --c0: #1d5b79; --c1: #a04e07; --c2: #4a7322; --c3: #7a3b8f; --c4: #8f2d3f;
          --c5: #4d5561; --on: #fff; --gone: #f7e3d6; --fresh: #e4edd6;
          --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
          --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
          --mono: ui-monospace, "Cascadia Code", Menlo, Consolas, "Liberation Mono", monospace;
          color-scheme: light dark;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #17191c; --ink: #e3e1dc; --quiet: #a5a7a8; --line: #393c40; --tint: #212428;
            --link: #8ec3e0; --warn: #f0b46c;
            --c0: #7fb8d6; --c1: #efa662; --c2: #a5cd79; --c3: #cfa3e0; --c4: #f09aa8;
            --c5: #b3bac4; --on: #101214; --gone: #3a2a1d; --fresh: #28331d;
          }
        }
        """

    private static let text = """
        * { box-sizing: border-box; }
        html { scroll-padding-top: 1.5rem; text-size-adjust: 100%; }
        body {
          margin: 0; background-color: var(--paper); color: var(--ink);
          font-size: 1.0625rem; line-height: 1.6; font-family: var(--serif); overflow-wrap: anywhere;
          font-variant-numeric: lining-nums; hanging-punctuation: first;
        }
        h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; margin: 0; }
        h1 { font-size: clamp(2rem, 6vw, 3rem); font-weight: 600; letter-spacing: -0.015em; }
        h2 {
          font-size: 1.65rem; font-weight: 600; margin: 4.5rem 0 1.5rem; padding-top: 1.25rem;
          border-top: 1px solid; border-color: var(--line);
        }
        h3 { font-size: 1.2rem; font-weight: 600; margin: 2.75rem 0 0.75rem; }
        h4, h5, h6 { font-size: 1.05rem; font-weight: 600; margin: 1.75rem 0 0.5rem; }
        p, ul, ol, dl, pre, blockquote, figure { margin: 0 0 1rem; }
        a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
        a:focus-visible, [tabindex]:focus-visible {
          outline: 2px solid var(--link); outline-offset: 3px; border-radius: 2px;
        }
        code, pre { font-family: var(--mono); font-size: 0.85em; }
        pre {
          background-color: var(--tint); padding: 0.75rem 1rem; overflow-x: auto; white-space: pre-wrap;
        }
        blockquote { border-left: 3px solid; border-color: var(--line); padding-left: 1rem; margin-left: 0; }
        hr { border: 0; border-top: 1px solid; border-color: var(--line); width: 6rem; margin: 2rem auto; }
        .quiet { color: var(--quiet); }
        .note { color: var(--warn); }
        .number { color: var(--quiet); margin-right: 0.35em; }
        a.number { text-decoration-color: var(--line); }
        a.number:hover { text-decoration-color: inherit; }
        .skip { position: absolute; left: -99rem; }
        .skip:focus {
          left: 1rem; top: 1rem; background-color: var(--paper); padding: 0.5rem 1rem; z-index: 1;
        }
        :target { background-color: var(--tint); box-shadow: 0 0 0 0.4rem var(--tint); }
        """

    private static let parts = """
        dl, .caption, table, .legend, .name, .rung > .step { font-family: var(--sans); }
        dl, table { font-size: 0.9375rem; line-height: 1.5; }
        dl > div {
          display: grid; grid-template-columns: 10.5rem 1fr; gap: 0 1.25rem; padding: 0.45rem 0;
          border-top: 1px solid; border-color: var(--line);
        }
        dl > div:first-child { border-top: 0; }
        dl > .wide { display: block; }
        dl > .wide > dd { margin-top: 0.35rem; }
        dl dl > div { grid-template-columns: 8rem 1fr; }
        dt { color: var(--quiet); }
        dl > .wide > dt { color: inherit; font-weight: 600; }
        dd { margin: 0; }
        dd > :last-child, li > :last-child, td > :last-child { margin-bottom: 0; }
        li > p { margin-bottom: 0.35rem; }
        dd > p, dd > ul, dd > ol { margin-bottom: 0.6rem; }
        dd ul, dd ol, li ul, li ol { padding-left: 1.2rem; }
        main ul, main ol { padding-left: 1.6rem; }
        li { margin: 0.2rem 0; }
        .cards { list-style: none; padding: 0 !important; counter-reset: card; }
        .cards > li { counter-increment: card; margin: 0 0 1.5rem; }
        .cards > li > dl {
          display: grid; grid-template-columns: 1fr 1fr; gap: 0.3rem 1.25rem;
          border-top: 1px solid; border-color: var(--line); padding-top: 0.5rem;
        }
        .cards > li > dl > div { border: 0; padding: 0; grid-column: 1 / -1; }
        .cards > li > dl > div:not(.wide) { display: grid; grid-template-columns: 7rem 1fr; }
        .cards > li > dl > .short { grid-column: auto; }
        .name { margin: 0 0 0.25rem; font-weight: 600; font-size: 1rem; }
        .name::before { content: counter(card) "."; color: var(--quiet); margin-right: 0.5em; }
        .caption { font-weight: 600; font-size: 0.9375rem; margin: 1.5rem 0 0.25rem; }
        .scroll { overflow-x: auto; margin: 0 0 1.5rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td {
          text-align: left; vertical-align: top; padding: 0.5rem 1.1rem 0.5rem 0;
          font-weight: 400; border-bottom: 1px solid; border-color: var(--line); overflow-wrap: break-word;
        }
        thead th, thead td { color: var(--quiet); font-size: 0.85rem; vertical-align: bottom; }
        tbody th { font-weight: 600; }
        th:last-child, td:last-child { padding-right: 0; }
        dd tbody tr:last-child > * { border-bottom: 0; }
        dd .scroll { margin-bottom: 0; }
        .nowrap { white-space: nowrap; }
        .right { text-align: right; font-variant-numeric: tabular-nums lining-nums; }
        .added { border-left: 3px solid; border-color: var(--c2); padding-left: 1rem; }
        .removed { border-left: 3px solid; border-color: var(--c1); padding-left: 1rem; }
        del { color: var(--c1); }
        ins { color: var(--c2); }
        """

    private static let figures = """
        figure { margin: 0.5rem 0 1.75rem; }
        svg { display: block; overflow: hidden; }
        figure > svg { width: 100%; }
        svg text { font-family: var(--sans); font-size: 13px; fill: var(--ink); }
        svg .in { fill: var(--on); font-size: 12px; font-weight: 600; }
        .c0 { fill: var(--c0); } .c1 { fill: var(--c1); }
        .c2 { fill: var(--c2); } .c3 { fill: var(--c3); }
        .c4 { fill: var(--c4); } .c5 { fill: var(--c5); }
        .bar { stroke: var(--paper); stroke-width: 2px; }
        .legend {
          list-style: none; padding: 0 !important; display: flex; flex-wrap: wrap;
          gap: 0.25rem 1.5rem; font-size: 0.875rem; margin: 0 0 0.75rem;
        }
        .legend li { display: flex; align-items: center; gap: 0.5rem; margin: 0; }
        .ladder { list-style: none; padding: 0 !important; counter-reset: rung; }
        .rung {
          counter-increment: rung; position: relative; margin: 0; padding: 0 0 1.5rem 4.5rem;
          min-height: 4.5rem;
        }
        .rung::before {
          content: ""; position: absolute; left: 0.5rem; width: 2.5rem; top: 0; bottom: 0;
          border: 0 solid; border-width: 0 4px; border-color: var(--line);
          background: linear-gradient(var(--line), var(--line)) 0 calc(0.8rem - 2px) / 100% 4px no-repeat;
        }
        .rung::after {
          content: counter(rung); position: absolute; left: 1rem; top: 0.05rem; width: 1.5rem;
          height: 1.5rem; border-radius: 50%; background-color: var(--ink); color: var(--paper);
          font: 600 0.8rem/1.5rem var(--sans); text-align: center;
        }
        .rung > .step { display: flex; flex-wrap: wrap; gap: 0 0.75rem; margin: 0 0 0.15rem; }
        .rung > .step strong { font-size: 1.05rem; }
        """
}
