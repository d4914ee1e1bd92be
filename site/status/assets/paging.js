// The pages of a long table: controls above and below it, a way to a row on another page, all rows on paper. Part of globalThis.vecina.
(() => {
  "use strict";
  const { make, option } = globalThis.vecina.dom;
  const SIZES = [50, 100, 500];
  const PAPER = 500; // rows on paper: more would be a ream

  // One bar of controls. It never disables a button in a way that would lose the focus.
  const controls = (name, turn) => {
    const nav = make("nav", "", "pages");
    nav.setAttribute("aria-label", name);
    const button = (words, by) => {
      const made = make("button", words);
      made.type = "button";
      made.addEventListener("click", () => made.getAttribute("aria-disabled") !== "true" && turn(by));
      return made;
    };
    const parts = { previous: button("Previous", "previous"), where: make("span", "", "where"), next: button("Next", "next") };
    nav.append(...Object.values(parts));
    return { nav, ...parts };
  };

  const sizes = (size, choose) => {
    const label = make("label", "Rows per page ");
    const select = make("select");
    select.append(...[...new Set([...SIZES, size])].sort((a, b) => a - b).map((rows) => option(String(rows), String(rows))));
    select.value = String(size);
    select.autocomplete = "off";
    select.addEventListener("change", () => choose(Number(select.value)));
    label.append(select);
    return label;
  };

  // table: the DataTable; region: the element around it, which the controls stand beside; size: rows per page at first.
  const paging = (table, region, size) => {
    const name = region.getAttribute("aria-label") || "Table";
    const above = controls(`${name}: pages`, (by) => table.page(by).draw("page"));
    const below = controls(`${name}: pages, below the table`, (by) => {
      table.page(by).draw("page");
      // The new page begins above: go there, onto the same button, so that the next press goes on.
      above[by].focus({ preventScroll: true });
      above.nav.scrollIntoView({ behavior: "instant" });
    });
    above.where.setAttribute("role", "status");
    const rows = sizes(size, (chosen) => table.page.len(chosen).draw());
    above.nav.append(rows);
    region.before(above.nav);
    region.after(below.nav);

    const refresh = () => {
      const { page, pages, recordsDisplay } = table.page.info();
      for (const { nav, previous, where, next } of [above, below]) {
        nav.classList.toggle("single", pages <= 1);
        where.textContent = pages > 1 ? `Page ${page + 1} of ${pages}` : "";
        previous.setAttribute("aria-disabled", String(page === 0));
        next.setAttribute("aria-disabled", String(page >= pages - 1));
      }
      above.nav.hidden = pages <= 1 && recordsDisplay <= size; // else the way back to fewer rows stays
      below.nav.hidden = pages <= 1;
    };
    table.on("draw", refresh);

    // Turns to the page of the row with that number; false when the filters hide it.
    const show = (index) => {
      const at = table.rows({ order: "current", search: "applied" }).indexes().indexOf(index);
      if (at < 0) return false;
      table.page(Math.floor(at / table.page.len())).draw("page");
      return true;
    };

    let kept;
    const spread = () => {
      kept ??= table.page.info();
      table.page.len(PAPER).page(0).draw("page");
    };
    const fold = () => {
      if (kept) table.page.len(kept.length).page(kept.page).draw("page");
      kept = undefined;
    };
    return { refresh, show, spread, fold, paper: PAPER };
  };

  globalThis.vecina.paging = paging;
})();
