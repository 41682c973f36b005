extension StyleSheet {
    /// Redlines, and what readers switch between.
    static let review = """
        .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        .lead { padding: 8vh 0 1rem; }
        .lead h1 { font-size: clamp(1.6rem, 5vw, 2.25rem); margin: 0 0 1.5rem; }
        .lead dd { overflow-wrap: anywhere; }
        .lead dd code { font-size: 0.6875rem; }
        .lead > p { font-size: 1.15rem; line-height: 1.5; }
        .review h3 { font-size: 1.1rem; }
        .review h3 + .caption { margin-top: 0; font-weight: 400; font-size: 0.8125rem; }
        .views {
          border: 1px solid; border-color: var(--line); border-radius: 6px; padding: 0.35rem 0.9rem 0.5rem;
          font-family: var(--sans); font-size: 0.9375rem; display: inline-flex; flex-wrap: wrap; gap: 0.2rem 1.1rem;
          margin: 0.5rem 0 0; max-width: 100%;
        }
        .views legend { color: var(--quiet); font-size: 0.8125rem; padding: 0 0.4rem; }
        .views label { padding: 0.3rem 0; margin-left: -0.6rem; }
        .views input { margin: 0; accent-color: var(--link); }
        .unchanged { display: none; gap: 0.2rem 1.1rem; align-items: baseline; }
        @supports selector(::details-content) { .unchanged { display: inline-flex; } }
        .review:has(#show-all:checked) details::details-content { content-visibility: visible; }
        .review:has(#show-all:checked) summary { list-style: none; cursor: auto; pointer-events: none; }
        details { margin: 0 0 1rem; border-left: 3px solid; border-color: var(--line); padding-left: 1rem; }
        summary { font-family: var(--sans); font-size: 0.875rem; color: var(--quiet); cursor: pointer; padding: 0.2rem 0; }
        summary:focus-visible, input:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; }
        del { background-color: var(--gone); text-decoration-thickness: 1px; }
        ins { background-color: var(--fresh); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
        .review:has(#show-new:checked) :is(del, .removed), .review:has(#show-old:checked) :is(ins, .added) { display: none; }
        .review:has(#show-new:checked) ins, .review:has(#show-old:checked) del {
          color: inherit; background-color: transparent; text-decoration: none;
        }
        .review:has(#show-new:checked) .added > .caption, .review:has(#show-old:checked) .removed > .caption { display: none; }
        .review:has(#show-new:checked) .added, .review:has(#show-old:checked) .removed { border-color: var(--line); }
        @media (max-width: 40rem) {
          .lead { padding-top: 2rem; }
          /* A row of figures stands below its term where five columns have no room. */
          .review table:has(th:nth-child(5)) thead { position: absolute; clip-path: inset(50%); }
          .review tbody tr:has(> :nth-child(5)) {
            display: grid; grid-template-columns: auto auto auto 1fr; padding: 0.5rem 0;
            border-bottom: 1px solid; border-color: var(--line);
          }
          .review tbody tr:has(> :nth-child(5)) > * { border: 0; padding: 0 0.6rem 0 0; text-align: left; }
          .review tbody tr:has(> :nth-child(5)) > th { grid-column: 1 / -1; }
          .review tbody tr:has(> :nth-child(5)) > td:last-child { text-align: right; padding: 0; }
        }
        """
}
