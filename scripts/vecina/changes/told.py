"""What one record's change says, in sentences: a case by its dates and people, every other record field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..book import Book
from ..schema import labels, resolve, sources
from ..store import Record
from ..words import as_written_day, inside, listing
from .case import FieldChange, date_changes, sentence
from .forms import FORMS
from .plain import field_changes, group_changes, row_title

Data = Mapping[str, Any]
_PEOPLE = ("attorney", "mentor", "backup_mentor", "organization")


def told(before: Record | None, after: Record | None, books: tuple[Book, Book]) -> Iterator[str]:
    """The sentences of a record that was changed, is new or is gone; of a new case its first facts only."""
    if before is None and after is not None:
        yield from _new(after, books)
    elif after is None and before is not None:
        yield "Record deleted"
        yield from _loads(books, {before.data.get("mentor", "")}) if before.kind == "case" else ()
    elif before is not None and after is not None and before.kind == "case":
        yield from _case(before.data, after.data, books)
    elif before is not None and after is not None:
        yield from field_changes(after.kind, before.data, after.data)
        yield from _loads(books, {after.id}) if after.kind == "mentor" else ()


def _new(record: Record, books: tuple[Book, Book]) -> Iterator[str]:
    if record.kind != "case":
        yield f"New {record.kind}"
        return
    data = record.data
    names = [f"{name.replace('_', ' ')} {data[name]}" for name in _PEOPLE if name in data]
    yield f"New case, {inside(labels('case_status')[data['status']])}: {listing([*names, 'court ' + data['court']])}"
    yield from _loads(books, {data.get("mentor", "")})


def _case(before: Data, after: Data, books: tuple[Book, Book]) -> Iterator[str]:
    changes = date_changes(before, after)
    for change in changes:
        if isinstance(change, FieldChange) and change.key[0] in _PEOPLE:
            loads = list(_loads(books, {change.before or "", change.after or ""}, ", ")) if change.key == ("mentor",) else []
            yield f"{change.words} {change.before or 'none'} → {change.after or 'none'}" + (f" ({loads[0]})" if loads else "")
        else:
            yield sentence(change)
    names = {str(change.key[0]) for change in changes}
    if "status" in names and "mentor" not in names:
        yield from _loads(books, {after.get("mentor", "")})
    yield from field_changes("case", before, after, frozenset(names))
    for name in sorted(names):
        yield from _rest(name, before.get(name), after.get(name))


def _rest(name: str, was: Any, now: Any) -> Iterator[str]:
    """What of a field the dates do not tell. Rows that stand on one side alone are told already, with their days."""
    schema = resolve(sources()["case"]["properties"][name])
    if "items" in schema:
        was, now = was or [], now or []
    if isinstance(was, Mapping) or isinstance(now, Mapping):
        was, now = _without_new_rows(was or {}, now or {})
    if not isinstance(was, list) or not isinstance(now, list):
        yield from field_changes("case", {name: _undated(name, was)}, {name: _undated(name, now)})
    elif len(was) == len(now) and "items" in schema:
        item = resolve(schema["items"])
        for number, (old, new) in enumerate(zip(was, now, strict=True), 1):
            if old != new and isinstance(old, Mapping) and isinstance(new, Mapping):
                yield from group_changes(item, row_title(item, name, new, number), _undated(name, old), _undated(name, new))


def _without_new_rows(was: Data, now: Data) -> tuple[Data, Data]:
    """Both groups without the lists of which rows were added or taken away: those are told with their days."""
    lists = {name for side in (was, now) for name, value in side.items() if isinstance(value, list)}
    differ = {name for name in lists if len(was.get(name, ())) != len(now.get(name, ()))}
    before, after = ({name: value for name, value in side.items() if name not in differ} for side in (was, now))
    return before, after


def _undated(name: str, value: Any) -> Any:
    """A value without its dates and without the fields whose change the dates' sentences tell."""
    if isinstance(value, Mapping):
        form = FORMS.get(name)
        taken = form.told if form else ()
        return {one: _undated(one, below) for one, below in value.items() if one not in taken and not as_written_day(below, 1900)}
    if isinstance(value, list):
        return [_undated(name, below) for below in value]
    return None if as_written_day(value, 1900) or name in FORMS["case"].told else value


def _loads(books: tuple[Book, Book], names: set[str], joint: str = "; ") -> Iterator[str]:
    """How many cases these mentors have now, where that or the number of their places is another than before."""
    found = []
    for name in sorted(names & books[1].mentors.keys(), reverse=True):
        was, now = (_load(book, name) for book in books)
        if now and was != now:
            found.append(f"{name} now {now[0]} of {now[1]}")
    if found:
        yield joint.join(found)


def _load(book: Book, name: str) -> tuple[int, int] | None:
    mentor = book.mentors.get(name)
    return (len(book.load_of.get(name, ())), book.capacity(mentor)) if mentor else None


def unread_words(kind: str) -> str:
    """What is said of a record that cannot be read."""
    return f"This {kind} cannot be read; `vecina check` says why"
