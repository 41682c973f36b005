extension StyleSheet {
    /// The page as a whole, on wide and narrow screens.
    static let screen = """
        .page { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem 4rem; }
        .letter { max-width: 46rem; margin: 0 auto; padding: 4rem 1.25rem; }
        .letter h1 { margin-bottom: 1.25rem; }
        .cover { padding: 12vh 0 4rem; }
        .cover h1 { margin: 0.5rem 0 2rem; }
        .kind {
          font-weight: 600; font-size: 0.8125rem; line-height: 1.4; font-family: var(--sans); color: var(--quiet); letter-spacing: 0.08em;
          text-transform: uppercase; margin: 0;
        }
        .parties { list-style: none; padding: 0; margin: 0 0 2.5rem; }
        .parties li { margin: 0.6rem 0; font-size: 1.2rem; line-height: 1.35; }
        .parties .quiet { font-size: 0.875rem; line-height: 1.45; font-family: var(--sans); }
        .cover .quiet, .cover code { display: block; font-weight: 400; }
        .cover code { font-size: 0.6875rem; overflow-wrap: anywhere; }
        .cover dl { margin-bottom: 2rem; }
        nav.contents { font-size: 0.9375rem; line-height: 1.45; font-family: var(--sans); }
        nav.contents ol { list-style: none; padding: 0; margin: 0; }
        nav.contents ol ol { padding: 0.15rem 0 0.6rem 1.6rem; font-size: 0.875rem; }
        nav.contents a { color: inherit; text-decoration: none; display: flex; gap: 0.6em; }
        nav.contents a:hover { text-decoration: underline; }
        nav.contents h2 { font-weight: 600; font-size: 1rem; font-family: var(--sans); margin: 0 0 0.75rem; padding: 0; border: 0; }
        nav.contents .number { min-width: 1.2em; margin: 0; flex: none; }
        .foot {
          margin-top: 4rem; border-top: 1px solid; border-color: var(--line); padding-top: 1rem;
          font-size: 0.8125rem; line-height: 1.5; font-family: var(--sans); color: var(--quiet);
        }
        @media (min-width: 48rem) {
          nav.contents > ol { columns: 2; column-gap: 3rem; }
          .cover code { white-space: nowrap; }
        }
        nav.contents > ol > li { break-inside: avoid; }
        @media (min-width: 76rem) {
          .page {
            display: grid; max-width: 68rem; grid-template-columns: 17rem minmax(0, 46rem);
            gap: 0 5rem;
          }
          .cover, .lead, .foot { grid-column: 2; }
          nav.contents {
            grid-column: 1; grid-row: 1 / 4; position: sticky; top: 0; max-height: 100vh;
            overflow-y: auto; padding: 3rem 0.5rem; align-self: start; font-size: 0.875rem;
          }
          nav.contents > ol { columns: 1; }
          nav.contents ol ol { font-size: 0.8125rem; }
          main { grid-column: 2; }
          main > section:first-child > h2 { margin-top: 0; }
        }
        @media (max-width: 40rem) {
          body { font-size: 1rem; }
          dl > div, dl dl > div { grid-template-columns: 1fr; }
          .cover { padding-top: 3rem; }
          h2 { margin-top: 3rem; }
          .cards > li > dl { grid-template-columns: 1fr; }
          .cards > li > dl > div:not(.wide) { grid-template-columns: 6rem 1fr; gap: 0 0.75rem; }
          table { font-size: 0.8125rem; }
          th, td { padding-right: 0.6rem; }
          .rung { padding-left: 3.5rem; }
          .rung::before { left: 0; }
          .rung::after { left: 0.5rem; }
        }
        """

    /// What is different on paper.
    static let paper = """
        @media print {
          :root {
            --paper: #fff; --ink: #000; --quiet: #4c4c4c; --line: #bbb; --tint: #f4f4f4;
            --link: #000; --warn: #6b3a00; --c0: #1d5b79; --c1: #a04e07; --c2: #4a7322;
            --c3: #7a3b8f; --c4: #8f2d3f; --c5: #4d5561; --on: #fff; --gone: #fff;
            --fresh: #fff; color-scheme: light;
          }
          body { font-size: 10pt; line-height: 1.45; orphans: 3; widows: 3; }
          h1 { font-size: 26pt; }
          h2 { font-size: 17pt; }
          h3 { font-size: 12.5pt; margin: 7mm 0 2mm; }
          .page { display: block; max-width: none; padding: 0; }
          .cover { padding: 22mm 0 0; break-after: page; }
          nav.contents {
            position: static; max-height: none; overflow: visible; padding: 0; break-after: page;
          }
          nav.contents > ol { columns: 2; column-gap: 12mm; }
          .skip, .views { display: none; }
          .review:not(:has(#show-all:checked)) details:not([open]) { display: none; }
          .lead { padding: 0; }
          .review nav.contents { display: none; }
          a { text-decoration: none; }
          h2, h3, h4, h5, h6, .name, .caption, .step, dt { break-after: avoid; }
          h2 { margin: 11mm 0 4mm; }
          p, ul, ol, dl, pre, figure { margin-bottom: 2.5mm; }
          th, td { padding-top: 1.2mm; padding-bottom: 1.2mm; }
          dl > div { padding: 1mm 0; }
          main > section:first-child > h2 { margin-top: 0; }
          tr, .cards > li, .rung, figure, dl > div:not(.wide), .legend { break-inside: avoid; }
          thead { display: table-header-group; }
          .scroll { overflow: visible; }
          dl, table { font-size: 9pt; }
          /* Browsers keep nothing together in a grid, so here labels float. */
          dl > div:not(.wide), .cards > li > dl > div:not(.wide) { display: flow-root; }
          .cards > li > dl { display: block; }
          .cards > li > dl > .short:not(.wide) { display: inline-block; width: 49%; }
          dl > div > dt { float: left; width: 38mm; }
          dl > div > dd { margin-left: 42mm; }
          dl > .wide > dt { float: none; width: auto; }
          dl > .wide > dd { margin-left: 0; }
          dl dl > div > dt, .cards > li > dl > div > dt { width: 24mm; }
          dl dl > div:not(.wide) > dd, .cards > li > dl > div:not(.wide) > dd {
            margin-left: 26mm;
          }
          svg, .rung::before, .rung::after {
            print-color-adjust: exact; -webkit-print-color-adjust: exact;
          }
        }
        """
}
