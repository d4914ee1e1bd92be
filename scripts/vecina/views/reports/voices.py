"""What people say of the mentoring, and the trainings that attorneys completed."""

from __future__ import annotations

from statistics import mean

from ...facts import TRAININGS
from ...schema import labels_at
from ..figures.kept import Share
from ..linked import Relation, whole
from .draft import Count, DraftCell, Part, Telling
from .shape import Cell, Frame, Mark, Percent

FEEDBACK = (
    "Feedback that came in the period, in marks from 1 (the mentoring did not help) to 5 (it helped very much). Average: of all "
    "their marks. Again: of those who said whether they would take another case with the program, who would."
)
TRAINED = (
    "Attorneys who completed a training in the period, by their own records and by those of their cases; each once for each "
    "training."
)


def feedback(frame: Frame) -> Part:
    """The answers by who gave them: how many, their average, and the share that would take another case."""
    given = [row for case in frame.book.cases.values() for row in case.data.get("feedback", ()) if frame.span.holds(row["date"])]
    words = labels_at("case", ("feedback", 0, "by"))
    rows: list[tuple[DraftCell, ...]] = []
    implied: list[Count] = []
    for code, name in (*words.items(), ("all", "All")):
        own = [row for row in given if code in ("all", row["by"])]
        said = [row["again"] for row in own if "again" in row]
        share, names = Share(sum(said), len(said)).percent, (f"yes.{code}", f"no.{code}", f"silent.{code}")
        average: Cell = round(float(mean(row["helpful"] for row in own)), 1) if own else Mark.NONE
        again: Cell = Mark.NONE if share is None else Percent(share)
        answers = Count(f"feedback.{code}", len(own))
        rows.append((name, answers, Telling(average, (answers.name,)), Telling(again, names[:2])))
        counts = (sum(said), len(said) - sum(said), len(own) - len(said))
        implied += [Count(name, count) for name, count in zip(names, counts, strict=True)]
    heads = ("Feedback by", "Answers", "Average of 1 to 5", "Would take another case")
    return Part("Feedback", heads, tuple(rows), (FEEDBACK,), tuple(implied), tuple(_sums(tuple(words))))


def _sums(codes: tuple[str, ...]) -> list[Relation]:
    """All are the sum of each, and answers are those that say yes, no and nothing of another case."""
    kinds = ("feedback", "yes", "no", "silent")
    down = [whole(f"{kind}.all", [f"{kind}.{code}" for code in codes]) for kind in kinds]
    return down + [whole(f"feedback.{code}", [f"{kind}.{code}" for kind in kinds[1:]]) for code in (*codes, "all")]


def trainings(frame: Frame) -> Part:
    """How many attorneys completed each training."""
    names, span = labels_at("attorney", ("trainings", 0, "kind")), frame.span
    done = {
        (row["kind"], attorney.id)
        for attorney in frame.book.attorneys.values()
        for row in attorney.data.get("trainings", ())
        if span.holds(row["completed"])
    }
    for case in frame.book.cases.values():
        met = case.data.get("requirements", {})
        held = (name for name in TRAININGS if name in met and span.holds(met[name]))
        done |= {(name.replace("_", "-"), case.data["attorney"]) for name in held}
    found = [code for code, _ in done]
    rows = tuple((name, Count(f"trained.{code}", found.count(code))) for code, name in names.items())
    return Part("Trainings completed", ("Training", "Attorneys"), rows, (TRAINED,))
