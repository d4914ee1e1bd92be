// Tables that can be searched, filtered, sorted and paged: <table data-table>. Without this file they are plain tables.
// DataTables keeps order, search and pages; what is around the table is ours. Nothing leaves the page and nothing is kept.
//   <table id="x" data-table data-page="50" data-noun="cases">, in a div.table-scroll with an aria-label; <th data-orderable="false"> does not sort
//   <tr id="…" data-mentor="m-rivera" data-language="es en">: words that a filter compares; <td data-order="2026-12-28">: what the cell sorts by
//   <div class="filters" data-for="x" hidden>: input[data-search], select[data-facet="mentor"], button[data-clear], output[data-count]
//   <template id="x-more"><table><tbody>: more rows; <p data-more="x">: says so to whoever has no script
(() => {
  "use strict";
  const { DataTable } = globalThis;
  const { dom, rows: row, filters, paging } = globalThis.vecina;
  const { make, option } = dom;
  const count = new Intl.NumberFormat("en-US");
  const rowsOf = new WeakMap(); // of each table, every row in the order of the file

  DataTable.ext.errMode = "throw"; // the default is a dialog
  DataTable.type("cell", "order", { asc: row.order(1), desc: row.order(-1) });
  DataTable.ext.order.cell = (settings, column) =>
    rowsOf.get(new DataTable.Api(settings).table().node()).map((one) => row.key(one.cells[column]));

  // A heading becomes a button: keyboards and screen readers know those.
  const headings = (table, heads) => {
    heads.forEach((head, column) => {
      if (head.dataset.orderable === "false") return;
      const title = head.querySelector(".dt-column-title");
      const button = make("button", "", "sort");
      button.type = "button";
      button.append(...title.childNodes);
      title.append(button);
      table.order.listener(button, column);
    });
  };

  // On a phone rows are cards and the headings are gone: a choice stands in for them.
  const sorting = (table, heads) => {
    const label = make("label", "Sort by ", "sort-by");
    const select = make("select");
    select.append(option("", "As listed"));
    heads.forEach((head, column) => {
      if (head.dataset.orderable === "false") return;
      const name = head.textContent.trim();
      select.append(option(`${column} asc`, name), option(`${column} desc`, `${name}, reversed`));
    });
    select.addEventListener("change", () => {
      const [column, direction] = select.value.split(" ");
      table.order(direction ? [[Number(column), direction]] : []).draw();
    });
    table.on("order", () => {
      const [first] = table.order();
      select.value = first?.[1] ? `${first[0]} ${first[1]}` : "";
    });
    label.append(select);
    return label;
  };

  const start = (node) => {
    const region = node.closest(".table-scroll") ?? node;
    const heads = [...node.tHead.rows[0].cells];
    const more = document.getElementById(`${node.id}-more`);
    const rest = more ? [...more.content.querySelectorAll("tbody > tr")] : [];
    const rows = [...node.tBodies[0].rows, ...rest];
    const size = Number(node.dataset.page) || 50;
    const bar = document.querySelector(`.filters[data-for="${node.id}"]`) ?? make("div", "", "filters");
    if (!bar.isConnected) region.before(bar);
    const paper = make("p", "", "on-paper");
    region.before(paper);
    rowsOf.set(node, rows);

    const table = new DataTable(node, {
      autoWidth: false, info: false, lengthChange: false, orderMulti: false, orderClasses: false, orderDescReverse: false,
      orderHandler: false, orderIndicators: false, pageLength: size, order: [], layout: { topStart: null, topEnd: null, bottomStart: null, bottomEnd: null },
      columns: heads.map(() => ({ type: "cell", orderDataType: "cell", searchable: false })),
      language: { zeroRecords: "Nothing fits these filters.", emptyTable: "Nothing is listed." },
    });
    if (rest.length) table.rows.add(rest);
    headings(table, heads);

    let fits = () => true;
    table.search.fixed("filters", (_text, _data, index) => fits(index));
    const asks = filters(bar, rows, () => apply());
    const pages = paging(table, region, size);
    const shown = bar.querySelector("[data-count]");
    const noun = node.dataset.noun || "rows";
    const apply = () => {
      fits = asks.fits();
      table.draw();
      const { recordsDisplay, recordsTotal } = table.page.info();
      const said = `${count.format(recordsDisplay)} of ${count.format(recordsTotal)} ${noun}`;
      if (shown) shown.value = said;
      const cut = recordsDisplay > pages.paper ? `The first ${count.format(pages.paper)} are printed.` : "";
      paper.textContent = [...asks.said(), said, cut].filter(Boolean).join(". ");
    };

    // To the row that the address names, on whichever page it is.
    const visit = () => {
      const id = location.hash.slice(1);
      const index = id ? rows.findIndex((one) => one.id === id) : -1;
      if (index < 0) return;
      if (!pages.show(index)) {
        asks.clear();
        apply();
        pages.show(index);
      }
      location.replace(location.hash); // the browser scrolls there and marks it, now that it stands on the page
    };
    const follow = () => {
      if (location.hash && !location.hash.includes("=")) return visit();
      asks.read();
      return apply();
    };

    bar.insertBefore(sorting(table, heads), bar.querySelector("[data-clear]"));
    asks.read();
    apply();
    visit();
    bar.hidden = false;
    for (const note of document.querySelectorAll(`[data-more="${node.id}"]`)) note.hidden = true;
    addEventListener("hashchange", follow);
    addEventListener("beforeprint", pages.spread);
    addEventListener("afterprint", pages.fold);
  };

  for (const node of document.querySelectorAll("table[data-table]")) start(node);
})();
