"""What happened in a case, said in a word and a day, as edits of its record. Pure: no file, no clock."""

from .contact import answered, checked_in, hours, message, met
from .court import event, order, outcome_rows
from .done import done, things_done
from .filed import filed, filings, steps, waived
from .hearing import Given, hearing
from .line import Line, NotPossible
from .status import closed, decided, status

__all__ = [
    "Given", "Line", "NotPossible", "answered", "checked_in", "closed", "decided", "done", "event", "filed", "filings", "hearing",
    "hours", "message", "met", "order", "outcome_rows", "status", "steps", "things_done", "waived",
]  # fmt: skip
