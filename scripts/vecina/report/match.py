"""Proposals for a terminal and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from ..matching import Proposal
from ..words import plural


def as_text(proposal: Proposal) -> Iterator[str]:
    """Each proposed pair with its reasons, then the cases nobody can take and the limits that exclude mentors."""
    if not proposal.matches and not proposal.unplaced:
        yield "No case waits for a mentor."
        return
    if proposal.matches:
        yield f"Proposed pairs ({len(proposal.matches)})"
    for match in proposal.matches:
        yield f"  {match.case}  →  {match.mentor}   {plural(match.score, 'point')}"
        for point in match.reasons:
            yield f"      {point.points:>3}  {point.reason}"
    if proposal.unplaced:
        yield ""
        yield f"Nobody can take these now ({len(proposal.unplaced)})"
    for left in proposal.unplaced:
        yield f"  {left.case}"
        if left.possible:
            yield f"      {plural(left.possible, 'mentor')} could, but every place is needed for other cases"
        for reason, count in left.limits:
            yield f"      {plural(count, 'mentor')} {_agree(reason, count)}"
    yield ""
    yield "Proposals only: nothing was written."


def _agree(reason: str, count: int) -> str:
    """The limit's sentence with its verb for one or for many."""
    verb, _, rest = reason.partition(" ")
    return (
        reason
        if count == 1
        else f"{ {'is': 'are', 'has': 'have', 'does': 'do', 'shares': 'share', 'works': 'work'}.get(verb, verb) } {rest}"
    )


def as_json(proposal: Proposal, broken: Sequence[str] = ()) -> str:
    """One object with the records that could not be read, the matches and what is left."""
    return json.dumps(
        {
            "broken": list(broken),
            "matches": [
                {
                    "case": match.case,
                    "mentor": match.mentor,
                    "score": match.score,
                    "reasons": [{"points": point.points, "reason": point.reason} for point in match.reasons],
                }
                for match in proposal.matches
            ],
            "unplaced": [
                {
                    "case": left.case,
                    "possible": left.possible,
                    "limits": [{"mentors": count, "reason": reason} for reason, count in left.limits],
                }
                for left in proposal.unplaced
            ],
        },
        indent=1,
        ensure_ascii=False,
    )
