"""What may not change from one state of the records to the next, or not without a reason, in one explicit tuple."""

from __future__ import annotations

from ..checks import CODES as CHECK_CODES, Check
from ..finding import Code, Finding, in_order
from . import dates, law, past, pay, people
from .base import Sides

MOVES: tuple[Check[Sides], ...] = (
    past.history_only_grows,
    pay.paid_hours_stay,
    past.done_stays_done,
    pay.hours_keep_their_mentor,
    pay.closed_months_stay_closed,
    pay.paid_rates_stay,
    dates.hearing_stays_on_record,
    dates.ordered_date_stays,
    dates.agreed_date_stays,
    people.mentor_stays,
    people.records_stay,
    people.records_are_kept_their_time,
    people.hold_lasts,
    people.ids_are_given_once,
    people.new_match_is_named,
    law.past_values_stay,
)

CODES: dict[str, Code] = CHECK_CODES | {move.code.code: move.code for move in MOVES}


def moves(sides: Sides) -> list[Finding]:
    """Every finding about the change itself, in the order of the files."""
    return in_order([finding for move in MOVES for finding in move(sides)])


__all__ = ["CODES", "MOVES", "Sides", "moves"]
