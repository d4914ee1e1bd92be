"""Applies the mends that findings offer, by splicing text at places: comments, order and quotes survive."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath

from ..finding import Finding, Fix
from ..store import Changed, digest, read_plain, write_whole
from ..yamlmap import Span, decode, read, scan
from .scalars import quoted, write_scalar


@dataclass(frozen=True, slots=True)
class Splice:
    """Replace the text from start to end."""

    start: int
    end: int
    text: str


def splice(text: str, changes: Iterable[Splice]) -> str:
    """The text with all changes made; of two that overlap the first counts."""
    done, at = [], 0
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        if change.start >= at:
            done += [text[at : change.start], change.text]
            at = change.end
    return "".join([*done, text[at:]])


def as_splice(fix: Fix, text: str, spans: Sequence[Span]) -> Splice | None:
    """Where and how a mend changes the text; None when its place is not there any more."""
    role = "key" if fix.op == "rename" else "value"
    span = next((span for span in spans if span.path == fix.path and span.role == role), None)
    if span is None or span.style in ("block", "flow"):
        return None
    if fix.op == "quote":
        return Splice(span.start, span.end, quoted(text[span.start : span.end])) if span.style == "" else None
    return Splice(span.start, span.end, fix.text if fix.op == "replace" else write_scalar(fix.text))


def mend_text(raw: bytes, fixes: Iterable[Fix]) -> str | None:
    """The file's text with the mends made; None when nothing changes or the result could not be read as before."""
    text = decode(raw)
    spans = scan(text)
    mended = splice(text, [change for fix in fixes if (change := as_splice(fix, text, spans))])
    before, after = read(raw, ""), read(mended.encode(), "")
    if mended == text or after.data is None or len(after.findings) > len(before.findings):
        return None
    return mended


def mend_files(root: FilePath, findings: Iterable[Finding]) -> tuple[list[Finding], list[str]]:
    """Mends every file that has mends to offer. Returns the findings mended, and files that could not be written."""
    by_file: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.fix is not None:
            by_file.setdefault(finding.file, []).append(finding)
    mended: list[Finding] = []
    changed: list[str] = []
    for file, group in sorted(by_file.items()):
        path = root / file
        raw = read_plain(path)
        text = mend_text(raw, [finding.fix for finding in group if finding.fix])
        if text is None:
            continue
        try:
            write_whole(path, text, digest(raw))
        except (Changed, OSError):
            changed.append(file)
        else:
            mended += group
    return mended, changed
