"""What happened in a case, said in a word and a day, as edits of its record. Pure: no file, no clock."""

from .after import feedback, held, released
from .clock import started, stopped
from .contact import answered, checked_in, hours, message, met
from .court import event, order, outcome_rows
from .done import done, things_done
from .filed import filed, filings, steps, waived
from .handover import handed_over
from .hearing import Given, hearing
from .line import Line, NotPossible
from .onboarding import role, waive
from .people import backup, declined
from .status import closed, decided, status

__all__ = [
    "Given",
    "Line",
    "NotPossible",
    "answered",
    "backup",
    "checked_in",
    "closed",
    "decided",
    "declined",
    "done",
    "event",
    "feedback",
    "filed",
    "filings",
    "handed_over",
    "hearing",
    "held",
    "hours",
    "message",
    "met",
    "order",
    "outcome_rows",
    "released",
    "role",
    "started",
    "status",
    "steps",
    "stopped",
    "things_done",
    "waive",
    "waived",
]
