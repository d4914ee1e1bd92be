// Days as whole numbers (1970-01-01 is 0) and their words, the same as the engine's in Python. Part of globalThis.vecina.
(() => {
  "use strict";
  const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const MS = 86400000;

  const parts = (day) => {
    const at = new Date(day * MS);
    return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
  };
  const of = (year, month, day) => Math.round(Date.UTC(year, month - 1, day) / MS);

  // The day of a text written YYYY-MM-DD, or null for anything else and for days that do not exist.
  const read = (text) => {
    const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text || "");
    if (!match) return null;
    const [year, month, day] = match.slice(1).map(Number);
    const found = of(year, month, day);
    const back = parts(found);
    return year >= 1900 && year <= 2099 && back.month === month && back.day === day ? found : null;
  };
  const pad = (number) => String(number).padStart(2, "0");
  const iso = (day) => {
    const { year, month, day: date } = parts(day);
    return `${year}-${pad(month)}-${pad(date)}`;
  };
  const weekday = (day) => (((day + 3) % 7) + 7) % 7; // Monday is 0
  const short = (day) => {
    const { month, day: date } = parts(day);
    return `${DAYS[weekday(day)]} ${date} ${MONTHS[month - 1]}`;
  };
  const words = (day) => `${short(day)} ${parts(day).year}`;

  // The same calendar day so many years on; March 1 for February 29 where the year has none.
  const anniversary = (day, years) => {
    const { year, month, day: date } = parts(day);
    const leap = new Date(Date.UTC(year + years, 1, 29)).getUTCMonth() === 1;
    return month === 2 && date === 29 && !leap ? of(year + years, 3, 1) : of(year + years, month, date);
  };

  const today = () => {
    const now = new Date();
    return of(now.getFullYear(), now.getMonth() + 1, now.getDate());
  };

  const plural = (count, one) => `${count || "no"} ${count === 1 ? one : `${one}s`}`;
  const listing = (items, last = "and") =>
    items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${last} ${items[items.length - 1]}`;
  const lower = (letter) => letter !== undefined && letter !== letter.toUpperCase() && letter === letter.toLowerCase();
  const inside = (label) => (lower(label[1]) || label[1] === " " ? label[0].toLowerCase() + label.slice(1) : label);
  const line = (text) => text.trim().split(/\s+/).join(" ");

  const vecina = (globalThis.vecina = globalThis.vecina || {});
  vecina.dates = { parts, read, iso, weekday, short, words, anniversary, today };
  vecina.words = { plural, listing, inside, line };
})();
