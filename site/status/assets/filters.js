// The filters over a table: what they ask for, which rows fit, and the address that says so. Part of globalThis.vecina.
(() => {
  "use strict";
  const { option } = globalThis.vecina.dom;
  const { plain, shown, words, has } = globalThis.vecina.rows;

  // The filters in the address, as in cases.html#mentor=m-rivera&late=yes; none when it names a row.
  const asked = () => new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");

  // bar: the element of the filters; rows: every row of the table, in the order of the file; changed: called after each change.
  const filters = (bar, rows, changed) => {
    const facets = [...bar.querySelectorAll("select[data-facet]")];
    const search = bar.querySelector("input[data-search]");
    const texts = []; // made at the first search

    // From the address into the fields. A value that no longer stands in the list is shown all the same: it fits no row.
    const read = () => {
      const told = asked();
      for (const facet of facets) {
        const value = told.get(facet.dataset.facet) ?? "";
        if (![...facet.options].some((one) => one.value === value)) facet.append(option(value, value));
        facet.value = value;
      }
    };

    // From the fields into the address. What is typed stays out of it: it may be a name, and addresses are remembered.
    const write = () => {
      const told = asked();
      for (const facet of facets) {
        if (facet.value) told.set(facet.dataset.facet, facet.value);
        else told.delete(facet.dataset.facet);
      }
      const said = String(told);
      if (!said && !location.hash.includes("=")) return;
      history.replaceState(null, "", said ? `#${said}` : location.pathname + location.search);
    };

    // A test of a row by its place in rows, for the filters as they stand now.
    const fits = () => {
      const wanted = words(search?.value ?? "");
      const set = facets.filter((facet) => facet.value).map((facet) => [`data-${facet.dataset.facet}`, facet.value]);
      return (index) =>
        set.every(([name, value]) => (rows[index].getAttribute(name) ?? "").split(" ").includes(value)) &&
        (!wanted.length || has((texts[index] ??= plain(shown(rows[index]))), wanted));
    };

    const clear = () => {
      for (const field of [...facets, search]) if (field) field.value = "";
      write();
    };

    // What is asked for, in words for paper: "Status: Active", "Search: houston".
    const said = () => [
      ...facets.filter((facet) => facet.value).map((facet) => `${facet.labels[0].firstChild.textContent.trim()}: ${facet.selectedOptions[0].text}`),
      ...(search?.value.trim() ? [`Search: ${search.value.trim()}`] : []),
    ];

    for (const field of [...facets, search]) if (field) field.autocomplete = "off"; // a reload begins with what the address says
    for (const facet of facets) {
      facet.addEventListener("change", () => {
        write();
        changed();
      });
    }
    search?.addEventListener("input", changed);
    bar.querySelector("[data-clear]")?.addEventListener("click", () => {
      clear();
      changed();
    });
    return { read, fits, clear, said };
  };

  globalThis.vecina.filters = filters;
})();
