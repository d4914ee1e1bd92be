"""The calendar file, read back with two readers that know nothing of each other: right days, right hours, no person."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given, settings, strategies as st

from outside import ROOT
from programs import MINI, copy_of
from test_escape import texts
from vecina.book import Book, open_book
from vecina.deadlines import Due, agenda
from vecina.report.ics import as_ics
from vecina.report.ics_zone import zone

TODAY = date(2026, 11, 24)
FILINGS = Due(
    "c-a9xgu", "court", "Pre-hearing filings", date(2026, 11, 30), date(2026, 11, 27), "soon", 3, "a-finch m-ibarra",
    rule="ic.ich_filing", authority="Manual, Appendix C", url="https://example.org/c", explanation="30 days before.",
    notes=("Some courts are closed that day.", "Also read as 15 days."), key="filing.2",
)  # fmt: skip
HEARING = Due(
    "c-a9xgu", "hearing", "Individual hearing", date(2026, 12, 28), date(2026, 12, 28), "later", 34, "attorney",
    ("hearings", 1, "date"), explanation="In person, at 09:00, court HOU.", key="hearing.2",
)  # fmt: skip
MORNINGS = [timedelta(days=-6, hours=-15), timedelta(hours=-15)]
DAYS = [timedelta(days=-7), timedelta(days=-1)]
ZONES = json.loads((ROOT / "schemas/lists.schema.json").read_text())["$defs"]["time_zone"]["enum"]
BOOK = open_book(MINI)
PROPERTIES = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CATEGORIES", "CLASS", "TRANSP"}
HOSTILE = [
    "x\r\nEND:VEVENT\r\nBEGIN:VALARM", "x\nATTENDEE:mailto:x@example.org", "x\rURL:y", "a\\nb\\;c\\,d\\", "\\", ";,", "a\tb",
    "x\u2028END:VCALENDAR\u2029\x85X:1\x0b\x0cY:2\x1cZ:3", "x\x00\x07\x7f\ud800y", "é👩🏽‍⚖️" * 300, '"' * 200, "\ufeffx\u202ey",
]  # fmt: skip


class Entry(NamedTuple):
    """What a reader makes of one entry; times are in UTC."""

    uid: str
    start: date
    end: date
    summary: str
    description: str
    location: str
    categories: list[str]
    kept: tuple[str, str]
    alarms: list[timedelta]


def utc(at: date) -> date:
    return at.astimezone(UTC) if isinstance(at, datetime) else at


def first_reader(text: str) -> list[Entry]:
    """What vobject reads, with the time zones that the file itself defines."""
    found = []
    for event in vobject.readOne(text).contents.get("vevent", []):
        alarms = event.contents.get("valarm", [])
        assert all((alarm.action.value, alarm.description.value) == ("DISPLAY", event.summary.value) for alarm in alarms)
        found.append(
            Entry(
                event.uid.value, utc(event.dtstart.value), utc(event.dtend.value), event.summary.value, event.description.value,
                event.location.value if "location" in event.contents else "", event.categories.value,
                (event.contents["class"][0].value, event.transp.value), [alarm.trigger.value for alarm in alarms],
            )
        )  # fmt: skip
    return found


def second_reader(text: str) -> list[Entry]:
    """What icalendar reads."""
    events: list[Any] = list(icalendar.Calendar.from_ical(text).walk("VEVENT"))
    return [
        Entry(
            str(event["uid"]), utc(event.start), utc(event.end), str(event["summary"]), str(event["description"]),
            str(event.get("location", "")), [str(word) for word in event["categories"].cats],
            (str(event["class"]), str(event["transp"])), [alarm["trigger"].dt for alarm in event.walk("VALARM")],
        )
        for event in events
    ]  # fmt: skip


def read(text: str) -> list[Entry]:
    """The entries, of which both readers say the same."""
    found = first_reader(text)
    assert found == second_reader(text)
    return found


@pytest.fixture
def book() -> Book:
    """The miniature program, to be changed."""
    return open_book(MINI)


def only(due: Due, book: Book, today: date = TODAY) -> Entry:
    """The one entry of one row."""
    (entry,) = read(as_ics([due], book, today, "Due"))
    return entry


def test_a_deadline_is_the_whole_safe_day(book: Book) -> None:
    got = only(FILINGS, book)
    assert (got.uid, got.summary) == ("c-a9xgu.filing.2@example.org", "c-a9xgu: Pre-hearing filings")
    assert (got.start, got.end) == (date(2026, 11, 27), date(2026, 11, 28))  # the end is exclusive
    assert (got.kept, got.alarms, got.categories) == (("PRIVATE", "TRANSPARENT"), MORNINGS, ["Court deadline"])
    assert got.description.split("\n") == [
        "Safe day: Fri 27 Nov 2026. Day by the rule: Mon 30 Nov 2026.",
        "30 days before.",
        "Some courts are closed that day.",
        "Also read as 15 days.",
        "Manual, Appendix C",
        "https://example.org/c",
        "Check this date against the record and the court's notice.",
    ]


def test_a_deadline_whose_safe_day_is_past_reaches_from_today_to_the_day_of_the_rule(book: Book) -> None:
    got = only(FILINGS._replace(days=1, safe_day_is_past=True), book, date(2026, 11, 29))
    assert (got.start, got.end, got.alarms) == (date(2026, 11, 29), date(2026, 12, 1), [timedelta(hours=9)])
    assert got.summary.startswith("FILE AT ONCE: ") and "The safe day is past: file at once." in got.description
    late = only(FILINGS._replace(state="late", days=-2), book, date(2026, 12, 2))
    assert (late.start, late.alarms) == (date(2026, 11, 30), [])


def test_a_hearing_is_at_its_hour_in_the_zone_of_its_court(book: Book) -> None:
    text = as_ics([HEARING], book, TODAY, "Due")
    assert "DTSTART;TZID=America/Chicago:20261228T090000\r\n" in text
    (got,) = read(text)
    assert (got.start, got.end) == (datetime(2026, 12, 28, 15, tzinfo=UTC), datetime(2026, 12, 28, 16, tzinfo=UTC))
    assert (got.location, got.kept, got.alarms) == ("In person, Houston (HOU)", ("PRIVATE", "OPAQUE"), DAYS)
    assert "The notice names no end time" in got.description
    summer = HEARING._replace(due=date(2027, 7, 1), file_by=date(2027, 7, 1))
    assert only(summer, book).start == datetime(2027, 7, 1, 14, tzinfo=UTC)


def test_without_its_court_or_its_hour_a_hearing_is_the_whole_day(book: Book) -> None:
    unknown = open_book(MINI)
    del unknown.courts["HOU"], book.cases["c-a9xgu"].data["hearings"][1]["time"]
    for each, where in ((unknown, "court HOU"), (book, "Houston (HOU)")):
        got = only(HEARING, each)
        assert (got.start, got.end) == (date(2026, 12, 28), date(2026, 12, 29))
        assert (got.location, got.kept, got.alarms) == (f"In person, {where}", ("PRIVATE", "OPAQUE"), MORNINGS)
        assert "end time" not in got.description


def test_a_hearing_gone_by_only_asks_what_became_of_it(book: Book) -> None:
    got = only(HEARING._replace(state="late", days=-3), book, date(2026, 12, 31))
    assert (got.start, got.location, got.kept, got.alarms) == (date(2026, 12, 28), "", ("PRIVATE", "TRANSPARENT"), [])


def test_what_needs_an_order_moves_along_with_the_day(book: Book) -> None:
    needed = FILINGS._replace(due=None, file_by=None, state="needs-order", days=None)
    for day in (TODAY, TODAY + timedelta(days=1)):
        got = only(needed, book, day)
        assert (got.uid, got.start, got.end) == ("c-a9xgu.filing.2@example.org", day, day + timedelta(days=1))
        assert (got.summary, got.alarms) == ("c-a9xgu: Pre-hearing filings: a court order is needed", [])
    unread = "Pre-hearing filings: the law could not be read"
    assert only(needed._replace(title=unread), book).summary == f"c-a9xgu: {unread}"
    stopped = only(needed._replace(kind="clock", state="later"), book)
    assert (stopped.start, stopped.summary) == (TODAY, "c-a9xgu: Pre-hearing filings: no date yet")


@pytest.mark.parametrize("kind", ["clock", "milestone", "check-in", "message", "requirement"])
def test_the_program_s_own_dates_do_not_ring(kind: Any, book: Book) -> None:
    got = only(FILINGS._replace(kind=kind), book)
    assert (got.alarms, got.kept[1], got.categories[0].lower()) == ([], "TRANSPARENT", kind)


def test_the_calendar_says_what_it_is(book: Book) -> None:
    assert as_ics([], book, TODAY, "Due, all").split("\r\n") == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//VECINA//vecina//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        "NAME:Due\\, all", "X-WR-CALNAME:Due\\, all", "REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H",
        "END:VCALENDAR", "",
    ]  # fmt: skip


def test_every_row_that_is_not_done_has_an_entry_of_its_own(book: Book) -> None:
    dues = agenda(book, TODAY)
    entries = read(as_ics(dues, book, TODAY, "Due"))
    wanted = [due for due in dues if due.state != "done"]
    assert len({entry.uid for entry in entries}) == len(entries) == len(wanted) > 10
    keys = {f"{due.case}.{re.sub('[^a-z0-9._-]', '-', due.key)}" for due in wanted}
    assert {entry.uid.removesuffix("@example.org") for entry in entries} == keys  # so no two keys of a case are alike
    assert as_ics([FILINGS._replace(state="done")], book, TODAY, "Due") == as_ics([], book, TODAY, "Due")


def test_an_entry_keeps_its_id_when_the_hearing_moves(tmp_path: Path, book: Book) -> None:
    root = copy_of(tmp_path)
    path = root / "data/cases/c-a9xgu.yml"
    path.write_text(path.read_text().replace("2026-12-28", "2027-01-05"))
    moved = open_book(root)
    old, new = (
        {entry.uid: entry.start for entry in read(as_ics(agenda(each, TODAY), each, TODAY, "Due"))} for each in (book, moved)
    )
    assert old.keys() <= new.keys()  # a moved hearing may ask for a new plan
    assert {uid.partition(".")[0] for uid in old if old[uid] != new[uid]} == {"c-a9xgu"}


def test_an_odd_key_or_website_still_gives_an_id_of_its_own(book: Book) -> None:
    keys = ["Filing 2", "filing/2", "filing-2-2", "filing\r\nUID:x"]
    entries = read(as_ics([FILINGS._replace(key=key) for key in keys], book, TODAY, "Due"))
    names = ("filing-2", "filing-2-2", "filing-2-3", "filing--uid-x")
    assert {entry.uid for entry in entries} == {f"c-a9xgu.{name}@example.org" for name in names}
    for website in ("https://[x", "https://ü.example", "https://"):
        book.program["contacts"]["website"] = website
        assert only(FILINGS, book).uid.endswith("@vecina.org")
    assert only(FILINGS, Book(book.root, book.kinds | {"program": {}})).uid.endswith("@vecina.org")


def test_the_same_rows_give_the_same_bytes(book: Book) -> None:
    dues = agenda(book, TODAY)
    once = as_ics(dues, book, TODAY, "Due")
    assert once == as_ics(dues[::-1], open_book(MINI), TODAY, "Due")
    code = f"""if True:
        import sys; from datetime import date; from pathlib import Path
        from vecina.book import open_book; from vecina.deadlines import agenda; from vecina.report.ics import as_ics
        assert "icalendar" not in sys.modules  # it is slow to import
        book, day = open_book(Path({str(MINI)!r})), date(2026, 11, 24)
        sys.stdout.buffer.write(as_ics(agenda(book, day), book, day, "Due").encode())"""
    for seed in "12":
        env = {**os.environ, "PYTHONHASHSEED": seed}
        assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=env).stdout.decode() == once


def test_no_person_is_in_the_file(book: Book) -> None:
    text = as_ics([*agenda(book, TODAY), FILINGS, HEARING], book, TODAY, "Due").replace("\r\n ", "")
    people = {**book.mentors, **book.attorneys, **book.organizations}
    rows = [row for record in people.values() for row in (record.data, *record.data.get("contacts", ()))]
    assert len(rows) > len(people) > 5
    names = [word for row in rows for word in row["name"].replace("(sample)", "").split()]
    wrong = [*people, *names, *(row["email"] for row in rows if "email" in row)]
    assert not [word for word in wrong if re.search(rf"(?i)\b{re.escape(word)}\b", text)]
    assert not re.search(r"\b[amo]-[a-z]{3}|[a-z]@(?!example\.org\r\n)", text.replace("c-a9xgu", ""))


def bare(text: str) -> str:
    """The text without control characters and signs that some reader takes for the end of a line."""
    return "".join(sign for sign in text if unicodedata.category(sign) not in ("Cc", "Cs", "Zl", "Zp") and sign != "\ufeff")


def assert_harmless(text: str, book: Book) -> None:
    """A text in every place is read back and adds neither a line, nor a property, nor a component."""
    due = FILINGS._replace(title=text, explanation=text, notes=(text, text), authority=text, url=text, key=text, path=(text,))
    book.courts["HOU"]["city"] = text
    out = as_ics([due, HEARING._replace(title=text)], book, TODAY, text)
    assert out.splitlines() == out.split("\r\n")[:-1]
    assert all(len(line.encode()) <= 75 for line in out.splitlines())
    entries = read(out)
    assert {bare(entry.summary) for entry in entries} == {bare(f"c-a9xgu: {text}")}
    assert sum(bare(entry.description).count(bare(text)) for entry in entries) >= 5
    assert [bare(entry.location) for entry in entries if entry.location] == [bare(f"In person, {text} (HOU)")]
    calendar = icalendar.Calendar.from_ical(out)
    plain = out.replace("\r\n ", "").split("\r\n")
    name = plain[5].removeprefix("NAME:")  # both readers give a name back as it stands there
    assert {f"SUMMARY:c-a9xgu: {name}", f"X-WR-CALNAME:{name}"} < set(plain)
    parts = ["DAYLIGHT", "STANDARD", *["VALARM"] * 4, "VCALENDAR", "VEVENT", "VEVENT", "VTIMEZONE"]
    assert sorted(str(part.name) for part in calendar.walk()) == parts
    assert all(set(event) - {"LOCATION"} == PROPERTIES for event in calendar.walk("VEVENT"))


@pytest.mark.parametrize("text", [*texts(), *HOSTILE])
def test_a_hostile_text_stays_text(text: str, book: Book) -> None:
    assert_harmless(text, book)


@given(st.text(min_size=1, max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_stays_text(text: str) -> None:
    assert_harmless(text, BOOK)


@pytest.mark.parametrize("name", [*ZONES, "Africa/Casablanca", "Europe/Lisbon", "Asia/Tokyo"])
def test_a_time_zone_is_right_for_every_day(name: str) -> None:
    first, last = date(2027, 1, 1), date(2028, 12, 31)
    calendar = icalendar.Calendar()
    calendar.add_component(zone(name, first, last))
    clock = vobject.readOne(calendar.to_ical().decode()).vtimezone.tzinfo
    if name in ZONES:  # what Outlook reads: at most one rule for each way the clocks are turned
        parts = calendar.walk("STANDARD") + calendar.walk("DAYLIGHT")
        assert len(parts) == 1 or (len(parts) == 2 and all("RRULE" in part for part in parts))
    for count in range((last - first).days + 1):
        for hour in (0, 4, 12):
            at = datetime.combine(first + timedelta(days=count), time(hour, 30))
            assert at.replace(tzinfo=clock).utcoffset() == at.replace(tzinfo=ZoneInfo(name)).utcoffset(), at
