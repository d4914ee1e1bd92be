"""Cases that came, moved and left in a period, in all and by month, and why they left or came back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...schema import labels_at
from ..figures.ends import BACK, Way, reason_words, ways_out
from ..figures.flow import GUIDED, OUT, WAITS, Flow, flow
from ..figures.hours import Worked, worked
from ..figures.span import Span, months_of
from ..linked import Relation, Within, whole
from ..names import status
from .draft import Count, DraftCell, Part
from .shape import Cell, Frame

ENDS = ("closed", "declined", "withdrawn")
MOVES = (
    "Opened: a mentor was asked for. Matched: the case got a mentor. Closed: the program’s work on it was done. Declined: before "
    "a match. Withdrawn: at any time. In the program: from the request until one of these."
)
BALANCE = (
    "The start is the end of the day before the period. Each step of a case’s history counts on its day, so a case that comes "
    "back counts again. Those at the start and those opened or taken up again are together as many as those closed, declined or "
    "withdrawn and those at the end."
)
MONTHS = "Hours by the day of the work. The first and the last month may be covered in part."
STEPS = "Left: declined or withdrawn."
WHY = "Each step that ended a case, with the reason recorded there. Back for a new mentor: a case that had one waits again."
RETURNED = "Why attorneys gave cases back: of the ends with the reason “returned” or “attorney left”, as recorded there."


def moved(frame: Frame) -> Part:
    """The cases at both ends of the period and their moves between."""
    found = _flow(frame)
    rows: list[tuple[DraftCell, ...]] = [*_stand("start", "At the start", found.start), ("Opened", _opened(found))]
    again = found.moves[OUT, GUIDED]
    rows += [("Taken up again after it was closed", Count("again", again))] if again else []
    rows += [("Matched", Count("matched", found.moves[WAITS, GUIDED]))]
    rows += [(BACK, Count("back", found.moves[GUIDED, WAITS]))]
    rows += [(status(code), Count(code, found.left[code])) for code in ENDS]
    rows += _stand("end", "At the end", found.end)
    implied = (
        Count("left waiting", found.moves[WAITS, OUT]),
        Count("left guided", found.moves[GUIDED, OUT]),
        Count("again", again),
    )
    return Part("Cases", ("", "Cases"), tuple(rows), (MOVES, BALANCE), implied, _RELATIONS, _BOUNDS)


_RELATIONS = (
    *(Relation((f"{end}.waits", f"{end}.guided"), (f"{end}.all",)) for end in ("start", "end")),
    Relation(("start.waits", "opened", "back"), ("matched", "left waiting", "end.waits")),
    Relation(("start.guided", "matched", "again"), ("back", "left guided", "end.guided")),
    Relation(("start.all", "opened", "again"), (*ENDS, "end.all")),
    Relation(ENDS, ("left waiting", "left guided")),
)
# a case is declined before it has a mentor, and most cases that are closed had one
_BOUNDS = (Within(("declined",), "left waiting", plain=True), Within(("closed",), "left guided", plain=True))


def _flow(frame: Frame) -> Flow:
    return flow((case.data for case in frame.book.cases.values()), frame.span)


def _opened(found: Flow) -> Count:
    return Count("opened", found.moves[OUT, WAITS])


def _stand(name: str, words: str, places: Counter[str]) -> Iterator[tuple[DraftCell, ...]]:
    yield f"{words}, in the program", Count(f"{name}.all", places[WAITS] + places[GUIDED])
    yield f"{words}, waiting for a mentor", Count(f"{name}.waits", places[WAITS])
    yield f"{words}, with a mentor", Count(f"{name}.guided", places[GUIDED])


def by_month(frame: Frame) -> Part:
    """Hours month by month, and the steps of cases where all numbers are shown: there are too few in a month for others."""
    steps = ("Opened", "Matched", "Closed", "Left") if frame.full else ()
    times = [time for time in worked(frame.book, frame.span.last) if frame.span.holds(time.day)]
    rows = [(span.month, *_in_month(frame, span, times)) for span in months_of(frame.span)]
    heads = ("Month", *steps, "Mentors’ hours", "Attorneys’ hours")
    return Part(
        "By month", heads, (*rows, ("All", *_in_month(frame, frame.span, times))), (MONTHS, STEPS) if frame.full else (MONTHS,)
    )


def _in_month(frame: Frame, span: Span, times: Sequence[Worked]) -> list[Cell]:
    hours = [
        float(sum(time.hours for time in times if (time.whose == "attorney") == attorney and span.holds(time.day)))
        for attorney in (False, True)
    ]
    if not frame.full:
        return [*hours]
    found = flow((case.data for case in frame.book.cases.values()), span)
    steps: list[Cell] = [found.moves[OUT, WAITS], found.moves[WAITS, GUIDED], found.left["closed"]]
    steps.append(found.left["declined"] + found.left["withdrawn"])
    return [*steps, *hours]


def ends(frame: Frame) -> Part:
    """Why cases left, and how many came back for another mentor."""
    found = Counter((way.what, way.why) for way in _ways(frame))
    rows: list[tuple[DraftCell, ...]] = []
    relations = []
    for what in ("declined", "withdrawn", "closed"):
        own = [why for why in (*reason_words(), "") if found[what, why]]
        rows += [(f"{status(what)}: {_reason(why)}", Count(f"{what} for {why}", found[what, why])) for why in own]
        relations.append(whole(what, [f"{what} for {why}" for why in own]))
    rows.append((BACK, Count("back", _flow(frame).moves[GUIDED, WAITS])))
    return Part("Why cases ended", ("", "Cases"), tuple(rows), (WHY,), (), tuple(relations))


def returned(frame: Frame) -> Part:
    """Why attorneys gave cases back."""
    ways = [way for way in _ways(frame) if way.why in ("returned", "attorney-left")]
    found, words = Counter(way.returned for way in ways), labels_at("case", ("history", 0, "returned_because"))
    own = [code for code in (*words, "") if found[code]]
    rows = tuple((words.get(code, "Not recorded"), Count(f"returned {code}", found[code])) for code in own)
    by_end = Counter((way.what, way.why) for way in ways)
    ended = tuple(f"{what} for {why}" for what, why in by_end)
    relation = (Relation(tuple(f"returned {code}" for code in own), ended),) if ways else ()
    implied = tuple(Count(f"{what} for {why}", count) for (what, why), count in by_end.items())
    return Part("Why attorneys gave cases back", ("", "Cases"), rows, (RETURNED,), implied, relation)


def _reason(code: str) -> str:
    return reason_words().get(code, "no reason recorded")


def _ways(frame: Frame) -> list[Way]:
    return [way for case in frame.book.cases.values() for way in ways_out(case.data) if frame.span.holds(way.day)]
