// Builds the fields of a form and reads them back. Part of globalThis.vecina.
(() => {
  "use strict";
  const { make, option } = globalThis.vecina.dom;
  const NUMBER = /(?:^|[^0-9])[0-9]{3}[-. ]?[0-9]{3}[-. ]?[0-9]{2,3}(?![0-9])/;
  let count = 0;

  const choices = (control, options, empty) => {
    if (empty !== undefined) control.append(option("", empty));
    for (const [value, words] of options) control.append(option(value, words));
  };

  // One field: `kind` is text, email, date, time, select, checks (several) or yes (a single box).
  const field = (spec) => {
    count += 1;
    const id = `f${count}-${spec.name}`;
    if (spec.kind === "checks") {
      const box = make("fieldset", "", "field");
      box.append(make("legend", spec.label + (spec.need ? "" : " (optional)")));
      const list = make("div", "", "checks");
      for (const [value, words] of spec.options) {
        const label = make("label");
        const tick = Object.assign(make("input"), { type: "checkbox", value, name: id });
        label.append(tick, ` ${words}`);
        list.append(label);
      }
      box.append(list);
      return { box, read: () => [...list.querySelectorAll("input:checked")].map((tick) => tick.value), focus: () => list.querySelector("input").focus() };
    }
    const box = make("p", "", spec.kind === "yes" ? "field tick" : "field");
    const label = Object.assign(make("label", spec.label + (spec.need || spec.kind === "yes" ? "" : " (optional)")), { htmlFor: id });
    const control = make(spec.kind === "select" ? "select" : "input");
    control.id = id;
    if (spec.kind === "select") choices(control, spec.options, spec.empty ?? "Choose …");
    else control.type = spec.kind === "yes" ? "checkbox" : spec.kind;
    if (spec.kind === "text") control.maxLength = 120;
    if (spec.kind === "date") Object.assign(control, { min: spec.min || "1990-01-01", max: spec.max || "2049-12-31" });
    if (spec.value) control.value = spec.value;
    if (spec.autocomplete) control.autocomplete = spec.autocomplete;
    box.append(...(spec.kind === "yes" ? [control, " ", label] : [label, control]));
    if (spec.hint) {
      const hint = Object.assign(make("small", spec.hint), { id: `${id}-hint` });
      control.setAttribute("aria-describedby", hint.id);
      box.append(hint);
    }
    return { box, control, read: () => (spec.kind === "yes" ? control.checked : control.value.trim()), focus: () => control.focus() };
  };

  // A group of fields under a title; `missing` lists what is still needed or wrong, in words.
  const group = (title, specs) => {
    const box = make("fieldset", "", "group");
    const legend = make("legend", title);
    box.append(legend);
    const fields = specs.map((spec) => [spec, field(spec)]);
    box.append(...fields.map(([, one]) => one.box));
    const told = () => Object.fromEntries(fields.map(([spec, one]) => [spec.name, one.read()]));
    const missing = () =>
      fields.flatMap(([spec, one]) => {
        const value = one.read();
        const said = spec.wrong ? spec.wrong(value, told()) : "";
        const wrong = said && `${legend.textContent}, ${said}`;
        const empty = value === "" || value === false || (Array.isArray(value) && !value.length);
        const needed = typeof spec.need === "function" ? spec.need(told()) : spec.need;
        const words = wrong || (needed && empty ? `${legend.textContent}: ${spec.short || spec.label}` : "");
        if (one.control) one.control.setAttribute("aria-invalid", String(Boolean(wrong)));
        return words ? [{ words, focus: one.focus }] : [];
      });
    return { box, legend, told, missing, fields: Object.fromEntries(fields.map(([spec, one]) => [spec.name, one])) };
  };

  // Free text is for the names of professionals. Numbers like an A-number or a phone have no place in it.
  const noNumber = (what) => (value) => (NUMBER.test(value) ? `${what}: take the long number out; nothing may point to a client` : "");
  const email = (value) => (value && !/^[A-Za-z0-9_%+-]+([.][A-Za-z0-9_%+-]+)*@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$/.test(value) ? "E-mail: write an address like you@example.org" : "");

  Object.assign(globalThis.vecina, { form: { group, noNumber, email } });
})();
