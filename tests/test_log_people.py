"""Mentors who decline or step in, and what stops the asylum clock: one line each, or the reason why not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cases import DAY, case
from programs import copy_of, vecina
from vecina import diary
from vecina.book import open_book
from vecina.diary import NotPossible

ON = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("name", "words", "field", "wanted"),
    [
        ("c-r4kse", "declined m-sato --reason no-time", "declines",
         [{"mentor": "m-sato", "by": "mentor", "date": "2026-11-24", "reason": "no-time"}]),
        ("c-r4kse", "declined m-sato 2026-11-23 --by attorney --reason schedule", "declines",
         [{"mentor": "m-sato", "by": "attorney", "date": "2026-11-23", "reason": "schedule"}]),
        ("c-m3wqz", "backup m-weaver", "backup_mentor", "m-weaver"),
        ("c-d5nbe", "clock stopped 2026-11-20 --reason biometrics-missing --code 25", "asylum_clock",
         {"stops": [{"from": "2026-11-20", "reason": "biometrics-missing", "code": "25"}]}),
    ],
)  # fmt: skip
def test_each_word_writes_its_field(tmp_path: Path, name: str, words: str, field: str, wanted: object) -> None:
    root = copy_of(tmp_path)
    done = vecina(f"log {name} {words}", root)
    assert done.exit_code == 0, done.output
    assert open_book(root).cases[name].data[field] == wanted
    assert vecina("check", root).exit_code == 0
    assert vecina("fmt --check", root).exit_code == 0


def test_the_clock_starts_again_where_it_stopped(tmp_path: Path) -> None:
    root = copy_of(tmp_path)
    for words in ("clock stopped 2026-11-02 --reason continuance-to-prepare", "clock started 2026-11-16"):
        assert vecina(f"log c-a9xgu {words}", root).exit_code == 0
    stops = open_book(root).cases["c-a9xgu"].data["asylum_clock"]["stops"]
    assert [(row["from"], row["to"]) for row in stops] == [("2026-08-17", "2026-09-14"), ("2026-11-02", "2026-11-16")]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("declined m-sato --reason no-time", "waits for a mentor"),
        ("declined m-ibarra --reason no-time", "vecina match --pair` gives the case another one"),
        ("declined m-sat --reason no-time", "Did you mean m-sato?"),
        ("declined m-sato", "Choose no-time"),
        ("backup m-ibarra", "somebody else than the mentor"),
        ("backup m-weaver", "already in the record"),
        ("clock started", "no stop that is still open"),
        ("clock stopped", "Say with --reason"),
        ("clock started --reason decided", "belong to `clock stopped`"),
        ("clock stopd", "Did you mean stopped?"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(tmp_path: Path, words: str, why: str) -> None:
    done = vecina(f"log c-a9xgu {words}", copy_of(tmp_path))
    assert (done.exit_code, why in " ".join(done.stderr.split())) == (2, True), done.stderr


def test_a_clock_does_not_stop_twice_nor_start_before_it_stopped() -> None:
    standing = case(asylum_clock={"stops": [{"from": "2026-11-20", "reason": "hearing-missed"}]})
    with pytest.raises(NotPossible, match="stands still already"):
        diary.stopped(standing, ON, DAY, "hearing-missed", None)
    with pytest.raises(NotPossible, match="before it stopped"):
        diary.started(standing, date(2026, 11, 19), DAY)
