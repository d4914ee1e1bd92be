// The one page alone: dark where the reader's system is. Nothing is kept.
(() => {
  "use strict";
  if (!document.documentElement.classList.contains("single")) return;
  document.documentElement.classList.replace("no-js", "js");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const look = () => document.body.setAttribute("data-md-color-scheme", dark.matches ? "slate" : "default");
  dark.addEventListener("change", look);
  look();
})();
