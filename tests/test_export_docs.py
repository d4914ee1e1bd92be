"""The queries of docs/export.md: both engines answer alike, as the page shows it, and as the program itself counts.

`BLESS=1 pytest tests/test_export_docs.py` writes the tables of the page anew.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from math import fsum
from statistics import median
from typing import Any

import duckdb
import pytest

from cases import BOOK as MINI
from exports import DAY, Answer, Bases, bases, data_of
from outside import ROOT
from vecina.book import OPEN, Book, open_book
from vecina.export.views import VIEWS
from vecina.facts import next_hearing
from vecina.schema import labels_at
from vecina.views.figures import outcomes
from vecina.views.figures.span import Span, months_to
from vecina.views.figures.way import first_match, had_mentor, status_on
from vecina.words import number

PAGE = ROOT / "docs/export.md"
_QUERY = re.compile(r"^```sql\n(.*?)^```\n\n((?:^\|[^\n]*\n)+)", re.MULTILINE | re.DOTALL)
QUERIES = [match[1] for match in _QUERY.finditer(PAGE.read_text(encoding="utf-8"))]
WAITS, HOURS, SOON, OUTCOMES, FUNDER, DECISIONS = range(6)
SAMPLE = open_book(ROOT)
QUARTER = Span(date(2026, 7, 1), date(2026, 9, 30))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bases]:
    """The sample program's export."""
    with bases(data_of(SAMPLE), tmp_path_factory.mktemp("sample")) as both:
        yield both


@pytest.fixture(scope="module")
def mini(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bases]:
    """The miniature program's export."""
    with bases(data_of(MINI), tmp_path_factory.mktemp("mini")) as both:
        yield both


def as_table(answer: Answer) -> str:
    """The answer as the page shows it."""
    names, rows = answer
    lines = [names, ["---"] * len(names), *([_shown(cell) for cell in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _shown(cell: Any) -> str:
    return "" if cell is None else number(cell) if isinstance(cell, float) else str(cell)


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def test_each_query_has_its_result_below_it(sample: Bases) -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert len(QUERIES) == text.count("```sql") == 6
    now = _QUERY.sub(lambda match: f"```sql\n{match[1]}```\n\n{as_table(sample.table(match[1]))}", text)
    if os.environ.get("BLESS") == "1":
        PAGE.write_text(now, encoding="utf-8", newline="\n")
    assert text == now


def test_the_page_names_every_table_and_view(sample: Bases) -> None:
    text = PAGE.read_text(encoding="utf-8")
    for (name,) in sample.ask("SELECT name FROM tables ORDER BY name"):
        assert re.search(rf"\b{name}\b", text), name


@pytest.mark.parametrize("book", [SAMPLE, MINI], ids=["sample", "mini"])
def test_the_waits_are_those_of_the_records(book: Book, request: pytest.FixtureRequest) -> None:
    found = defaultdict[str, list[int]](list)
    for case in book.cases.values():
        if met := first_match(case.data, DAY):
            found[f"{met[1][:4]} Q{(int(met[1][5:7]) + 2) // 3}"].append(_days(*met))
    both: Bases = request.getfixturevalue("sample" if book is SAMPLE else "mini")
    expected = [(name, len(days), median(days)) for name, days in sorted(found.items())]
    assert both.ask(QUERIES[WAITS]) == expected != []


def test_the_hours_and_their_cost_are_those_of_the_records(sample: Bases) -> None:
    hours, cost = defaultdict[tuple[str, str], list[float]](list), defaultdict[tuple[str, str], list[float]](list)
    names, rate = labels_at("case", ("hours", 0, "activity")), SAMPLE.program["pay"]["planning_rate"]
    for case in SAMPLE.cases.values():
        for row in case.data.get("hours", ()):
            if row["who"] == "mentor" and "2026-09-01" <= row["date"] <= "2026-11-30":
                paid = SAMPLE.mentors[row.get("mentor", case.data.get("mentor"))].data["pay"]["basis"] == "hourly"
                hours[row["date"][:7], names[row["activity"]]].append(row["hours"])
                cost[row["date"][:7], names[row["activity"]]].append(row["hours"] * rate if paid else 0)
    expected = {(*key, fsum(hours[key]), fsum(cost[key])) for key in hours}
    rows = sample.ask(QUERIES[HOURS])
    assert set(rows) == expected
    assert len(rows) == len(expected)
    assert any(row[3] < row[2] * rate for row in rows)  # somebody is not paid by the hour


def test_the_hearings_that_come_soon_are_those_of_the_records(sample: Bases) -> None:
    expected = []
    for case in SAMPLE.cases.values():
        hearing = next_hearing(case.data, DAY, "individual")
        steps = [row["due"] for row in case.data.get("plan", {}).get("milestones", ()) if "done" not in row]
        if hearing and steps and status_on(case.data, DAY) in OPEN and _days(DAY.isoformat(), hearing["date"]) <= 60:
            late = sum(1 for due in steps if due < DAY.isoformat())
            left = _days(DAY.isoformat(), hearing["date"])
            expected.append((case.id, case.data["mentor"], hearing["date"], left, len(steps), late, min(steps)))
    assert sorted(sample.ask(QUERIES[SOON])) == sorted(expected) != []


def test_the_outcomes_are_those_of_the_status_site(sample: Bases) -> None:
    figures = outcomes(SAMPLE, DAY)
    rows = {row[0]: row[1:] for row in sample.ask(QUERIES[OUTCOMES])}
    assert list(rows) == [row.relief for row in figures.rows]
    for row in figures.rows:
        results = dict(zip(figures.results, row.counts, strict=True))
        named = [results.pop(name) for name in ("Granted", "Denied", "Ordered removed in absentia")]
        assert rows[row.relief] == (*named, sum(results.values()), row.pending or 0)


def funder(book: Book, span: Span) -> list[float | None]:
    """The numbers of a funder report, counted from the records."""
    cases = [case.data for case in book.cases.values()]
    steps = Counter(step["status"] for case in cases for step in case["history"] if span.holds(step["date"]))
    start, end = (sum(1 for case in cases if status_on(case, day) in OPEN) for day in (span.first - timedelta(days=1), span.last))
    helped = sum(1 for case in cases if had_mentor(case, span))
    hours = [
        fsum(row["hours"] for case in cases for row in case.get("hours", ()) if row["who"] == who and span.holds(row["date"]))
        for who in ("mentor", "attorney")
    ]
    worth = book.program.get("pro_bono_hour", {}).get("amount")
    held = [
        (case, row["date"])
        for case in cases
        for row in case.get("hearings", ())
        if row["status"] == "held" and span.holds(row["date"])
    ]
    guided = sum(1 for case, day in held if status_on(case, date.fromisoformat(day)) in OPEN)
    return [
        *(steps[name] for name in ("requested", "matched", "closed")), start, end, helped, *hours,
        None if worth is None else hours[1] * worth, len(held), guided,
    ]  # fmt: skip


def over(sql: str, span: Span) -> str:
    """The query of another period."""
    first, last = span.written
    return sql.replace("2026-07-01", first).replace("2026-09-30", last)


@pytest.mark.parametrize(
    "span", [QUARTER, *months_to(DAY), Span(date(2024, 1, 1), DAY), Span(DAY, DAY)], ids=lambda span: span.words
)
def test_a_funder_report_can_be_recomputed(span: Span, sample: Bases, mini: Bases) -> None:
    for book, both in ((SAMPLE, sample), (MINI, mini)):
        rows = both.ask(over(QUERIES[FUNDER], span))
        assert [row[1] for row in rows] == funder(book, span)


def test_the_decisions_of_a_period_are_those_since_the_match(sample: Bases) -> None:
    reliefs, results = (labels_at("case", ("outcome", 0, name)) for name in ("relief", "result"))
    found = Counter[tuple[str, str]]()
    for case in SAMPLE.cases.values():
        met = first_match(case.data, DAY)
        for row in case.data.get("outcome", ()) if met else ():
            if met and QUARTER.holds(row["decided_on"]) and row["decided_on"] >= met[1]:
                found[reliefs[row["relief"]], results[row["result"]]] += 1
    assert {row[:2]: row[2] for row in sample.ask(QUERIES[DECISIONS])} == dict(found) != {}


def test_the_periods_of_a_year_follow_on_each_other(sample: Bases) -> None:
    """Who is there at the end of a month is there at the start of the next."""
    found = [sample.ask(over(QUERIES[FUNDER], span)) for span in months_to(DAY)]
    assert all(before[4][1] == after[3][1] for before, after in pairwise(found))
    asked = "SELECT COUNT(*) FROM case_history WHERE status = 'requested' AND date >= '2025-12-01'"
    assert sum(rows[0][1] for rows in found) == sample.one(asked) > 0


def test_the_views_say_what_the_program_says(sample: Bases) -> None:
    for case_id, status, kind, day, time in sample.ask(
        "SELECT case_id, status, next_hearing_type, next_hearing_date, next_hearing_time FROM v_case"
    ):
        case = SAMPLE.cases[case_id].data
        hearing = next_hearing(case, DAY) or {}
        assert (status, kind, day, time) == (
            status_on(case, DAY), hearing.get("type"), hearing.get("date"), hearing.get("time"),
        )  # fmt: skip
    assert sample.one("SELECT COUNT(*) FROM v_case") == len(SAMPLE.cases)
    given = {
        (row[0], row[1]): row[2]
        for row in sample.ask("SELECT mentor, month, SUM(hours) FROM v_mentor_hours GROUP BY 1, 2 ORDER BY 1, 2")
    }
    assert given == SAMPLE.mentor_hours


def test_a_view_has_the_columns_that_it_describes(sample: Bases) -> None:
    for view in VIEWS:
        assert sample.table(f"SELECT * FROM {view.name} LIMIT 0")[0] == [column.name for column in view.columns]


def test_only_four_columns_need_quotes(sample: Bases) -> None:
    def refused(table: str, column: str) -> bool:
        try:
            sample.ask(f"SELECT t.{column}, {column} FROM {table} t LIMIT 0")
        except (sqlite3.Error, duckdb.Error):
            return True
        return False

    found = {
        column
        for table, column in sample.ask("SELECT table_name, column_name FROM fields ORDER BY 1, position")
        if refused(table, column)
    }
    assert found == {"from", "to", "with", "by"}
