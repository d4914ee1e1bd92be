"""The end of a case and after: why it came back, what people say of the mentoring, and how long its record is kept."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from vecina.facts import keep_until

PROGRAM = {"retention": {"closed_years": 7, "left_years": 2}}


def ended(status: str, day: str, **more: Any) -> dict[str, Any]:
    """A case that took this status last, on that day."""
    return {"status": status, "history": [{"status": "requested", "date": "2025-01-07"}, {"status": status, "date": day}], **more}


HOLD = {"since": "2026-11-20", "by": "s-alvarez", "reason": "audit"}


@pytest.mark.parametrize(
    ("case", "day"),
    [
        (ended("closed", "2026-10-05"), date(2033, 10, 5)),
        (ended("withdrawn", "2026-10-05"), date(2028, 10, 5)),
        (ended("declined", "2026-10-05"), date(2028, 10, 5)),
        (ended("closed", "2028-02-29"), date(2035, 3, 1)),  # never a day too early
        (ended("active", "2026-10-05"), None),
        (ended("closed", "2026-10-05", legal_hold=HOLD), None),
        (ended("withdrawn", "2024-10-05", legal_hold={**HOLD, "ended": "2027-03-01"}), date(2027, 3, 1)),
        (ended("withdrawn", "2026-10-05", legal_hold={**HOLD, "ended": "2027-03-01"}), date(2028, 10, 5)),
    ],
)
def test_a_record_is_kept_for_the_years_of_the_settings_and_while_a_hold_lasts(case: dict[str, Any], day: date | None) -> None:
    assert keep_until(case, PROGRAM) == day


def test_without_a_time_in_the_settings_a_record_is_kept() -> None:
    assert keep_until(ended("closed", "2026-10-05"), {}) is None
