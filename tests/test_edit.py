"""The canonical form and the mends: nothing is lost, and what was right stays as it was."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings, strategies as st

from vecina.edit import CannotFormat, canonical, mend_text, render
from vecina.edit.create import new_case_id, slug_id
from vecina.finding import Fix
from vecina.store import NAMES
from vecina.yamlmap import read

UNTIDY = b"""\
# The head stays on top.
status: active   # behind a field
id: c-7k3q9
# above a field
languages:
- es
- "no"   # behind an item
hearings:
    # above an item
    - date: 2026-01-02
      type: individual
      time: '09:30'
claims: [
   gang,
   family]
# at the end
"""

TIDY = """\
# The head stays on top.
id: c-7k3q9
status: active  # behind a field
# above a field
languages:
  - es
  - "no"  # behind an item
claims: [gang, family]
hearings:
  # above an item
  - type: individual
    date: 2026-01-02
    time: "09:30"
# at the end
"""


def test_fields_are_put_in_order_and_comments_go_with_them() -> None:
    assert canonical("case", UNTIDY) == TIDY
    assert canonical("case", TIDY.encode()) == TIDY


def test_a_file_that_cannot_be_read_is_not_formatted() -> None:
    with pytest.raises(CannotFormat):
        canonical("case", b"a: [1\n")


def test_text_of_several_lines_is_a_block_and_odd_text_is_quoted() -> None:
    notes = "First line.\n\nSecond: with a colon # and a sign.\n"
    assert render("mentor", {"notes": notes}) == "notes: |\n  First line.\n\n  Second: with a colon # and a sign.\n"
    assert render("mentor", {"notes": " leading\n"}) == 'notes: " leading\\n"\n'


ODD_WORDS = [
    "yes", "NO", "on", "y", "1", "1.0", "1e3", "0x1f", "010", "10:30", "09:30", "null", "~", "-", "@a", "[a", "*a", "&a", "!a",
    "%a", "'a", '"a', "a:", "=", "true", ".inf", "", "a: b", "a #b", " a", "a ",
]  # fmt: skip


@pytest.mark.parametrize("word", ODD_WORDS)
def test_text_that_could_be_read_otherwise_is_quoted(word: str) -> None:
    text = render("mentor", {"name": word})
    assert text.startswith('name: "')
    assert read(text.encode(), "f").data == {"name": word}


signs = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"])
    | st.sampled_from("\n\t:#-'\" \\"),
    max_size=30,
)
names = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1, max_size=6)
values = st.recursive(
    st.booleans() | st.integers(-(10**14), 10**14) | signs,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=10,
)


@given(st.dictionaries(names, values, min_size=1, max_size=5))
@settings(max_examples=400, deadline=None)
def test_what_is_written_is_read_back_and_written_the_same(data: dict[str, object]) -> None:
    text = render("case", data)
    reading = read(text.encode(), "f")
    if reading.findings:
        assert {finding.code for finding in reading.findings} <= {"V011", "V021", "V022", "V029"}  # what no file may hold
        return
    assert reading.data == data
    assert reading.doubts == {}
    assert canonical("case", text.encode()) == text


@pytest.mark.parametrize(
    ("before", "fix", "after"),
    [
        ("staus: active # x\n", Fix("rename", ("staus",), "status"), "status: active # x\n"),
        ("'staus' :  active\n", Fix("rename", ("staus",), "status"), "status :  active\n"),
        ("a:\n  - b: no\n    c: 1\n", Fix("replace", ("a", 0, "b"), "false"), "a:\n  - b: false\n    c: 1\n"),
        ("a: {t: 10:30, u: 1}\n", Fix("quote", ("a", "t")), 'a: {t: "10:30", u: 1}\n'),
        ("a: 1\r\nb: on\r\n", Fix("quote", ("b",)), 'a: 1\r\nb: "on"\r\n'),
    ],
)
def test_a_mend_changes_its_place_and_nothing_else(before: str, fix: Fix, after: str) -> None:
    assert mend_text(before.encode(), [fix]) == after


def test_a_mend_whose_place_is_gone_changes_nothing() -> None:
    assert mend_text(b"a: 1\n", [Fix("rename", ("b",), "c")]) is None


def test_several_mends_in_one_file() -> None:
    fixes = [Fix("rename", ("staus",), "status"), Fix("quote", ("t",)), Fix("replace", ("d",), "true")]
    assert mend_text(b"staus: active\nt: 10:30\nd: yes\n", fixes) == 'status: active\nt: "10:30"\nd: true\n'


def test_a_new_case_id_is_of_its_form_and_free() -> None:
    taken = {"c-aaaaa"}
    found = {new_case_id(taken) for _ in range(300)}
    assert all(NAMES["case"].match(name) for name in found)
    assert len(found) > 290
    picks = iter("aaaaa" + "bbbbb")
    assert new_case_id(taken, lambda _: next(picks)) == "c-bbbbb"


@pytest.mark.parametrize(
    ("kind", "name", "taken", "expected"),
    [
        ("mentor", "Inés Rivera (sample)", set(), "m-rivera"),
        ("mentor", "Inés Rivera", {"m-rivera"}, "m-ines-rivera"),
        ("attorney", "Ada O'Brien", set(), "a-brien"),
        ("organization", "Puente Legal Aid", set(), "o-puente"),
        ("organization", "Puente Legal Aid", {"o-puente"}, "o-puente-legal"),
        ("mentor", "李", set(), "m-new"),
    ],
)
def test_ids_of_professionals_come_from_their_names(kind: str, name: str, taken: set[str], expected: str) -> None:
    assert slug_id(kind, name, taken) == expected


def test_dates_stay_as_they_are_typed() -> None:
    assert render("case", {"requested_on": date(2026, 3, 14).isoformat()}) == "requested_on: 2026-03-14\n"
