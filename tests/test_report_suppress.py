"""Small numbers in many tables: no reader who subtracts, adds and knows the rule finds one out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import example, given, settings, strategies as st

from attacker import alone, known
from cases import DAY, book, case
from outside import ROOT
from vecina.book import open_book
from vecina.views.figures.span import Span
from vecina.views.linked import Relation, Within, hide, whole
from vecina.views.reports import Frame, Mark, funder, program
from vecina.views.reports.draft import Part, bounds_of, counted, relations_of, told_of, unseen_of
from vecina.views.reports.organization import organization_parts
from vecina.views.reports.program import program_parts

Table = tuple[dict[str, int], list[Relation]]
SMALL = st.integers(0, 7)


@st.composite
def one_whole(draw: Callable[..., int]) -> Table:
    """One whole with its parts."""
    parts = {f"p{place}": draw(SMALL) for place in range(draw(st.integers(1, 5)))}
    return {**parts, "all": sum(parts.values())}, [whole("all", parts)]


@st.composite
def two_ways(draw: Callable[..., int]) -> Table:
    """The same people divided in two ways, like places and languages."""
    places = [draw(st.sampled_from(range(3))) for _ in range(draw(st.integers(0, 14)))]
    tongues = [draw(st.sampled_from((0, 0, 1, 2))) for _ in places]
    counts = {f"p{one}": places.count(one) for one in range(3)} | {f"t{one}": tongues.count(one) for one in range(3)}
    return {**counts, "all": len(places)}, [whole("all", [f"{way}{one}" for one in range(3)]) for way in "pt"]


@st.composite
def flow(draw: Callable[..., int]) -> Table:
    """Those at the start and those who came are those who left and those at the end; who came and left is divided further."""
    start, came = draw(st.integers(0, 8)), [draw(SMALL), draw(st.integers(0, 4))]
    left = [draw(st.integers(0, 4)) for _ in range(3)]
    end = max(0, start + sum(came) - sum(left))
    start += end - (start + sum(came) - sum(left))
    counts = {"start": start, "came": sum(came), "left": sum(left), "end": end}
    counts |= {f"came{place}": count for place, count in enumerate(came)}
    counts |= {f"left{place}": count for place, count in enumerate(left)}
    balance = Relation(("start", "came"), ("left", "end"))
    return counts, [balance, whole("came", ["came0", "came1"]), whole("left", ["left0", "left1", "left2"])]


@st.composite
def grid(draw: Callable[..., int]) -> Table:
    """Rows and columns with their sums, like hearings by type and by what became of them."""
    cells = {f"{row}{column}": draw(SMALL) for row in "ab" for column in "xyz"}
    rows = {row: sum(cells[f"{row}{column}"] for column in "xyz") for row in "ab"}
    columns = {column: sum(cells[f"{row}{column}"] for row in "ab") for column in "xyz"}
    relations = [whole(row, [f"{row}{column}" for column in "xyz"]) for row in "ab"]
    relations += [whole(column, [f"{row}{column}" for row in "ab"]) for column in "xyz"]
    relations += [whole("all", "ab"), whole("all", "xyz")]
    return {**cells, **rows, **columns, "all": sum(rows.values())}, relations


@pytest.mark.parametrize("tables", [one_whole(), two_ways(), flow(), grid()], ids=["whole", "two ways", "flow", "grid"])
def test_for_every_hidden_number_two_are_possible(tables: st.SearchStrategy[Table]) -> None:
    @settings(max_examples=60, deadline=None)
    @given(tables)
    def attacked(table: Table) -> None:
        assert known(*table) == {}

    attacked()


@settings(max_examples=60, deadline=None)
@given(st.one_of(one_whole(), two_ways(), flow(), grid()))
@example(({"s": 2, "o": 8, "e": 4, "end": 6, "o0": 4, "o1": 4}, [Relation(("s", "o"), ("e", "end")), whole("o", ["o0", "o1"])]))
def test_every_small_number_is_hidden_and_no_zero(table: Table) -> None:
    hidden = hide(*table)
    assert {name for name, count in table[0].items() if 0 < count < 5} <= hidden
    assert not {name for name, count in table[0].items() if not count} & hidden


def test_the_attacker_finds_what_is_hidden_badly(monkeypatch: pytest.MonkeyPatch) -> None:
    """With small numbers hidden and nothing else, one follows from its whole."""
    monkeypatch.setattr("attacker.hide", lambda counts, *_: frozenset(name for name in counts if 0 < counts[name] < 5))
    assert known({"a": 3, "b": 7, "all": 10}, [whole("all", "ab")]) == {"a": {3}}


@pytest.mark.parametrize(
    ("counts", "relations", "hidden"),
    [
        ({"a": 12, "b": 0, "all": 12}, [whole("all", "ab")], set()),
        ({"a": 3, "b": 7, "c": 20, "all": 30}, [whole("all", "abc")], {"a", "b"}),  # the next smallest goes too
        ({"alone": 4, "other": 9}, [], {"alone"}),
        ({"in": 3, "new": 37, "out": 9, "now": 31}, [Relation(("in", "new"), ("out", "now"))], {"in", "out"}),
    ],
)
def test_what_is_hidden_beside_small_numbers(counts: dict[str, int], relations: list[Relation], hidden: set[str]) -> None:
    assert hide(counts, relations) == hidden


def test_what_is_shown_within_another_number_does_not_tell_the_few_that_are_left() -> None:
    """Of 30 with a mentor 28 wait for a decision: two do not, and nobody is to know."""
    bound = Within(("pending",), "guided")
    assert hide({"guided": 30, "pending": 28}, [], bounds=[bound]) == {"pending"}
    assert hide({"guided": 30, "pending": 22}, [], bounds=[bound]) == frozenset()
    assert hide({"guided": 30, "pending": 28}, [], bounds=[Within(("pending",), "guided", plain=True)]) == frozenset()


def test_a_number_that_is_shown_does_not_leave_one_value_for_a_hidden_one() -> None:
    """Of 31 in the program one waits. With 30 pending at least 30 have a mentor, so the pending are hidden, too."""
    counts, relations = {"all": 31, "waits": 1, "guided": 30, "pending": 30}, [whole("all", ["waits", "guided"])]
    bounds = [Within(("pending",), "guided")]
    hidden = hide(counts, relations, bounds=bounds)
    assert "pending" in hidden
    pytest.importorskip("ortools")
    assert alone(counts, relations, hidden, bounds=bounds) == set()


def test_a_median_does_not_tell_whether_the_number_of_cases_is_even() -> None:
    people = [
        (("2026-01-05 requested", "2026-01-08 vetted", f"2026-01-{day} matched"), "es", "us-state") for day in range(12, 18)
    ]
    shown, full = (program(frame(people, full=full), "", over=True) for full in (False, True))
    medians = [
        row[1] for report in (shown, full) for section in report.sections for row in section.rows if row[0] == "Median, days"
    ]
    assert medians == [10.0, 9.5]


def test_a_relation_that_does_not_hold_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="does not hold"):
        hide({"a": 1, "all": 2}, [whole("all", "a")])


WAYS = st.sampled_from(
    [
        ("2026-01-05 requested",),
        ("2026-01-05 requested", "2026-01-08 vetted", "2026-01-12 matched"),
        ("2025-06-01 requested", "2025-06-03 vetted", "2025-06-09 matched"),
        ("2026-01-05 requested", "2026-01-08 declined no-mentor"),
        ("2026-01-05 requested", "2026-01-08 vetted", "2026-01-12 matched", "2026-03-02 withdrawn attorney-left"),
        ("2026-01-05 requested", "2026-01-08 vetted", "2026-01-12 matched", "2026-03-02 vetted"),
        ("2025-06-01 requested", "2025-06-03 vetted", "2025-06-09 matched", "2026-04-01 closed decided"),
    ]
)
PEOPLE = st.tuples(WAYS, st.sampled_from(["es", "es", "fr", "ht"]), st.sampled_from(["us-state", "us-state", "mexico"]))
SPAN = Span(DAY.replace(month=1, day=1), DAY)


def frame(people: Sequence[tuple[tuple[str, ...], str, str]], *, full: bool = False) -> Frame:
    made = [case(*way, languages=[tongue], client={"place": place}) for way, tongue, place in people]
    return Frame(book(*made), SPAN, DAY, full)


@settings(max_examples=25, deadline=None)
@given(st.lists(PEOPLE, min_size=1, max_size=24), st.booleans())
def test_a_whole_report_keeps_its_small_numbers(people: list[tuple[tuple[str, ...], str, str]], alone_placed: bool) -> None:
    """With all its tables and relations, the printed ones and those that are only implied."""
    parts: list[Part] = (organization_parts if alone_placed else program_parts)(frame(people))
    counts, relations, told, bounds = counted(parts), relations_of(parts), told_of(parts), bounds_of(parts)
    hidden = hide(counts, relations, told, bounds, unseen_of(parts))
    pytest.importorskip("ortools")
    assert alone(counts, relations, hidden, told, bounds) == set()
    assert not [relation for relation in relations if few(relation, counts, hidden)]


def test_the_sample_program_keeps_its_small_numbers() -> None:
    """And still says how many were helped, where most are, what is pending and how long cases waited."""
    pytest.importorskip("ortools")
    made = Frame(open_book(ROOT), Span(date(2025, 11, 25), DAY), DAY)
    parts = program_parts(made)
    counts, relations, told, bounds = counted(parts), relations_of(parts), told_of(parts), bounds_of(parts)
    hidden = hide(counts, relations, told, bounds, unseen_of(parts))
    assert alone(counts, relations, hidden, told, bounds) == set()
    assert not {"helped", "place.us-state", "asylum.pending", "opened", "closed", "decided"} & hidden


def few(relation: Relation, counts: dict[str, int], hidden: frozenset[str]) -> bool:
    """Whether a reader who subtracts is left with the sum of one to four people."""
    own = [relation.sign(name) * counts[name] for name in relation.names if name in hidden]
    return len({number > 0 for number in own}) == 1 and abs(sum(own)) < 5


def test_two_reports_of_the_same_days_tell_no_more_than_one() -> None:
    people = [(MATCHED, "es", "us-state")] * 9 + [(MATCHED, "fr", "mexico")] * 3 + [(WITHDRAWN, "es", "us-state")] * 2
    office, away = program(frame(people), "", over=True), funder(frame(people), "", over=True)
    tables = {section.title: section.rows for section in office.sections}
    assert all(tables[section.title] == section.rows for section in away.sections if section.title != "Hours")
    assert any(Mark.HIDDEN in row for row in tables["Where clients are"])


MATCHED = ("2026-01-05 requested", "2026-01-08 vetted", "2026-01-12 matched")
WITHDRAWN = (*MATCHED, "2026-03-02 withdrawn attorney-left")
