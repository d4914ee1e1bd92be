// Small helps on every page. Nothing is stored or sent. Without this file the pages still read.
(() => {
  "use strict";

  // The theme's menu and search switches are labels, which no keyboard reaches: put real buttons in their place.
  const names = { __drawer: "Menu", __search: "Search" };
  for (const label of document.querySelectorAll("label.md-header__button[for]")) {
    const name = names[label.htmlFor];
    const box = name && document.getElementById(label.htmlFor);
    if (!box) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = `md-header__button md-icon v-switch${label.htmlFor}`;
    button.setAttribute("aria-label", name);
    button.append(...label.childNodes);
    const tell = () => button.setAttribute("aria-expanded", String(box.checked));
    box.addEventListener("change", tell);
    button.addEventListener("click", () => {
      box.click();
      const field = name === "Search" && box.checked && document.querySelector(".md-search__input");
      if (field) field.focus();
    });
    tell();
    label.replaceWith(button);
  }
  document.addEventListener("keydown", (event) => {
    const drawer = document.getElementById("__drawer");
    if (event.key === "Escape" && drawer && drawer.checked) drawer.click();
  });

  // From a folder on disk the browser lets no page read the search index: rather no box than a dead one.
  if (location.protocol === "file:") document.documentElement.classList.add("v-no-search");

  // <button data-print> prints the page; data-print="#id" prints that part alone.
  const root = document.documentElement;
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const part = button.dataset.print && document.querySelector(button.dataset.print);
      if (part) {
        part.classList.add("print-this");
        root.setAttribute("data-print-only", "");
      }
      window.print();
    });
  }
  window.addEventListener("afterprint", () => {
    root.removeAttribute("data-print-only");
    for (const part of document.querySelectorAll(".print-this")) part.classList.remove("print-this");
  });

  // On a phone a table of three columns or more becomes a card for each row: each cell carries the name of its column.
  for (const table of document.querySelectorAll(".md-typeset table:not([class])")) {
    const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent.trim());
    if (heads.length < 3) continue;
    table.classList.add("table", "stack");
    for (const row of table.tBodies[0].rows) [...row.cells].forEach((cell, index) => (cell.dataset.label = heads[index]));
  }

  // A page past its review says so from the day itself on, also when nobody has built the site since.
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  for (const banner of document.querySelectorAll("[data-review-by]")) if (today > banner.dataset.reviewBy) banner.hidden = false;

  // A status page of an earlier day says so, on top of everything else. It is written for one day and read the next morning.
  const day = (text) => Date.UTC(...text.split("-").map((part, index) => Number(part) - (index === 1 ? 1 : 0))) / 86400000;
  for (const banner of document.querySelectorAll("[data-as-of]")) {
    if (day(today) - day(banner.dataset.asOf) <= 1) continue;
    banner.hidden = false;
    banner.parentElement.prepend(banner);
  }

  // On a phone the stages of a case are one line to swipe: begin at this page's own.
  const stage = document.querySelector(".stages [aria-current]");
  const strip = stage && stage.closest("ol");
  if (strip) strip.scrollLeft = stage.offsetLeft - strip.offsetLeft - 16;

  // A table that scrolls sideways can be reached and scrolled with the keyboard.
  const reach = () => {
    for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
      if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0;
      else wrap.removeAttribute("tabindex");
    }
  };
  window.addEventListener("load", reach);
  window.addEventListener("resize", reach);
})();
