// What a row of a table says: the words it is found by, and the key each cell is sorted by. Part of globalThis.vecina.
(() => {
  "use strict";
  const NUMBER = /^-?\d+(\.\d+)?$/;
  const collator = new Intl.Collator("en-US", { numeric: true, sensitivity: "base" });
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  // The text a reader sees at once: what is folded into <details> explains and would find too much.
  const shown = (node) => {
    let text = "";
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) text += child.data;
      else if (child.nodeName !== "DETAILS" && !child.hidden) text += ` ${shown(child)} `;
    }
    return text;
  };

  // The words of a typed search, and a test whether a text has them all. "garcia" finds García.
  const words = (typed) => plain(typed).split(/\s+/).filter(Boolean);
  const has = (text, wanted) => wanted.every((word) => text.includes(word));

  // data-order if the cell has one, else its text; "1,200" is a number.
  const key = (cell) => {
    const text = (cell.dataset.order ?? shown(cell)).trim();
    const number = text.replaceAll(",", "").replace("\u2212", "-");
    return NUMBER.test(number) ? Number(number) : text;
  };

  const compare = (a, b) => {
    if (typeof a === "number") return typeof b === "number" ? a - b : -1;
    return typeof b === "number" ? 1 : collator.compare(a, b);
  };

  // Sorts up (1) or down (-1); a cell without anything comes last either way.
  const order = (sign) => (a, b) => {
    if (a === "" || b === "") return Number(a === "") - Number(b === "");
    return sign * compare(a, b);
  };

  const vecina = (globalThis.vecina = globalThis.vecina || {});
  vecina.rows = { plain, shown, words, has, key, order };
})();
