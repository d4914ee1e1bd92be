// The page that asks for a mentor: an attorney or an organization fills it in, sees what is missing, and gets records and an e-mail.
// Nothing leaves the browser by itself, and there is no field for who a client is.
(() => {
  "use strict";
  const here = document.getElementById("ask");
  if (!here) return;
  const { form, records, zip, dates, words } = globalThis.vecina;
  const { make, option, save } = globalThis.vecina.dom;
  const data = globalThis.vecinaForm;
  const options = data.options;
  const region = new Intl.DisplayNames(["en"], { type: "region" });
  const countries = options.country.map(([code]) => [code, region.of(code)]).sort((a, b) => (a[1] < b[1] ? -1 : 1));
  const todayIso = () => dates.iso(dates.today());
  const past = { max: todayIso() };
  const until = (what) => (value) => (value > todayIso() ? `${what}: it cannot be after today` : "");
  const REACH = ["visit", "facility-phone", "mail", "through-organization"]; // how a detained client is reached
  const SOON = 14; // days in which a hearing or a filing is urgent

  const ATTORNEY = [
    { name: "name", kind: "text", label: "Name, as used at work", need: true, autocomplete: "name", wrong: form.noNumber("Name") },
    { name: "email", kind: "email", label: "Work e-mail", need: true, autocomplete: "email", wrong: form.email },
    { name: "firm", kind: "text", label: "Firm or employer", autocomplete: "organization", wrong: form.noNumber("Firm") },
    { name: "bar", kind: "select", label: "State of an active bar admission", need: true, options: options.state },
    { name: "standing", kind: "yes", label: "In good standing there, with no order restricting practice", need: true, short: "good standing with a US bar" },
    { name: "record", kind: "yes", label: "Is, or will be, attorney of record; the mentor never is", need: true, short: "attorney of record" },
    { name: "time_zone", kind: "select", label: "Time zone", need: true, options: options.time_zone.map(([zone]) => [zone, zone.replaceAll("_", " ")]) },
    { name: "languages", kind: "checks", label: "Languages in which the attorney can work", need: true, options: options.language },
    { name: "eoir_id", kind: "select", label: "Registered with EOIR (EOIR ID)?", need: true, options: [["yes", "Yes"], ["no", "Not yet"]] },
    { name: "malpractice", kind: "select", label: "Malpractice cover for immigration cases", need: true, options: options.malpractice, hint: "We give none." },
    { name: "intro_video", kind: "date", label: "Introductory video training completed on", ...past, wrong: until("Introductory video") },
    { name: "center_of_excellence", kind: "date", label: "Center of Excellence training completed on", ...past, wrong: until("Center of Excellence") },
  ];
  const CASE = [
    { name: "court", kind: "select", label: "Immigration court", need: true, options: options.court },
    { name: "posture", kind: "select", label: "Where the case stands", need: true, options: options.posture },
    { name: "place", kind: "select", label: "Where the client is", need: true, options: options.place },
    { name: "state", kind: "select", label: "State, also that of the facility", options: options.state, need: (told) => ["us-state", "detention-facility"].includes(told.place) },
    {
      name: "reached_by", kind: "checks", label: "How attorney and client talk", need: true, options: options.reached_by,
      wrong: (value, told) =>
        told.place === "detention-facility" && value.length && !value.some((way) => REACH.slice(0, 2).includes(way))
          ? "How attorney and client talk: at a facility that is by visit or by calls there" : "",
    },
    { name: "languages", kind: "checks", label: "Languages in which the client can work on the case", need: true, options: options.language },
    { name: "hearing_date", kind: "date", label: "Next hearing", wrong: (value) => (value && value < todayIso() ? "Next hearing: it is still to come" : "") },
    { name: "hearing_type", kind: "select", label: "Type of that hearing", options: options.hearing_type, need: (told) => told.hearing_date !== "" },
    { name: "hearing_time", kind: "time", label: "Time of that hearing" },
    { name: "hearing_mode", kind: "select", label: "How it is held", options: options.hearing_mode, need: (told) => told.hearing_date !== "" },
    {
      name: "judge_set", kind: "date", label: "Filing date that the judge set for it",
      wrong: (value, told) =>
        value && (!told.hearing_date || value > told.hearing_date) ? "Filing date: it belongs to a hearing and cannot be after it" : "",
    },
    { name: "last_arrival", kind: "date", label: "Last arrival in the United States", ...past, wrong: until("Last arrival") },
    {
      name: "i589_filed", kind: "date", label: "I-589 received by the court on", ...past,
      wrong: (value, told) => until("I-589")(value) || (value && told.last_arrival && value < told.last_arrival ? "I-589: it cannot be before the last arrival" : ""),
    },
    { name: "eoir_28", kind: "date", label: "EOIR-28 filed on", ...past, wrong: until("EOIR-28") },
    { name: "consent_to_mentoring", kind: "date", label: "Client agreed to mentoring on", ...past, wrong: until("Client agreed") },
    { name: "country", kind: "select", label: "Country of the claim", options: countries, hint: "Leave it out where it could point to a person." },
    { name: "claims", kind: "checks", label: "What the claim rests on", options: options.claim },
  ];
  const ORGANIZATION = [
    { name: "name", kind: "text", label: "Organization", need: true, autocomplete: "organization", wrong: form.noNumber("Organization") },
    { name: "contact", kind: "text", label: "Contact person", need: true, autocomplete: "name", wrong: form.noNumber("Contact") },
    { name: "email", kind: "email", label: "Work e-mail of that person", need: true, autocomplete: "email", wrong: form.email },
    { name: "state", kind: "select", label: "State", options: options.state },
    { name: "covers", kind: "select", label: "Does your policy cover the attorneys you place cases with?", need: true, options: [["yes", "Yes"], ["no", "No"]] },
  ];

  const who = form.group("Who asks", [
    { name: "who", kind: "select", label: "I am", need: true, options: [["attorney", "the attorney"], ["organization", "an organization that places cases"]], value: "attorney", empty: "Choose …" },
  ]);
  const organization = form.group("Organization", ORGANIZATION);
  const lists = { attorney: [], case: [] };
  const places = { attorney: make("div"), case: make("div") };
  const ids = new Map();

  const names = () => lists.attorney.map((one, index) => [String(index), one.told().name || `Attorney ${index + 1}`]);

  // One more attorney or case, with a button that takes it away again.
  const add = (kind) => {
    const specs =
      kind === "attorney" ? ATTORNEY : [{ name: "attorney", kind: "select", label: "Attorney of record", options: names(), value: "0", need: true }, ...CASE];
    const made = form.group("", specs);
    const away = make("button", kind === "case" ? "Take this case away" : "Take this attorney away", "md-button");
    away.type = "button";
    away.addEventListener("click", () => {
      lists[kind].splice(lists[kind].indexOf(made), 1);
      made.box.remove();
      refresh();
    });
    made.box.append(away);
    made.away = away;
    lists[kind].push(made);
    places[kind].append(made.box);
    if (kind === "case") ids.set(made, records.caseId());
    return made;
  };

  const more = (kind, words) => {
    const button = make("button", words, "md-button");
    button.type = "button";
    button.addEventListener("click", () => {
      const made = add(kind);
      refresh();
      made.box.querySelector("select, input").focus();
    });
    return button;
  };
  const moreAttorneys = more("attorney", "Add another attorney");
  const moreCases = more("case", "Add another case");
  const status = make("section", "", "status");
  status.setAttribute("aria-live", "polite");
  status.setAttribute("aria-label", "What is met and what is missing");
  const results = make("section", "", "outcome");
  const bar = make("p", "", "bar"); // on a phone: what is missing, always in sight

  // Each requirement of the program, met or not yet, for the first attorney and case.
  const requirements = () => {
    const told = lists.attorney[0].told();
    const first = lists.case[0].told();
    const met = {
      intro_video: told.intro_video, center_of_excellence: told.center_of_excellence, eoir_28: first.eoir_28,
      consent_to_mentoring: first.consent_to_mentoring, malpractice_cover: told.malpractice && told.malpractice !== "none",
    };
    const list = make("ul", "", "met");
    for (const row of data.requirements) {
      const item = make("li");
      item.append(make("span", met[row.id] ? "Met" : "Not yet", `badge ${met[row.id] ? "ok" : "neutral"}`), ` ${row.title}. `);
      if (!met[row.id]) item.append(make("small", `${row.needed}. ${row.tell}`));
      list.append(item);
    }
    return list;
  };

  // The records as pairs of path and text, organization first.
  const files = () => {
    const taken = new Set();
    const day = todayIso();
    const found = [];
    let placed;
    if (who.told().who === "organization") {
      const told = organization.told();
      placed = records.slugId("o", told.name, taken);
      found.push([`data/organizations/${placed}.yml`, records.yaml(records.organizationRecord(told, placed))]);
    }
    const attorneys = lists.attorney.map((one) => {
      const told = one.told();
      const id = records.slugId("a", told.name, taken);
      taken.add(id);
      found.push([`data/attorneys/${id}.yml`, records.yaml(records.attorneyRecord(told, id, placed))]);
      return id;
    });
    for (const one of lists.case) {
      const told = one.told();
      const id = ids.get(one);
      found.push([`data/cases/${id}.yml`, records.yaml(records.caseRecord(told, id, attorneys[Number(told.attorney)] || attorneys[0], placed, day))]);
    }
    return found;
  };

  const label = (list, code) => (list.find(([own]) => own === code) || ["", code])[1];
  const letter = () => {
    const asked = lists.case.map((one) => {
      const told = one.told();
      const hearing = told.hearing_date ? `${words.inside(label(options.hearing_type, told.hearing_type))} ${told.hearing_date}` : "no hearing date yet";
      const due = told.judge_set ? `, filings due ${told.judge_set} by order` : "";
      const held = told.place === "detention-facility" ? ", detained" : "";
      return `${ids.get(one)}: ${label(options.court, told.court)}, ${hearing}${due}${held}, languages ${told.languages.map((code) => label(options.language, code)).join(", ")}`;
    });
    const from = who.told().who === "organization" ? organization.told() : { contact: lists.attorney[0].told().name };
    const many = asked.length > 1 ? `mentors for ${asked.length} cases` : "a mentor for one case";
    return {
      subject: (urgent() ? `URGENT, ${urgent()}: ` : "") + (asked.length > 1 ? `Mentor request: ${asked.length} cases` : `Mentor request: ${ids.get(lists.case[0])}`),
      body: [`I ask for ${many}. The records are in the file mentor-request.zip, which I attach.`, "", ...asked, "", [from.contact, from.name].filter(Boolean).join(", ")].join("\r\n"),
    };
  };

  const outcome = () => {
    const made = files();
    const mail = letter();
    const keep = make("button", "1. Save the records", "md-button md-button--primary");
    keep.type = "button";
    keep.addEventListener("click", () => save("mentor-request.zip", "application/zip", zip(made)));
    const write = make("a", "2. Write the e-mail", "md-button");
    write.href = `mailto:${data.mail}?subject=${encodeURIComponent(mail.subject)}&body=${encodeURIComponent(mail.body)}`;
    const shown = make("details");
    shown.append(make("summary", "What is in the records and the e-mail"));
    for (const [path, text] of [...made, [`E-mail to ${data.mail}: ${mail.subject}`, mail.body]]) {
      const text_ = make("pre");
      text_.tabIndex = 0;
      text_.append(make("code", text));
      shown.append(make("h4", path), text_);
    }
    return [make("h2", "Ready"), make("p", "Save the records, then write the e-mail and attach the file. Nothing was sent so far."), keep, " ", write, shown];
  };

  // Two attorneys with one address would be one person to the program.
  const twice = () => {
    const seen = new Set();
    return lists.attorney.flatMap((one) => {
      const email = one.told().email.toLowerCase();
      const again = email !== "" && seen.has(email);
      seen.add(email);
      return again ? [{ words: `${one.legend.textContent}: this e-mail is another attorney's too`, focus: one.fields.email.focus }] : [];
    });
  };

  // The first day on which something of a case is due, or nothing within the days that are urgent.
  const urgent = () =>
    lists.case
      .flatMap((one) => [one.told().hearing_date, one.told().judge_set])
      .filter((day) => day && dates.read(day) - dates.today() <= SOON)
      .sort()[0];

  const refresh = () => {
    const many = who.told().who === "organization";
    organization.box.hidden = moreAttorneys.hidden = !many;
    while (!many && lists.attorney.length > 1) lists.attorney.pop().box.remove();
    lists.attorney.forEach((one, index) => {
      one.legend.textContent = many ? `Attorney ${index + 1}` : "You";
      one.away.hidden = lists.attorney.length < 2;
    });
    lists.case.forEach((one, index) => {
      one.legend.textContent = lists.case.length > 1 ? `Case ${index + 1}` : "The case";
      one.away.hidden = lists.case.length < 2;
      const { box, control } = one.fields.attorney;
      box.hidden = lists.attorney.length < 2;
      const now = control.value;
      control.replaceChildren(...names().map(([value, words]) => option(value, words)));
      control.value = Number(now) < lists.attorney.length ? now || "0" : "0";
    });
    const parts = [who, ...(many ? [organization] : []), ...lists.attorney, ...lists.case];
    const missing = [...parts.flatMap((part) => part.missing()), ...twice()];
    const list = make("ul", "", "missing");
    for (const one of missing) {
      const button = make("button", one.words, "as-link");
      button.type = "button";
      button.addEventListener("click", one.focus);
      const item = make("li");
      item.append(button);
      list.append(item);
    }
    const open = status.querySelector("details")?.open;
    const later = Object.assign(make("details"), { open: Boolean(open) });
    later.append(make("summary", many ? "Our requirements, for the first attorney" : "Our requirements, most of them for later"), requirements());
    status.replaceChildren(
      make("h2", missing.length ? `Still missing: ${missing.length}` : "Nothing is missing"), ...(missing.length ? [list] : []), later
    );
    const next = make("button", missing.length ? `Still missing: ${missing.length}. Next` : "Nothing is missing: to the records", "as-link");
    next.type = "button";
    next.addEventListener("click", () => (missing.length ? missing[0].focus() : results.scrollIntoView()));
    bar.replaceChildren(next);
    results.replaceChildren(...(missing.length ? [] : outcome()));
  };

  const fields = make("div");
  fields.append(who.box, organization.box, places.attorney, moreAttorneys, places.case, moreCases);
  here.append(fields, status, results, bar);
  add("attorney");
  add("case");
  if (location.hash === "#organizations") who.fields.who.control.value = "organization";
  refresh();
  for (const kind of ["input", "change"]) here.addEventListener(kind, refresh);
  here.addEventListener("submit", (event) => event.preventDefault());
  here.hidden = false;
})();
