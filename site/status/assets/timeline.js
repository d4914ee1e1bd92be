// A timeline that is wider than the screen begins at today, with the next weeks in sight.
(() => {
  "use strict";
  const begin = (region) => {
    const today = region.querySelector(".today");
    if (!today || region.scrollWidth <= region.clientWidth) return;
    const from = today.getBoundingClientRect().left - region.getBoundingClientRect().left;
    region.scrollLeft += from - region.clientWidth / 3;
  };
  for (const region of document.querySelectorAll(".table-scroll.chart")) begin(region);
})();
