"""What was exported, in words for the person at the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from ..words import day, listing, plural
from .dataset import Dataset
from .names import ROOTS

_STAYS = "\u2060"  # no line breaks between a table and its number
_PRIVATE = (
    "This is private: it holds the names and addresses of staff, mentors, attorneys and organizations, and facts of cases. "
    "Keep it where the records are kept, put it on no shared drive, and delete it when you are done."
)
_CODED = (
    "This is still private: names, addresses, firms, notes and rates of people are left out, but ids stay, an id is often made "
    "of a name, and facts of cases can point to a person. Give it only to somebody who may know that."
)
_QUERY = "SELECT case_id, status, mentor, next_hearing_date FROM v_case WHERE status = 'active'"


def as_text(data: Dataset, form: str, place: str) -> Iterator[str]:
    """Where it is and of which day, the tables with their rows, who may have it, and a first query. `place` is quoted."""
    yield f"{place}: {len(data.tables)} tables and {data.size:,} rows, as of {day(data.asked.day)}"
    commit = data.asked.revision
    yield f"Records of the commit {commit[:12]}." if commit else "Records as they lie in data/, not all of them committed."
    yield ""
    for kind, title in {**{kind: many.replace("_", " ") for kind, many in ROOTS.items()}, "": "about it"}.items():
        full = [table for table in data.tables if table.kind == kind and data.of(table)]
        told = ", ".join(f"{table.name}{_STAYS}{len(data.of(table)):,}" for table in full)
        lines = wrap(told, 118, initial_indent=f"  {title:<13}  ", subsequent_indent=" " * 17, break_on_hyphens=False)
        yield from (line.replace(_STAYS, " ") for line in lines)
    empty = sum(1 for table in data.tables if not data.of(table))
    if empty:
        yield f"  {'':<13}  and {plural(empty, 'table')} without rows"
    yield ""
    yield from wrap(_PRIVATE if data.asked.people else _CODED, 118)
    yield ""
    yield from _first(form, place, [view.name for view in data.views])


def _first(form: str, place: str, views: list[str]) -> Iterator[str]:
    begin = f"Begin with {listing(views)}; the tables `tables` and `fields` say what each table and column is."
    if form == "sqlite":
        yield begin
        yield f'  sqlite3 -box {place} "{_QUERY}"'
        yield f"  datasette {place}"
    elif form == "parquet":
        yield begin
        yield f"  cd {place} && duckdb -init load.sql"
        yield f"  {_QUERY};"
    else:
        yield "The files `tables` and `fields` say what each table and column is. The views are in sqlite and parquet alone."
        yield f"  head -n 1 {place}/cases.jsonl"
