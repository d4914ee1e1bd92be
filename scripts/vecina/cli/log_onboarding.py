"""The words of `vecina log` for the onboarding: a training waived, and the role that was agreed on."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from .. import diary
from ..diary import Line
from ..facts import admins
from .log_word import At, Listed, SaidDay, day_argument, of_field, word


class Several(click.ParamType[tuple[str, ...]]):
    """Words of a fixed list with commas between them."""

    name = "words"

    def __init__(self, one: Listed) -> None:
        self.one = one

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The codes that the words mean, or a usage error."""
        if isinstance(value, tuple):
            return value
        return tuple(self.one.convert(part.strip(), param, ctx) for part in str(value).split(",") if part.strip())


@word("waive")
@click.argument("training", type=of_field("waivers", 0, "requirement"))
@day_argument
@click.option("--by", required=True, help="The admin who answers for it, by id, such as s-alvarez.")
@click.option("--reason", type=of_field("waivers", 0, "reason"), required=True, help="Why.")
@click.option("--until", type=SaidDay(), help="Only put off, and due on this day. Left out: waived for the whole case.")
def waive(at: At, training: str, day: date, by: str, reason: str, until: date | None) -> Line:
    """An admin waived a training for this case, or put it off until a day.

    Then attorney and mentor may meet first. Agreement, consent, conflict check and cover are never waived. A filing that
    was decided against is another word: `waived`.

    \b
    Example:
      vecina log c-7k3q9 waive center_of_excellence --by s-alvarez --reason hearing-near --until 2026-12-11
      vecina log c-7k3q9 waive intro_video 2026-11-20 --by s-alvarez --reason trained-elsewhere
    """
    attorney = at.book.attorneys.get(at.case["attorney"])
    own = attorney.data if attorney else None
    return diary.waive(
        at.case, own, admins(at.book.program), training, day, at.today, by=by, reason=reason, until=until
    )  # fmt: skip


@word("role")
@click.option("--helps-with", type=Several(of_field("agreed_role", "helps_with", 0)), help="Tasks, with commas between them.")
@click.option("--at-hearing", type=of_field("agreed_role", "at_hearing"), help="absent, on-call or observes.")
def role(at: At, helps_with: tuple[str, ...] | None, at_hearing: str | None) -> Line:
    """Attorney and mentor agreed what the mentor does. What was agreed before is replaced.

    The attorney alone is attorney of record. At the individual hearing the mentor is absent unless it is said here or in
    the mentor's own record.

    \b
    Example:
      vecina log c-7k3q9 role --helps-with strategy,drafts,mock-examination
      vecina log c-7k3q9 role --helps-with drafts --at-hearing on-call
    """
    return diary.role(at.case, helps_with or (), at_hearing)


WORDS = (waive, role)
