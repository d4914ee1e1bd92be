// The page of the calculator: reads the form, asks the engine, shows what follows. Nothing is stored or sent.
(() => {
  "use strict";
  const form = document.getElementById("calculator");
  if (!form) return;
  const { dates, engine, calendar } = globalThis.vecina;
  const { make, option, save } = globalThis.vecina.dom;
  const law = globalThis.vecinaLaw;
  const answers = engine(law);
  const results = document.getElementById("results");
  const GROUPS = {
    "Hearings": ["individual-hearing", "master-calendar-hearing"],
    "Decisions and orders": [
      "ij-decision", "asylum-granted", "final-order", "removal-order", "in-absentia-order", "judge-order", "court-order", "voluntary-departure-order",
    ],
    "Appeal": ["briefing-schedule"],
    "Filings and motions": ["filing-received", "motion-to-pretermit", "application-returned", "first-filing"],
    "Your client": ["last-arrival", "address-change", "nta-served", "assignment"],
    "Asylum clock and work permit": ["i589-filed", "permit-ends"],
    "USCIS, fees and fear screenings": [],
  };
  // what an attorney looks for, where the rules' own words are another
  const NAMES = { "ij-decision": "The judge's decision: grant or denial", "final-order": "A final order (after the BIA, or no appeal)" };
  const HEADS = {
    filing: ["File by", "Last day by the rule"],
    act: ["Do it by", "Last day by the rule"],
    agency: ["Expected by", "Last day by the rule"],
    departure: ["Leave by", "A motion can be filed until"],
    earliest: ["From", ""],
  };
  let first = null; // the rule that a link asked for

  const fill = () => {
    const known = new Set(law.rules.map((rule) => rule.trigger));
    const left = new Set(known);
    for (const [name, events] of Object.entries(GROUPS)) {
      const group = Object.assign(make("optgroup"), { label: name });
      const named = events.length ? events : [...left];
      for (const event of named.filter((one) => known.has(one))) {
        group.append(option(event, NAMES[event] || law.words.trigger[event]));
        left.delete(event);
      }
      form.event.append(group);
    }
    for (const [code, words] of Object.entries(law.words.forum)) form.forum.append(option(code, words));
    for (const court of [...law.courts].sort((a, b) => (a.name < b.name ? -1 : 1)))
      form.court.append(option(court.code, `${court.name}, ${court.state}`));
  };

  const distance = (day, today) => {
    const days = day - today;
    if (days === 0) return "today";
    if (days === 1) return "tomorrow";
    if (days === -1) return "yesterday";
    return days > 0 ? `in ${days} days` : `${-days} days ago`;
  };

  const entry = (rule, got, detained) => {
    const button = make("button", "Add to calendar", "md-button");
    button.type = "button";
    button.addEventListener("click", () => {
      const [head] = HEADS[rule.nature || "filing"];
      const due = got.due !== got.file_by ? [`Last day by the rule: ${dates.words(got.due)}.`] : [];
      const text = calendar({
        uid: `${rule.id}.${dates.iso(got.trigger)}${detained ? ".detained" : ""}`,
        day: got.file_by,
        summary: `${head}: ${rule.title}`,
        description: [got.explanation, ...due, ...got.notes, got.authority, got.url].join("\n"),
        url: got.url,
        now: new Date(),
      });
      save(`${rule.id}-${dates.iso(got.file_by)}.ics`, "text/calendar", [text]);
    });
    return button;
  };

  const day = (name, when, today, main) => {
    const line = make("p", "", main ? "answer-main" : "answer-more");
    line.append(make("span", name, "answer-name"), " ", make("strong", dates.words(when)), " ", make("span", distance(when, today), "answer-distance"));
    return line;
  };

  const card = (rule, got, today, detained) => {
    const box = make("section", "", "answer");
    box.id = `answer-${rule.id.replaceAll(/[._]/g, "-")}`;
    box.append(make("h3", rule.title));
    const [main, more] = HEADS[rule.nature || "filing"];
    if (got.due !== null) {
      box.append(day(main, got.file_by, today, true));
      if (more && got.due !== got.file_by) box.append(day(more, got.due, today, false));
    } else {
      const needs = got.status === "needs-order";
      box.append(make("p", needs ? "No date: the court sets it" : "No date", "answer-main"));
      if (got.file_by !== null) box.append(day("Safe day", got.file_by, today, false));
    }
    box.append(make("p", got.explanation, "answer-why"));
    const source = make("p", "", "source");
    const link = Object.assign(make("a", got.authority), { href: got.url, rel: "noopener noreferrer" });
    const status = law.words.status[got.status];
    source.append(link, " ");
    if (status) source.append(make("span", status, `badge ${got.status === "in-force" ? "ok" : "neutral"}`), " ");
    source.append(got.notes[got.notes.length - 1] || "");
    box.append(source);
    const notes = got.notes.slice(0, -1);
    if (notes.length) {
      const list = make("ul", "", "answer-notes");
      list.append(...notes.map((note) => make("li", note)));
      box.append(list);
    }
    if (got.due !== null) box.append(entry(rule, got, detained));
    return box;
  };

  const show = () => {
    const when = dates.read(form.day.value);
    const event = form.event.value;
    results.replaceChildren();
    if (!event || when === null) {
      if (form.day.value && when === null) results.append(make("p", "Please give a day between 1990 and 2049.", "answer-hint"));
      return;
    }
    const today = dates.today();
    const detained = form.detained.value === "yes";
    const forum = form.forum.value || null;
    const court = form.court.value || null;
    const of = law.rules.filter(
      (rule) => rule.trigger === event && (!forum || [rule.applies.forum, ...(rule.applies.also_before || [])].includes(forum))
    );
    // the rule that a link asked for, then what is due first; what has no date comes last
    const found = of.map((rule) => [rule, answers.ask(rule.id, when, today, { detained, court, forum })]);
    const place = ([rule, got]) => [rule.id === first ? 0 : 1, got.due === null ? 1 : 0, got.file_by === null ? Infinity : got.file_by];
    found.sort((a, b) => {
      const [one, other] = [place(a), place(b)];
      const at = one.findIndex((part, index) => part !== other[index]);
      return at < 0 ? 0 : one[at] < other[at] ? -1 : 1;
    });
    const heading = make("h2", of.length ? "What follows" : "No rule here");
    results.append(heading);
    if (!of.length) results.append(make("p", "No rule of this list counts from that event before that forum."));
    results.append(...found.map(([rule, got]) => card(rule, got, today, detained)));
  };

  const linked = () => {
    const asked = new URLSearchParams(location.hash.slice(1)).get("rule");
    const rule = answers.rules.get(asked);
    if (!rule) return;
    first = asked;
    form.event.value = rule.trigger;
    form.day.focus();
    show();
  };

  fill();
  for (const kind of ["input", "change"]) form.addEventListener(kind, show);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", linked);
  form.hidden = false;
  linked();
  show();
})();
