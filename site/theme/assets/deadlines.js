// Computes a date from a rule exactly as `vecina compute` does: same day, same safe day, same sentences.
// Everything it knows is law.js; nothing is asked of any server. Part of globalThis.vecina.
(() => {
  "use strict";
  const { dates, words, derive, calendarOf } = globalThis.vecina;
  const SETS_DUE = ["in-force", "superseded"];
  const RANK = { order: 4, statute: 3, regulation: 2, precedent: 2, memorandum: 1, manual: 1, practice: 0 };

  const begun = (value, trigger, asOf) => value.from <= dates.iso(value.keyed_to === "trigger" ? trigger : asOf);
  const isArgued = (value) => value.status === "vacated" && Boolean(value.still_argued);
  const rank = (value) => RANK[value.basis || "practice"];

  // Of the values begun that ever were law the highest text, and of its values the latest.
  const valueOn = (rule, trigger, asOf) =>
    rule.values
      .filter((value) => SETS_DUE.includes(value.status) && begun(value, trigger, asOf))
      .reduce((best, value) => {
        if (best === null) return value;
        const higher = rank(value) - rank(best);
        return higher > 0 || (higher === 0 && value.from > best.from) ? value : best;
      }, null);
  const disputedOn = (rule, trigger, asOf) =>
    rule.values.filter(
      (value) => "count" in value && (value.status === "disputed" || isArgued(value)) && begun(value, trigger, asOf)
    );
  const cited = (rule) => {
    const law = rule.values.filter((value) => SETS_DUE.includes(value.status));
    const from = law.length ? law : rule.values;
    return from[from.length - 1];
  };

  const counted = (value, direction, trigger, here) => {
    const sign = direction === "before" ? -1 : 1;
    if (value.unit === "business-day") return here.addBusiness(trigger, sign * value.count);
    const shift = value.shift_days || 0;
    if (value.unit === "year") return dates.anniversary(trigger, sign * value.count) + shift;
    return trigger + sign * value.count + shift;
  };

  const pastOutages = (due, calendar, here, forum, court, detained) => {
    const moved = [];
    let day = due;
    for (;;) {
      const hit = calendar.shut(day, forum, court, detained);
      if (!hit.length) return [day, moved];
      moved.push(...hit);
      day = here.next(Math.max(...hit.map((row) => (row.timelyThrough !== null ? row.timelyThrough : row.last + 1))));
    }
  };

  const notes = (law, calendar, rule, value, anchor, raw, due, asOf, forum) => {
    const nature = rule.nature || "filing";
    const found = [];
    if (nature === "filing" && forum in derive.RECEIVER)
      found.push(`What counts is the day on which ${derive.RECEIVER[forum]} receives it, not the day of mailing.`);
    if (forum === "uscis" && (nature === "filing" || nature === "act") && raw !== due)
      found.push("At USCIS a day off extends only what is sent on paper; what is sent or paid online gets no more time.");
    if ("remember" in rule) found.push(words.line(rule.remember));
    if ("note" in value) found.push(words.line(value.note));
    const { month, day } = dates.parts(anchor);
    if (value.unit === "year" && month === 2 && day === 29)
      found.push("No authority was found for an event on February 29: the rule's day is March 1, the safe day February 28.");
    for (const other of disputedOn(rule, anchor, asOf)) if ("note" in other) found.push(words.line(other.note));
    for (const other of rule.values)
      if (other.status === "unknown" && "note" in other && other.from <= dates.iso(asOf)) found.push(words.line(other.note));
    for (const other of rule.values) {
      if (other.status !== "proposed" || !("count" in other) || other.from > dates.iso(asOf)) continue;
      const then = counted(other, rule.direction, anchor, calendar.all);
      const count = words.plural(other.count, derive.UNITS[other.unit]);
      found.push(`Proposed and not law: ${count} (${other.authority}), which would be ${dates.words(then)}.`);
    }
    if (nature !== "earliest") found.push(...derive.closures(raw, due, calendar, forum));
    return [...found, ...derive.certainty(law, rule, value, asOf)];
  };

  const answer = (rule, trigger, source, more) => ({
    rule: rule.id, trigger, raw: null, due: null, file_by: null, status: rule.otherwise,
    authority: source.authority, url: source.url, rolled: [], explanation: "", notes: [], ...more,
  });

  // No due date, and what is needed instead; a safe day where a reading that is disputed gives one.
  const noDate = (law, rule, trigger, asOf, here, value, disputed, rivals, detained) => {
    const source = value || cited(rule);
    let text = "An open task: no number of days is set.";
    if (detained)
      text = "For a detained case there is no default: ask the court for a scheduling order and file by the date it sets.";
    else if (value === null)
      text =
        "No value of this rule is in force for that day, so it gives no date. Where a court order sets one, that date counts.";
    else if (rule.otherwise === "needs-order")
      text = "Only an order of the court sets this date: look at the order, or ask the court. There is no default.";
    let fileBy = null;
    if (disputed.length) {
      const first = rivals.reduce((best, day, index) => (day < rivals[best] ? index : best), 0);
      fileBy = here.last(rivals[first]);
      text += ` To be safe file by ${dates.words(fileBy)}, under a reading that is disputed: ${disputed[first].authority}.`;
    }
    const said = "remember" in rule ? [words.line(rule.remember)] : [];
    for (const other of rule.values)
      if ("note" in other && other.status !== "superseded" && other.from <= dates.iso(asOf)) said.push(words.line(other.note));
    return answer(rule, trigger, source, {
      file_by: fileBy, explanation: text, notes: [...said, ...derive.certainty(law, rule, source, asOf)],
    });
  };

  const compute = (law, calendar, rule, trigger, asOf, { detained, court, forum: asked }) => {
    const anchor = "not_before" in rule ? Math.max(trigger, dates.read(rule.not_before)) : trigger;
    const value = valueOn(rule, anchor, asOf);
    const excluded = detained && rule.applies.detained === false;
    const forum = asked || rule.applies.forum;
    const nature = rule.nature || "filing";
    const here = calendar.at(forum, court);
    const disputed = disputedOn(rule, anchor, asOf);
    const rivals = disputed.map((other) => counted(other, rule.direction, anchor, here.firm));
    if (excluded || value === null || !("count" in value))
      return noDate(law, rule, trigger, asOf, here, value, excluded ? [] : disputed, rivals, excluded);
    const raw = counted(value, rule.direction, anchor, here);
    let due = here.next(raw);
    let fileBy = due;
    let text = derive.derivation(law, rule, value, trigger, anchor, raw, here);
    if (nature === "earliest") {
      text += `${derive.roll(raw, due, here)}. Not before ${dates.short(raw)}.`;
    } else if (nature === "agency") {
      fileBy = here.last(raw);
      text += ". It binds the court or the agency and can come on any day until then: be ready at once.";
    } else if (nature === "departure") {
      fileBy = here.last(raw);
      text += `. The client must have left by ${dates.short(raw)}.`;
      if (due !== raw) text += ` The move to ${dates.short(due)} is for a motion filed that day, not for leaving.`;
    } else {
      let moved = [];
      if (nature === "filing") [due, moved] = pastOutages(due, calendar, here, forum, court, detained);
      const last = Math.min(raw, counted(value, rule.direction, anchor, here.firm), ...rivals);
      fileBy = here.last(last);
      text +=
        `${derive.roll(raw, due, here, moved)}.${derive.safe(rule, last, fileBy, due, here)}` +
        derive.rival(disputed, rivals, raw);
    }
    const rolled = Array.from({ length: Math.max(0, due - raw) }, (_, step) => raw + step);
    return answer(rule, trigger, value, {
      raw, due, file_by: fileBy, status: value.status, rolled, explanation: text,
      notes: [...derive.localHoliday(raw, due, here), ...notes(law, calendar, rule, value, anchor, raw, due, asOf, forum)],
    });
  };

  // Makes the engine of the data in law.js. `ask` answers one rule for one day as `vecina compute` would on `today`.
  const engine = (law) => {
    const calendar = calendarOf(law.calendar);
    const rules = new Map(law.rules.map((rule) => [rule.id, rule]));
    const ask = (id, trigger, today, { detained = false, court = null, forum = null, asOf = null } = {}) => {
      const rule = rules.get(id);
      const none = (why) => answer(rule, trigger, cited(rule), { status: "unknown", explanation: why });
      const own = rule.applies.forum;
      if (forum !== null && forum !== own && !(rule.applies.also_before || []).includes(forum))
        return none(`This rule is for another forum: ${law.words.forum[own]}.`);
      const from = Math.max(trigger, dates.read(rule.not_before || "1900-01-01"));
      const { year } = dates.parts(from);
      if (year < law.first_year || year >= law.last_year)
        return none(`The calendar of federal holidays covers ${law.first_year} to ${law.last_year}.`);
      if (!rule.reliable) return none("The rule or the federal holidays cannot be relied on. Run `vecina check`.");
      const lawDay = rule.direction === "before" ? Math.min(today, trigger) : today;
      return compute(law, calendar, rule, trigger, asOf === null ? lawDay : asOf, { detained, court, forum });
    };
    return { rules, ask, calendar };
  };

  globalThis.vecina.engine = engine;
})();
