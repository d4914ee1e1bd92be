"""Loads the pages: each a head of fields between two lines of three hyphens, then Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..finding import Finding, in_order
from ..store import Entry, Record, judge, read_plain

LANGUAGES = {"en": "site/public", "es": "site/es"}  # each language's pages; the first is the one that others translate
MAX_BYTES = 200_000
_FENCE = b"---"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its path inside its language's folder, its head with places, and its text from the given line on."""

    language: str
    path: str
    record: Record
    text: str
    first_line: int

    @property
    def file(self) -> str:
        """The page's file from the root."""
        return self.record.file

    @property
    def head(self) -> dict[str, Any]:
        """The fields of its head."""
        return self.record.data

    @property
    def for_families(self) -> bool:
        """Whether a client or a client's family reads it."""
        return self.record.data.get("audience") == "family"

    def place(self, index: int) -> tuple[int, int]:
        """Line and column in the file of a place in the text."""
        before = self.text[:index]
        return self.first_line + before.count("\n"), index - (before.rfind("\n") + 1) + 1


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages that could be read, by language and path, and what is wrong with the heads of all of them."""

    pages: dict[tuple[str, str], Page] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    def of(self, language: str) -> list[Page]:
        """One language's pages by path."""
        return [page for (own, _), page in sorted(self.pages.items()) if own == language]

    def translation(self, page: Page, language: str) -> Page | None:
        """The page that translates this one, in that language."""
        return next((other for other in self.of(language) if other.head.get("translates") == page.path), None)


def load_pages(root: Path) -> Pages:
    """Every page under root. Never raises for what a person typed."""
    found: dict[tuple[str, str], Page] = {}
    findings: list[Finding] = []
    for language, folder in LANGUAGES.items():
        for path in _files(root / folder):
            name = path.relative_to(root / folder).as_posix()
            page, wrong = _one(path, language, name, f"{folder}/{name}")
            findings += wrong
            if page is not None:
                found[language, name] = page
    return Pages(found, tuple(in_order(findings)))


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(path for path in folder.rglob("*.md") if not path.is_symlink())


def _one(path: Path, language: str, name: str, file: str) -> tuple[Page | None, list[Finding]]:
    """One page, or None and why it cannot be used."""
    try:
        raw = read_plain(path)
    except OSError:
        return None, [Finding(file, 1, 1, "V006", "this computer does not let us read the file")]
    lines = raw[:MAX_BYTES].split(b"\n")
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if lines[0].rstrip() != _FENCE or end is None or len(raw) > MAX_BYTES:
        return None, [Finding(file, 1, 1, "V701", "a page begins with its head, between two lines of three hyphens")]
    head = b"\n".join([b"#", *lines[1:end]]) + b"\n"  # the head alone, its lines where they are
    reading, findings = judge(head, Entry("page", file, name))
    try:
        text = b"\n".join(lines[end + 1 :]).decode("utf-8")
    except UnicodeDecodeError as error:
        line = end + 2 + b"\n".join(lines[end + 1 :]).count(b"\n", 0, error.start)
        findings.append(Finding(file, line, 1, "V010", "this line is not UTF-8; save the file as UTF-8"))
        text = ""
    if findings:
        return None, findings
    return Page(language, name, Record("page", name, file, reading.data, reading.places), text, end + 2), []
