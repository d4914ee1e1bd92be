// The sentences of a date: its derivation, and what a careful lawyer adds. Part of globalThis.vecina.
(() => {
  "use strict";
  const { dates, words } = globalThis.vecina;
  const { short } = dates;
  const HEARINGS = {
    "individual-hearing": "the individual hearing of ",
    "master-calendar-hearing": "the master calendar hearing of ",
  };
  const UNITS = { day: "day", "business-day": "business day", year: "year" };
  const SAFE = { filing: "File by", act: "Do it by" };
  const SHUT = {
    "ecas-outage": "e-filing was down",
    "court-closed": "the court was closed",
    "detained-only": "the court took detained cases only",
  };
  const RECEIVER = { "immigration-court": "the court", bia: "the BIA", "court-of-appeals": "the court of appeals" };
  const NEAR = 60;

  // Each day after the first and before the last.
  const between = (first, last) => {
    const found = [];
    for (let day = first + 1; day < last; day += 1) found.push(day);
    return found;
  };
  const holidays = (days, here) => days.filter((day) => here.closed.has(day) && dates.weekday(day) < 5);
  const holiday = (day, here) => `${short(day)} is a holiday (${here.closed.get(day)})`;

  const derivation = (law, rule, value, trigger, anchor, raw, here) => {
    if (value.count === 0) return `The date set is ${dates.words(raw)}`;
    const hearing = HEARINGS[rule.trigger] || "";
    const event = hearing ? "" : ` (${words.inside(law.words.trigger[rule.trigger])})`;
    const count = words.plural(value.count, UNITS[value.unit]);
    let text = `${count} ${rule.direction} ${hearing}${dates.words(anchor)}${event} is ${dates.words(raw)}`;
    if (anchor !== trigger) text = `An event of ${dates.words(trigger)} counts as one of ${dates.words(anchor)}. ${text}`;
    const shift = value.shift_days || 0;
    if (shift) text += `, ${words.plural(Math.abs(shift), "day")} ${shift < 0 ? "less" : "more"}`;
    if (value.unit === "business-day") {
      const off = holidays(between(Math.min(anchor, raw), Math.max(anchor, raw)), here);
      if (off.length) {
        const named = words.listing(off.map((day) => `${short(day)}, ${here.closed.get(day)},`));
        text += `; ${named} ${off.length === 1 ? "is" : "are"} not counted`;
      }
    }
    return text;
  };

  // `, a Saturday; the next business day is Mon 30 Nov`, with each holiday and outage on the way; empty without a roll.
  const roll = (raw, due, here, moved = []) => {
    if (due === raw) return "";
    const why = here.why(raw);
    const out = new Set(moved.flatMap((row) => between(row.first - 1, row.last + 1)));
    let text = why ? `, ${why}` : "";
    for (const day of holidays(between(raw, due), here)) if (!out.has(day)) text += `; ${holiday(day, here)}`;
    for (const row of moved) {
      const span =
        row.first === row.last ? `on ${dates.words(row.first)}` : `from ${short(row.first)} to ${dates.words(row.last)}`;
      text += `; ${span} ${SHUT[row.what]} (${row.authority})`;
    }
    const last = moved.some((row) => row.timelyThrough !== null) ? "filings are in time through" : "the next business day is";
    return `${text}; ${last} ${short(due)}`;
  };

  const safe = (rule, last, fileBy, due, here) => {
    if (fileBy === due) return "";
    const off = holidays(between(fileBy, last), here);
    const why = off.length ? ` (${words.listing(off.map((day) => holiday(day, here)))})` : "";
    return ` ${SAFE[rule.nature || "filing"]} ${short(fileBy)}${why}.`;
  };

  const rival = (disputed, rivals, raw) => {
    const earlier = rivals.map((day, index) => [day, disputed[index]]).filter(([day]) => day < raw);
    if (!earlier.length) return "";
    const [day, value] = earlier.reduce((best, pair) => (pair[0] < best[0] ? pair : best));
    const argued = value.status === "vacated" && value.still_argued;
    const what = argued ? "a count that was vacated and is still argued in court" : "a reading that is disputed";
    return ` The safe day keeps to ${what} and ends on ${short(day)}: ${value.authority}.`;
  };

  // How sure the value and its first day are, when somebody last held it against its source, and whether to look again.
  const certainty = (law, rule, value, lawAsOf) => {
    const found = [];
    const begun = dates.read(value.from);
    if (value.from_certain === false && Math.abs(lawAsOf - begun) <= NEAR)
      found.push(`The exact first day of this value is not settled; it is taken to be ${dates.words(begun)}.`);
    const last = dates.read(value.verified.day);
    let text = `Verified on ${dates.words(last)}: ${law.words.certainty[value.verified.certainty]}.`;
    const every = rule.verify_every_days === undefined ? law.verify_every_days : rule.verify_every_days;
    if (lawAsOf - last > every) text += " Re-verification is overdue.";
    return [...found, text];
  };

  const closures = (raw, due, calendar, forum) => {
    const found = [];
    const here = calendar.at(forum);
    for (const day of new Set([raw, due].filter((one) => calendar.closures.has(one)))) {
      let other = due;
      while (calendar.closures.has(other) || !here.isBusiness(other)) other += 1;
      found.push(
        `The executive agencies were closed on ${dates.words(day)} (${calendar.closures.get(day)}). Whether that day counts ` +
          `as a holiday is unsettled; if it does, the last day is ${dates.words(other)}. Do not rely on it.`
      );
    }
    const through = calendar.confirmedThrough;
    const { month, day: date } = dates.parts(due);
    if (through !== null && due > through && month === 12 && date >= 24)
      found.push(`Closures in late December are ordered only days ahead; what is known ends on ${dates.words(through)}.`);
    return found;
  };

  const localHoliday = (raw, due, here) => {
    const found = [];
    for (let day = raw; day < due; day += 1) {
      if (here.closed.has(day) && !here.firm.closed.has(day) && dates.weekday(day) < 5)
        found.push(
          `${here.closed.get(day)} (${short(day)}) is a holiday in the Washington area only (5 U.S.C. 6103(c)). Whether it ` +
            "moves a deadline here is unsettled; the safe day does not lean on it."
        );
    }
    return found;
  };

  globalThis.vecina.derive = { derivation, roll, safe, rival, certainty, closures, localHoliday, UNITS, RECEIVER };
})();
