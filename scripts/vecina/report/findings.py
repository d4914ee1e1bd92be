"""Findings for a person, for a program, and for GitHub. All formats say the same."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from ..finding import Finding
from ..words import plural
from .escape import as_annotation, as_log, as_property

ANNOTATIONS = 10  # GitHub shows no more of one level in a step


def line(finding: Finding) -> str:
    """`data/cases/c-7k3q9.yml:12:3 V103 there is no such field here; did you mean "status"?`"""
    hint = f"; {finding.hint}" if finding.hint else ""
    return as_log(f"{finding.file}:{finding.line}:{finding.column} {finding.code} {finding.message}{hint}")


def as_text(findings: Sequence[Finding], records: int) -> Iterator[str]:
    """A line each, then how many there are and what helps."""
    yield from map(line, findings)
    if not findings:
        yield f"{plural(records, 'record')}, no findings."
        return
    mendable = sum(1 for finding in findings if finding.fix)
    yield ""
    files = len({finding.file for finding in findings})
    yield f"{plural(len(findings), 'finding')} in {plural(files, 'file')}, {plural(records, 'record')} read."
    if mendable:
        yield (
            f"`vecina fix` mends {mendable} of them."
            if mendable < len(findings)
            else "`vecina fix` mends " + ("it." if mendable == 1 else "all of them.")
        )
    yield f"`vecina explain {findings[0].code}` says more about a code."


def as_json(findings: Sequence[Finding], records: int) -> str:
    """One object: how many records were read, and each finding."""
    rows = [
        {
            "code": finding.code,
            "level": finding.level,
            "file": finding.file,
            "line": finding.line,
            "column": finding.column,
            "message": finding.message,
            "hint": finding.hint,
        }
        for finding in findings
    ]
    return json.dumps({"records": records, "findings": rows}, indent=1, ensure_ascii=False)


def as_github(findings: Sequence[Finding]) -> Iterator[str]:
    """Annotations within GitHub's limit; when there are more, the last one says how many."""
    shown = findings if len(findings) <= ANNOTATIONS else findings[: ANNOTATIONS - 1]
    for finding in shown:
        hint = f"; {finding.hint}" if finding.hint else ""
        place = f"file={as_property(finding.file)},line={finding.line},col={finding.column},title={finding.code}"
        yield f"::{finding.level} {place}::{as_annotation(finding.message + hint)}"
    left = len(findings) - len(shown)
    if left:
        yield f"::error title=More findings::and {left} more; the log of `vecina check` lists them all"
