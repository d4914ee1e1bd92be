"""Values put into a record's text: in their place, and nothing else moves."""

from __future__ import annotations

from typing import Any

import pytest

from programs import MINI
from vecina.edit import CannotEdit, Put, canonical, edited
from vecina.yamlmap import read

TEXT = """\
# The head stays.
id: c-7k3q9
status: 'active'   # as somebody wrote it
history:
  - status: requested
    date: 2026-06-01
  # the match
  - status: matched  # at last
    date: 2026-06-09
languages: [es]
plan:
  agreed_on: 2026-06-24
  milestones:
    # first of all
    - kind: plan-meeting
      due: 2026-06-24
      owner: both
      done: 2026-06-24
    - kind: brief-draft
      due: "2026-11-02"
      owner: attorney
# The end stays too.
"""


def put(path: tuple[str | int, ...], value: Any, *, insert: bool = False) -> str:
    return edited("case", TEXT.encode(), [Put(path, value, insert)])


def changed(now: str) -> list[str]:
    """The lines that were not there before."""
    return [line for line in now.splitlines() if line not in TEXT.splitlines()]


def test_a_scalar_is_replaced_where_it_stands() -> None:
    assert put(("status",), "closed") == TEXT.replace("'active'", "closed")
    assert put(("plan", "milestones", 1, "due"), "2026-11-09") == TEXT.replace('"2026-11-02"', "2026-11-09")


def test_a_new_field_stands_in_the_order_of_the_field_guide() -> None:
    now = put(("plan", "for_hearing"), "2027-03-02")
    assert now == TEXT.replace("  agreed_on: 2026-06-24\n", "  agreed_on: 2026-06-24\n  for_hearing: 2027-03-02\n")
    now = put(("mentor",), "m-rivera")
    assert "    date: 2026-06-09\nmentor: m-rivera\nlanguages: [es]\n" in now
    now = put(("plan", "milestones", 1, "compressed"), True)
    assert now.endswith("      owner: attorney\n      compressed: true\n# The end stays too.\n")


def test_a_new_item_is_appended_or_inserted() -> None:
    step = {"date": "2026-06-24", "status": "active"}
    now = put(("history", 2), step)
    assert "    date: 2026-06-09\n  - status: active\n    date: 2026-06-24\nlanguages" in now
    mock = {"kind": "mock-direct", "due": "2026-10-01", "owner": "both"}
    now = put(("plan", "milestones", 1), mock, insert=True)
    assert (
        "      done: 2026-06-24\n    - kind: mock-direct\n      due: 2026-10-01\n      owner: both\n    - kind: brief-draft\n"
        in now
    )
    assert len(changed(now)) == 2  # its owner line is like another's


def test_an_empty_list_takes_its_first_item() -> None:
    text = "id: c-7k3q9\nhistory: []  # none yet\nlanguages: [es]\n"
    now = edited("case", text.encode(), [Put(("history", 0), {"status": "requested", "date": "2026-06-01"})])
    assert now == "id: c-7k3q9\nhistory:  # none yet\n  - status: requested\n    date: 2026-06-01\nlanguages: [es]\n"


def test_a_new_first_item_leaves_the_comment_to_the_one_it_belongs_to() -> None:
    now = put(("plan", "milestones", 0), {"kind": "foia", "due": "2026-06-10", "owner": "attorney"}, insert=True)
    begin = "  milestones:\n    - kind: foia\n      due: 2026-06-10\n      owner: attorney\n"
    assert f"{begin}    # first of all\n    - kind: plan-meeting\n" in now


def test_a_record_with_the_line_ends_of_windows_keeps_them() -> None:
    now = edited("case", TEXT.replace("\n", "\r\n").encode(), [Put(("mentor",), "m-rivera")])
    assert now.count("\n") == now.count("\r\n") == TEXT.count("\n") + 1


def test_a_whole_group_can_be_new() -> None:
    hours = [{"date": "2026-11-02", "who": "mentor", "activity": "review", "hours": 1.5}]
    now = put(("hours",), hours)
    assert now.endswith(
        "hours:\n  - date: 2026-11-02\n    who: mentor\n    activity: review\n    hours: 1.5\n# The end stays too.\n"
    )


def test_a_field_can_go_away() -> None:
    now = edited("case", TEXT.encode(), [Put(("plan", "milestones", 0, "done"), drop=True)])
    assert now == TEXT.replace("      owner: both\n      done: 2026-06-24\n", "      owner: both\n")
    spoken = TEXT.replace("      done: 2026-06-24\n", "      # as agreed\n      done: 2026-06-24\n")
    with pytest.raises(CannotEdit):  # the comment belongs to what would go
        edited("case", spoken.encode(), [Put(("plan", "milestones", 0, "done"), drop=True)])
    for path in (("history", 0, "status"), ("status",), ("plan",)):  # begins an item; a comment would go too; a whole group
        with pytest.raises(CannotEdit):
            edited("case", TEXT.encode(), [Put(path, drop=True)])


def test_several_puts_in_turn() -> None:
    now = edited(
        "case", TEXT.encode(), [Put(("status",), "closed"), Put(("history", 2), {"status": "closed", "date": "2026-11-24"})]
    )
    assert read(now.encode(), "").data["history"][2]["status"] == "closed"


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        ("id: c-7k3q9\nplan: {agreed_on: 2026-06-24}\n", ("plan", "for_hearing"), "2027-03-02"),  # braces hold no new line
        ("id: c-7k3q9\n", ("plan", "agreed_on"), "2026-06-24"),
        ("- a\n", ("id",), "c-7k3q9"),
        ("id: c-7k3q9\nhistory:\n  - status: requested\n", ("history",), "x"),
    ],
)
def test_what_has_no_place_for_it_is_left_alone(text: str, path: tuple[str | int, ...], value: Any) -> None:
    with pytest.raises(CannotEdit):
        edited("case", text.encode(), [Put(path, value)])


@pytest.mark.parametrize("file", sorted((MINI / "data/cases").glob("*.yml")), ids=lambda file: file.stem)
def test_every_case_stays_canonical_when_something_is_added(file: Any) -> None:
    raw = file.read_bytes()
    history = read(raw, "").data["history"]
    puts = [
        Put(("history", len(history)), {"status": "closed", "date": "2026-11-24", "reason": "decided"}),
        Put(("status",), "closed"),
    ]
    puts += [] if b"backup_mentor" in raw else [Put(("backup_mentor",), "m-weaver")]
    now = edited("case", raw, puts)
    assert canonical("case", now.encode()) == now


def test_a_list_is_replaced_whole_where_it_stands() -> None:
    assert put(("languages",), ["es", "mam"]) == TEXT.replace("[es]", "[es, mam]")
    block = TEXT.replace("languages: [es]\n", "languages:\n  - es\n  - fr\n")
    assert edited("case", block.encode(), [Put(("languages",), ["mam"])]) == TEXT.replace("[es]", "[mam]")
    with pytest.raises(CannotEdit):  # a remark in it would be lost
        edited("case", block.replace("- fr", "- fr  # since May").encode(), [Put(("languages",), ["mam"])])
