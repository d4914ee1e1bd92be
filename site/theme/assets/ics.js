// One deadline as a calendar file (RFC 5545), made in the browser. Part of globalThis.vecina.
(() => {
  "use strict";
  const { dates } = globalThis.vecina;
  const encoder = new TextEncoder();

  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
  const compact = (day) => dates.iso(day).replaceAll("-", "");

  // Lines of at most 75 octets; what follows begins with a space. No sign is cut in two.
  const folded = (line) => {
    const out = [];
    let part = "";
    let size = 0;
    for (const sign of line) {
      const octets = encoder.encode(sign).length;
      if (size + octets > 75) {
        out.push(part);
        part = " ";
        size = 1;
      }
      part += sign;
      size += octets;
    }
    return [...out, part].join("\r\n");
  };

  const alarm = (days, words) => [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(words)}`,
    `TRIGGER:-P${days}D`,
    "END:VALARM",
  ];

  // An all-day entry on `day`. `uid` is the same for the same question, so a second import moves the entry and adds none.
  const calendar = ({ uid, day, summary, description, url, now }) => {
    const stamp = now.toISOString().replace(/[-:]|\.[0-9]+/g, "");
    const lines = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//VECINA//Deadline calculator//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "BEGIN:VEVENT",
      `UID:${uid}@deadlines.vecina.org`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(day + 1)}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      `URL:${url}`,
      "CLASS:PRIVATE",
      "TRANSP:TRANSPARENT",
      ...alarm(7, summary),
      ...alarm(1, summary),
      "END:VEVENT",
      "END:VCALENDAR",
    ];
    return lines.map(folded).join("\r\n") + "\r\n";
  };

  globalThis.vecina.calendar = calendar;
})();
