// Small helps for the pages that make parts of themselves. Part of globalThis.vecina.
(() => {
  "use strict";
  const make = (tag, words = "", className = "") => {
    const made = document.createElement(tag);
    if (words) made.textContent = words;
    if (className) made.className = className;
    return made;
  };
  const option = (value, words) => Object.assign(make("option", words), { value });

  // Gives the reader a file of these parts. Nothing is sent: the browser writes it itself.
  const save = (name, type, parts) => {
    const address = URL.createObjectURL(new Blob(parts, { type }));
    const link = Object.assign(make("a"), { href: address, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };

  const vecina = (globalThis.vecina = globalThis.vecina || {});
  vecina.dom = { make, option, save };
})();
