// Business days, days off of each place, closures and outages: the calendar of law.js. Part of globalThis.vecina.
(() => {
  "use strict";
  const { dates } = globalThis.vecina;

  class Calendar {
    constructor(closed, base) {
      this.closed = closed; // day -> name of the holiday
      this.firm = base || this; // the days off that a safe day may count on
    }
    why(day) {
      return this.closed.get(day) || { 5: "a Saturday", 6: "a Sunday" }[dates.weekday(day)] || null;
    }
    isBusiness(day) {
      return dates.weekday(day) < 5 && !this.closed.has(day);
    }
    next(day) {
      let found = day;
      while (!this.isBusiness(found)) found += 1;
      return found;
    }
    last(day) {
      let found = day;
      while (!this.isBusiness(found)) found -= 1;
      return found;
    }
    addBusiness(day, count) {
      let found = day;
      for (let step = 0; step < Math.abs(count); step += 1) found = count > 0 ? this.next(found + 1) : this.last(found - 1);
      return found;
    }
  }

  // The program's calendar of its data: one for everywhere, and one for each place with other days off.
  const calendarOf = (data) => {
    const days = (of) => new Map(Object.entries(of).map(([day, name]) => [dates.read(day), data.names[name]]));
    const all = new Calendar(days(data.closed), null);
    const places = new Map(
      Object.entries(data.places).map(([name, place]) => [name, new Calendar(days(place.closed), place.own_base ? null : all)])
    );
    const outages = data.outages.map((row) => ({
      ...row,
      first: dates.read(row.first),
      last: dates.read(row.last),
      timelyThrough: dates.read(row.timely_through),
    }));
    return {
      all,
      closures: new Map(data.closures.map((row) => [dates.read(row.day), row.authority])),
      confirmedThrough: dates.read(data.confirmed_through),
      at: (forum, court) =>
        (forum === "immigration-court" && places.get(`court:${court}`)) || places.get(`forum:${forum}`) || all,
      // Whether a filing of this kind could not be made on the day. Without a court only what touched all of them counts.
      shut: (day, forum, court, detained) =>
        outages.filter(
          (row) =>
            row.first <= day &&
            day <= row.last &&
            row.forums.includes(forum) &&
            !(detained && row.what === "detained-only") &&
            (row.courts.length === 0 || row.courts.includes(court))
        ),
    };
  };

  globalThis.vecina.calendarOf = calendarOf;
})();
