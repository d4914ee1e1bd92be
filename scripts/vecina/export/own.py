"""The tables that are about the export itself: when and of what it is, its columns in words, the words for codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..deadlines import Due
from ..report.due_data import as_row
from ..schema import labels, labels_at
from .shape import PROGRAM, Column, Row, Table, View

_SLUG = Column(PROGRAM, "text", "Program", "Whose records these are.")
META = Table(
    "meta",
    "About this export",
    "One row: of what and when it is.",
    "",
    (
        Column(
            PROGRAM, "text", "Program", "The program's short name in lower case, as in the column of this name in every table."
        ),
        Column("program_name", "text", "Name", "The program's full name."),
        Column("day", "date", "Day", "The day that everything is judged by: due dates, next hearings, the status in v_case."),
        Column(
            "revision", "text", "Revision", "The commit that these records are; empty where they held changes not committed yet."
        ),
        Column("tool_version", "text", "Version", "The version of vecina that wrote this."),
        Column(
            "complete",
            "boolean",
            "Complete",
            "Whether every record could be read. If not, the table unread names those left out.",
        ),
        Column("sample", "boolean", "Sample", "Whether these are the invented records of a sample program."),
        Column("people", "boolean", "People", "Whether names, addresses, firms and notes of people are in it."),
        Column("due_dates", "boolean", "Due dates", "Whether the table due is in it."),
    ),
    key=(PROGRAM,),
)
UNREAD = Table(
    "unread",
    "Records left out",
    "The records that could not be read and so are in no table; empty when the export is complete.",
    "",
    (Column("id", "text", "Id", "The record's id; `vecina check` says what is wrong with it."), _SLUG),
    key=("id",),
)
FIELDS = Table(
    "fields",
    "Columns in words",
    "What each column is, out of the field guide.",
    "",
    (
        Column("table_name", "text", "Table", "The table or view."),
        Column("position", "integer", "Position", "Its place in the table, from 1."),
        Column("column_name", "text", "Column", "The column."),
        Column("type", "text", "Type", "text, date, boolean, integer or number."),
        Column("title", "text", "Title", "What people call it."),
        Column("description", "text", "Description", "What it means."),
        Column("field", "text", "Field", "The field of the record that it comes from; empty for what is worked out."),
        Column("list", "text", "List", "The list in the table words that its codes stand in."),
        Column("refers_to", "text", "Refers to", "Table and column that its ids stand in."),
        Column("required", "boolean", "Required", "Whether every row has it."),
        Column("personal", "boolean", "Personal", "Whether it is left empty in an export without people."),
    ),
    key=("table_name", "position"),
)
NAMES = Table(
    "tables",
    "Tables in words",
    "What each table and view holds.",
    "",
    (
        Column("name", "text", "Name", "The table or view."),
        Column("kind", "text", "Kind", "table or view."),
        Column("title", "text", "Title", "What people call it."),
        Column("description", "text", "Description", "What a row is."),
    ),
    key=("name",),
)
WORDS = Table(
    "words",
    "Words for codes",
    "What people read for the codes of each list.",
    "",
    (
        Column("list", "text", "List", "The list, as the column list of the table fields names it."),
        Column("position", "integer", "Position", "Its place in the list, from 1."),
        Column("code", "text", "Code", "The code as it stands in records."),
        Column("label", "text", "Label", "The words for it."),
    ),
    key=("list", "code"),
)
DUE = Table(
    "due",
    "Due dates",
    "Everything due in the cases that have not ended, as `vecina due --all` lists it on the day of the export.",
    "",
    (
        Column("position", "integer", "Position", "Its place in the list, from 1: late first."),
        Column("case_id", "text", "Case", "The case.", refers=("cases", "id")),
        Column("kind", "text", "Kind", "hearing, court, clock, milestone, check-in, message or requirement."),
        Column("title", "text", "Title", "What is due."),
        Column("due", "date", "Due", "The day as the rule is written; empty where there is none yet."),
        Column("file_by", "date", "File by", "The safe day: a business day, never after any reading that can be defended."),
        Column("days", "integer", "Days", "Days left on the day of the export; less than 0 when late."),
        Column("state", "text", "State", "late, soon, later, done or needs-order."),
        Column("owner", "text", "Owner", "Who does it: one id or two with a space between, or a role."),
        Column("rule", "text", "Rule", "The deadline rule, if one gives the date.", refers=("rules", "id")),
        Column("authority", "text", "Authority", "The text that says so."),
        Column("explanation", "text", "Explanation", "How the date comes about."),
        _SLUG,
    ),
    key=("position",),
)  # fmt: skip


def due_rows(dues: Iterable[Due], program: str) -> Iterator[Row]:
    """The rows of due dates in the order of the one list."""
    for place, due in enumerate(dues, 1):
        row = as_row(due) | {"case_id": due.case}
        yield (place, *(None if row[column.name] == "" else row[column.name] for column in DUE.own[1:-1]), program)


def field_rows(described: Iterable[Table | View]) -> Iterator[Row]:
    """A row for each column."""
    for table in described:
        for place, one in enumerate(table.columns, 1):
            refers = ".".join(one.refers) if one.refers else None
            told = (one.name, one.type, one.title, one.description, one.field or None, one.words or None, refers)
            yield (table.name, place, *told, one.required or one.name in _key(table), one.personal)


def _key(table: Table | View) -> tuple[str, ...]:
    return table.key if isinstance(table, Table) else ()


def name_rows(described: Iterable[Table | View]) -> Iterator[Row]:
    """A row for each table and view."""
    for table in described:
        yield table.name, "table" if isinstance(table, Table) else "view", table.title, table.description


def word_rows(tables: Iterable[Table]) -> Iterator[Row]:
    """The words of every list that a column takes its codes from, each list once."""
    told: set[str] = set()
    for table in tables:
        for column in table.own:
            if column.words and column.words not in told:
                told.add(column.words)
                for place, (code, label) in enumerate(_labels(table, column).items(), 1):
                    yield column.words, place, code, label


def _labels(table: Table, column: Column) -> Mapping[str, str]:
    if "." not in column.words:
        return labels(column.words)
    steps: list[str | int] = []
    for part in column.field.split("."):
        steps += [part.removesuffix("[]"), 0] if part.endswith("[]") else [part]
    return labels_at(table.kind, tuple(steps)) or labels_at(table.kind, (*steps, 0))  # the second for a list of words
