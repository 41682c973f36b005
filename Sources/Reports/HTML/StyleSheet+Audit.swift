extension StyleSheet {
    /// The page for the table of a meeting.
    static let audit = """
        .tiles, .quadrants { list-style: none; padding: 0 !important; display: grid; gap: 0.75rem; font-family: var(--sans); }
        .tiles { grid-template-columns: repeat(auto-fit, minmax(7.75rem, 1fr)); margin: 0 0 1.5rem; }
        .tiles > li { border: 1px solid; border-color: var(--line); border-radius: 6px; padding: 0.7rem 0.8rem; margin: 0; font-size: 0.8125rem; line-height: 1.4; }
        .tiles > li > * { display: block; }
        .tiles strong { font-size: 1.9rem; line-height: 1.2; margin: 0.1rem 0 0.35rem; }
        .tiles svg { margin: 0 0 0.45rem; border-radius: 4px; }
        .quadrants { grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); margin: 0 0 1.5rem; font-size: 0.875rem; line-height: 1.45; }
        .quadrants > li { background-color: var(--tint); border-radius: 6px; padding: 0.7rem 0.9rem; margin: 0; }
        .quadrants .caption { margin: 0 0 0.4rem; }
        .quadrants ul { list-style: none; padding: 0; margin: 0; }
        .audit a { color: inherit; text-decoration-color: var(--line); }
        .status { font: 600 0.75rem/1.3 var(--sans); border: 1px solid; border-radius: 3px; padding: 0 0.3rem; white-space: nowrap; }
        .status.c0 { color: var(--c0); } .status.c1 { color: var(--c1); } .status.c2 { color: var(--c2); }
        .status.c4 { color: var(--c4); } .status.c5 { color: var(--c5); }
        .audit section > p:first-of-type { font-family: var(--sans); font-size: 0.9375rem; }
        .audit .list li, .audit .promises li > p:not(.name) { font-family: var(--sans); font-size: 0.9375rem; line-height: 1.5; }
        .audit .promises .name + p { border-top: 1px solid; border-color: var(--line); padding-top: 0.35rem; margin-bottom: 0; }
        .trends { display: grid; gap: 1.25rem 2rem; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); margin: 0 0 1.5rem; }
        .trend { margin: 0; display: flex; flex-direction: column; justify-content: space-between; }
        .trend figcaption { font-family: var(--sans); font-size: 0.875rem; line-height: 1.4; margin: 0 0 0.4rem; }
        svg .small { font-size: 12px; fill: var(--quiet); }
        .s0 { stroke: var(--c0); } .s1 { stroke: var(--c1); } .s2 { stroke: var(--c2); }
        .s4 { stroke: var(--c4); } .s5 { stroke: var(--c5); }
        .line { stroke-width: 2.5px; }
        .target { stroke: var(--quiet); stroke-width: 1.5px; }
        .axis { stroke: var(--line); stroke-width: 1px; }
        .distance { stroke: var(--quiet); stroke-width: 3px; }
        .gap .legend { margin: 0; }
        @media print {
          .audit .lead h1 { font-size: 20pt; margin: 0 0 4mm; }
          .audit .lead dl > div { padding: 0.4mm 0; }
          .audit nav.contents { display: none; }
          .audit .glance h2 { margin-top: 4mm; padding-top: 2mm; font-size: 14pt; }
          .audit .glance + .list h2 { margin-top: 4mm; padding-top: 2mm; font-size: 14pt; }
          .audit .glance + .list :is(p, li) { font-size: 8.5pt; }
          .audit .acts { break-before: page; }
          .audit section > p:first-of-type { break-after: avoid; break-inside: avoid; }
          .audit .promises :is(p, li), .audit .acts li { font-size: 8.5pt; line-height: 1.4; }
          .audit .promises li, .audit .list li { break-inside: avoid; }
          .tiles { grid-template-columns: repeat(5, 1fr); gap: 2mm; }
          .tiles > li { padding: 2mm; font-size: 7.5pt; }
          .tiles strong { font-size: 15pt; }
          .quadrants { grid-template-columns: 1fr 1fr; gap: 2mm; font-size: 8.5pt; }
          .quadrants > li, .tiles > li { break-inside: avoid; }
          .trends { grid-template-columns: 1fr 1fr; }
        }
        """
}
