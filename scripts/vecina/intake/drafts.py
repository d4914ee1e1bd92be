"""Records that are not written yet: judged alone and among the others, then written all or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..book import Book, open_book
from ..checks import arising
from ..edit import render
from ..finding import Finding
from ..store import Changed, Entry, Record, digest, file_of, judge, read_plain, write_whole


class NotWritten(Exception):
    """Nothing of it stays on disk. `findings` say why, unless the disk is the reason."""

    def __init__(self, findings: Sequence[Finding] = ()) -> None:
        super().__init__("nothing was written")
        self.findings = tuple(findings)


@dataclass(frozen=True, slots=True)
class Draft:
    """A new record, and the row of the sheet it comes from (0 where there is no sheet)."""

    kind: str
    id: str
    data: dict[str, Any]
    row: int = 0

    @property
    def file(self) -> str:
        """Where it will lie."""
        return file_of(self.kind, self.id)

    @property
    def text(self) -> str:
        """Its canonical text."""
        return render(self.kind, self.data)


def drafted(book: Book, kind: str, name: str, made: dict[str, Any], row: int = 0) -> Draft:
    """A draft under this id; in a sample program it is marked as a sample."""
    sample = {"sample": True} if book.program.get("sample") else {}
    return Draft(kind, name, {"id": name} | sample | made, row)


def new_findings(book: Book, drafts: Sequence[Draft]) -> list[Finding]:
    """What is wrong with the drafts in themselves, or else what would be wrong in the book with all of them."""
    records, findings = [], []
    for draft in drafts:
        reading, found = judge(draft.text.encode(), Entry(draft.kind, draft.file, draft.id))
        findings += found
        records.append(Record(draft.kind, draft.id, draft.file, reading.data, reading.places))
    return findings or arising(book, book.with_records(records))


def write_all(root: Path, drafts: Sequence[Draft]) -> None:
    """Writes every draft, reads the whole program again, and takes all of them back if anything new is wrong.

    Raises NotWritten, and then nothing of it is left.
    """
    before = open_book(root)
    written: list[Draft] = []
    try:
        for draft in drafts:
            write_whole(root / draft.file, draft.text, None)
            written.append(draft)
        findings = arising(before, open_book(root))
    except (Changed, OSError) as error:
        _take_back(root, written)
        raise NotWritten from error
    if findings:
        _take_back(root, written)
        raise NotWritten(findings)


def _take_back(root: Path, written: Sequence[Draft]) -> None:
    """Removes what was just written, and nothing that somebody changed since."""
    for draft in written:
        path = root / draft.file
        if path.exists() and digest(read_plain(path)) == digest(draft.text.encode()):
            path.unlink()
