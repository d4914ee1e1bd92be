"""What came in, for the person at the terminal and for the one who sent it. Places and what is right, never what was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..intake import Draft, Problem
from ..intake.batch import Batch
from ..words import listing, plural, sentence

_HEAD = ("Row", "Case", "Attorney", "Court", "Next hearing")


def problem_line(problem: Problem) -> str:
    """`row 4, Immigration court: There is no court of this code or city.`"""
    return f"{problem.where}: {problem.message}" if problem.where else sentence(problem.message)


def as_table(batch: Batch, written: bool = False) -> Iterator[str]:
    """A line for each case. An id stands there only once it is written: before, nobody should note it down."""
    fresh = {draft.id for draft in batch.drafts if draft.kind == "attorney"}
    rows = [_HEAD] + [
        (
            str(draft.row or 1),
            draft.id if written else "new",
            draft.data["attorney"] if written or draft.data["attorney"] not in fresh else "new",
            draft.data["court"],
            _hearing(draft),
        )
        for draft in batch.drafts
        if draft.kind == "case"
    ]
    wide = [max(len(row[place]) for row in rows) for place in range(len(_HEAD))]
    for row in rows:
        yield "  " + "  ".join(f"{cell:<{width}}" for cell, width in zip(row, wide, strict=True)).rstrip()


def _hearing(draft: Draft) -> str:
    return ", ".join(f"{hearing['type']} {hearing['date']}" for hearing in draft.data.get("hearings", ()))


def counted(drafts: Sequence[Draft]) -> str:
    """`1 attorney and 2 cases`."""
    kinds = list(dict.fromkeys(draft.kind for draft in drafts))
    return listing([plural(sum(draft.kind == kind for draft in drafts), kind) for kind in kinds])


def problems_as_text(problems: Sequence[Problem]) -> Iterator[str]:
    """Everything that is wrong, in one go."""
    yield from (f"  {problem_line(problem)}" for problem in problems)


def problems_as_markdown(problems: Sequence[Problem]) -> Iterator[str]:
    """A comment to the person who filled in the form."""
    yield "Thank you. Some answers could not be understood, so nothing was made of them yet:"
    yield ""
    for problem in problems:
        place = f"**{problem.label}**" if problem.label else ""
        place = f"Row {problem.row}{', ' if place else ''}{place}" if problem.row else place
        yield f"- {place}: {problem.message}" if place else f"- {sentence(problem.message)}"
    yield ""
    yield "Please edit the form above: the three dots at its top right, then *Edit*. It is read again once you save it."
    if any(problem.private for problem in problems):
        yield ""
        yield (
            "**Something in it looks like who a client is.** Editing is not enough, because earlier versions stay. An admin "
            "deletes the whole issue; then please fill in a new one."
        )


def new_as_markdown(batch: Batch) -> Iterator[str]:
    """What a pull request says of the new records: where they are and what to look at before they are taken."""
    yield f"From the form: {counted(batch.drafts)}."
    yield ""
    yield from (f"- `{draft.file}`" for draft in batch.drafts)
    yield from (f"- Look at this: {problem_line(problem)}" for problem in batch.notes)
    yield ""
    yield "Before you take it: read every date against the paper it comes from, and see that nothing says who the client is."


def changed_as_markdown(file: str) -> Iterator[str]:
    """What a pull request says of a changed record."""
    yield f"From the form: a date or decision in `{file}`."
    yield ""
    yield "Before you take it: read every date against the notice or order, and look at `vecina due` for what follows."
