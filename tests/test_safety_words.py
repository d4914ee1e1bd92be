"""Odd words on the command line: never a traceback, never our fault, and nothing typed is said back on standard error."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings, strategies as st

from programs import copy_of
from vecina.cli import cli

SECRET = "zqxwvjk"  # stands in every odd word; no sentence of ours has it
ODD = [
    SECRET, f"c-{SECRET}", f"m-{SECRET}", f"a-{SECRET}", f"o-{SECRET}", f"--{SECRET}", f"{SECRET}\n::error::x", f"../{SECRET}",
    f"2026-13-{SECRET}", f"{SECRET}\u202e", f"{{{{{SECRET}}}}}", f"{SECRET * 60}", f"/dev/null/{SECRET}", f"data/{SECRET}",
]  # fmt: skip
REAL = [
    "c-a9xgu", "c-c8yjf", "c-v7htp", "m-ibarra", "a-finch", "o-faro", "2026-10", "1990-01-01", "2099-12-31", "0", "-1", "", "-",
    "program", "data", "/dev/null", ".", "retention",
]  # fmt: skip
OPTIONS: dict[str, tuple[str, ...]] = {
    "vet": ("--today", "--organization", "--reason", "--format", "--accept", "--decline", "--each"),
    "document": ("--today", "--format", "--out"),
    "remind": ("--today", "--case", "--to", "--out", "--sent", "--not-sent", "--format", "--yes"),
    "statement": ("--today", "--rates", "--format", "--out", "--by", "--over-cap", "--close", "--paid"),
    "hours": ("--today", "--from", "--to", "--value", "--format", "--out"),
    "report": ("--from", "--to", "--year", "--quarter", "--format", "--at", "--full", "--cases", "--today", "--out"),
    "export": ("--out", "--at", "--today", "--without-people", "--no-due"),
    "log": ("--on", "--by", "--reason", "--who", "--for", "--helps-with", "--at-hearing", "--helpful", "--today"),
}  # fmt: skip
FIRST: dict[str, tuple[str, ...]] = {
    "document": ("introduction", "agreement", "checklist", "plan", "closing", "all"),
    "report": ("program", "funder", "organization", "mentor", "retention"),
    "export": ("sqlite", "jsonl"),
    "log": ("c-a9xgu waive", "c-a9xgu role", "c-a9xgu hold", "c-a9xgu feedback", "c-a9xgu backup", "c-a9xgu hours"),
}  # fmt: skip
WORD = st.one_of(st.sampled_from(REAL), st.sampled_from(ODD), st.text(max_size=8).map(lambda text: f"{text}{SECRET}"))


@st.composite
def lines(draw: st.DrawFn, command: str) -> list[str]:
    """A command with a first word that it knows, or not, and then anything."""
    begin = draw(st.sampled_from(FIRST.get(command, ("",)))).split() if draw(st.integers(0, 9)) else []
    more = draw(st.lists(st.one_of(WORD, st.sampled_from(OPTIONS[command])), max_size=6))
    return [command, *begin, *more]


@pytest.mark.parametrize("command", OPTIONS)
def test_odd_words_end_in_a_sentence_and_are_not_repeated(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy_of(tmp_path))
    runner = CliRunner()

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(lines(command))
    def tried(words: list[str]) -> None:
        done = runner.invoke(cli, words)
        assert done.exit_code in (0, 1, 2), (words, done.exception)
        assert done.exception is None or isinstance(done.exception, SystemExit), words
        assert SECRET not in done.stderr, (words, done.stderr)

    tried()
