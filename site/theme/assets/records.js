// Makes records of what the form was told: the same YAML that `vecina fmt` writes. Part of globalThis.vecina.
(() => {
  "use strict";
  const LETTERS = "abcdefghjkmnpqrstuvwxyz";
  const DIGITS = "23456789";
  const SAFE = /^[^\s\-?:,[\]{}#&*!|>'"%@`][^\n\r\t\x7f]*$|^-[^\s:#,[\]{}][^\n\r\t\x7f]*$/u;
  const WORDS = /^(?:~|null|true|false|yes|no|on|off|y|n|=)$/i;
  const NUMBER = /^[-+.]?[0-9]/;

  const chance = (signs) => signs[crypto.getRandomValues(new Uint32Array(1))[0] % signs.length];

  // An id that says nothing about the case: c- and five random signs, never two digits side by side.
  const caseId = () => {
    let signs = "";
    while (signs.length < 5) signs += chance(DIGITS.includes(signs.at(-1) || "x") ? LETTERS : LETTERS + DIGITS);
    return `c-${signs}`;
  };

  // An id from a professional's name: the last word of a person's, the first words of an organization's.
  const slugId = (prefix, name, taken) => {
    const plain = name.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase();
    const words = (plain.match(/[a-z]+/g) || []).filter((word) => word !== "sample");
    if (!words.length) words.push("new");
    const tries = prefix === "o" ? words.map((_, end) => words.slice(0, end + 1)) : words.map((_, back) => words.slice(words.length - 1 - back));
    const ids = tries.map((part) => `${prefix}-${part.join("-").slice(0, 30).replace(/-$/, "")}`);
    for (const letter of LETTERS) ids.push(`${ids[ids.length - 1].slice(0, 27)}-${letter}`);
    return ids.find((id) => !taken.has(id));
  };

  const scalar = (value, flow) => {
    if (typeof value === "boolean" || typeof value === "number") return String(value);
    const plain =
      SAFE.test(value) && value === value.trim() && !value.includes(": ") && !value.includes(" #") && !value.endsWith(":") &&
      !(flow && /[,[\]{}]/.test(value)) && !WORDS.test(value) && (!NUMBER.test(value) || /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value));
    return plain ? value : JSON.stringify(value);
  };

  const lines = (data, indent) =>
    Object.entries(data).flatMap(([key, value]) => {
      const head = `${" ".repeat(indent)}${key}:`;
      if (Array.isArray(value) && value.every((item) => typeof item !== "object")) {
        const flow = `[${value.map((item) => scalar(item, true)).join(", ")}]`;
        if (head.length + 1 + flow.length <= 100) return [`${head} ${flow}`];
        return [head, ...value.map((item) => `${" ".repeat(indent + 2)}- ${scalar(item)}`)];
      }
      if (Array.isArray(value))
        return [
          head,
          ...value.flatMap((item) => {
            const [first, ...rest] = lines(item, indent + 4);
            return [`${" ".repeat(indent + 2)}- ${first.trimStart()}`, ...rest];
          }),
        ];
      if (typeof value === "object") return [head, ...lines(value, indent + 2)];
      return [`${head} ${scalar(value)}`];
    });

  // Without what was left empty: no field says nothing.
  const kept = (data) =>
    Object.fromEntries(
      Object.entries(data).filter(
        ([, value]) => value !== "" && value !== undefined && value !== null && !(typeof value === "object" && !Object.keys(value).length)
      )
    );
  const yaml = (data) => `${lines(kept(data), 0).join("\n")}\n`;

  const attorneyRecord = (told, id, organization) => ({
    id,
    name: told.name,
    email: told.email,
    organization,
    firm: told.firm,
    time_zone: told.time_zone,
    languages: told.languages,
    bar: [{ state: told.bar, status: told.standing ? "active" : "pending" }],
    eoir_id: told.eoir_id === "yes",
    malpractice: { source: told.malpractice },
    trainings: [
      ...(told.intro_video ? [{ kind: "intro-video", completed: told.intro_video }] : []),
      ...(told.center_of_excellence ? [{ kind: "center-of-excellence", completed: told.center_of_excellence }] : []),
    ],
  });

  const caseRecord = (told, id, attorney, organization, today) => ({
    id,
    status: "requested",
    history: [{ status: "requested", date: today }],
    requested_on: today,
    organization,
    attorney,
    court: told.court,
    detained: told.place === "detention-facility",
    client: kept({ place: told.place, state: told.state, reached_by: told.reached_by }),
    languages: told.languages,
    country: told.country,
    posture: told.posture,
    claims: told.claims,
    last_arrival: told.last_arrival,
    i589_filed: told.i589_filed,
    hearings: told.hearing_date
      ? [
          kept({
            type: told.hearing_type || "master-calendar",
            date: told.hearing_date,
            time: told.hearing_time,
            mode: told.hearing_mode || "in-person",
            status: "scheduled",
            judge_set_filing_date: told.judge_set,
          }),
        ]
      : [],
    requirements: kept({ consent_to_mentoring: told.consent_to_mentoring, eoir_28: told.eoir_28 }),
  });

  const organizationRecord = (told, id) => ({
    id,
    name: told.name,
    state: told.state,
    contacts: [{ name: told.contact, email: told.email }],
    malpractice_cover: { provides: told.covers === "yes" },
  });

  Object.assign(globalThis.vecina, { records: { caseId, slugId, yaml, attorneyRecord, caseRecord, organizationRecord } });
})();
