"""Proposals for programs, spreadsheets and pull requests: JSON, CSV and Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from ..matching import Proposal, Value
from ..words import listing
from .due_github import cell
from .escape import as_csv as csv_of
from .match import by_reason, gain_words, proved, shortage_words, value_words


def value_data(value: Value) -> dict[str, int]:
    """What changes, by criterion."""
    return {"cases": value.placed, "urgency": value.urgency, "points": value.score}


def as_json(proposal: Proposal, broken: Sequence[str] = ()) -> str:
    """One object: the pairs, what is left over with the limit of each mentor, the proof, and what would help."""
    made: dict[str, Any] = {
        "broken": list(broken),
        "pairs": [
            {
                "case": match.case, "mentor": match.mentor, "score": match.score, "urgent": list(match.urgent),
                "waits": match.waited,
                "reasons": [{"points": point.points, "reason": point.reason} for point in match.reasons],
            }
            for match in proposal.matches
        ],
        "moves": [
            {
                "case": move.case, "from": move.giver, "to": move.taker, "score": move.score, "gain": value_data(move.gain),
                "room_for": list(move.room_for),
                "cost": list(move.cost),
                "reasons": [{"points": point.points, "reason": point.reason} for point in move.reasons],
            }
            for move in proposal.moves
        ],
        "unplaced": [
            {
                "case": left.case, "possible": left.possible, "urgent": list(left.urgent), "waits": left.waited,
                "limits": [{"mentor": mentor, "limit": limit.reason, "change": limit.change} for mentor, limit in left.limits],
            }
            for left in proposal.unplaced
        ],
        "proof": {"verified": proposal.verified, "placed": len(proposal.matches), "points": proposal.total},
        "bottlenecks": [{"mentor": mentor, "one_more_place": value_data(value)} for mentor, value in proposal.bottlenecks],
        "shortages": [
            {"cases": list(row.cases), "mentors": list(row.mentors), "places": row.places} for row in proposal.shortages
        ],
        "advice": [
            {"language": kind.language, "court": kind.court, "detained": kind.detained, "cases": kind.more}
            for kind in proposal.advice
        ],
        "loads": [
            {"mentor": load.mentor, "open": load.open, "proposed": load.proposed, "places": load.places}
            for load in proposal.loads
        ],
        "waiting": [{"case": case, "days": days} for case, days in proposal.waiting],
        "held": proposal.held,
        "arrivals": None if proposal.arrivals is None else {
            "on": proposal.arrivals.on, "known": proposal.arrivals.known, "needed": proposal.arrivals.needed,
            "prices": [
                {"mentor": name, "points": row.points, "needed": row.needed, "futures": row.futures}
                for name, row in sorted(proposal.arrivals.prices.items())
            ],
        },
    }  # fmt: skip
    return json.dumps(made, indent=1, ensure_ascii=False)


def as_csv(proposal: Proposal) -> str:
    """A line for each case that waits: its mentor and points, or why nobody takes it."""
    rows: list[Sequence[object]] = [("case", "mentor", "score", "urgent", "reasons")]
    for move in proposal.moves:
        why = f"moves from {move.giver}: {gain_words(move)}; {listing(move.cost)}"
        rows.append((move.case, move.taker, move.score, "", why))
    for match in proposal.matches:
        reasons = "; ".join(f"{point.points} {point.reason}" for point in match.reasons)
        rows.append((match.case, match.mentor, match.score, "; ".join(match.urgent), reasons))
    for left in proposal.unplaced:
        why = "; ".join(f"{count} {reason}" for reason, count in by_reason(left))
        rows.append((left.case, "", None, "; ".join(left.urgent), why))
    return csv_of(rows)


def as_markdown_page(proposal: Proposal) -> Iterator[str]:
    """Two tables and what would help, for a summary or a pull request."""
    yield "## Proposed pairs"
    yield ""
    if proposal.matches:
        yield "| Case | Mentor | Points | Why |"
        yield "| --- | --- | ---: | --- |"
        for match in proposal.matches:
            why = listing([f"{point.reason} ({point.points})" for point in match.reasons])
            yield f"| `{match.case}` | `{match.mentor}` | {match.score} | {cell(why)} |"
        yield ""
    if proposal.moves:
        yield "### Moves of open cases: ask everybody first"
        yield ""
        yield "| Case | From | To | Brings | Costs |"
        yield "| --- | --- | --- | --- | --- |"
        for move in proposal.moves:
            brings, costs = cell(gain_words(move)), cell(listing(move.cost))
            yield f"| `{move.case}` | `{move.giver}` | `{move.taker}` | {brings} | {costs} |"
        yield ""
    if proposal.unplaced:
        yield "### Nobody can take these now"
        yield ""
        yield "| Case | What stands in the way |"
        yield "| --- | --- |"
        for left in proposal.unplaced:
            why = listing([f"{count}: {reason}" for reason, count in by_reason(left)])
            yield f"| `{left.case}` | {cell(why or 'every place is needed for other cases')} |"
        yield ""
    yield from (f"- {cell(shortage_words(row))}" for row in proposal.shortages)
    yield from (f"- `{mentor}`, one place more: {value_words(value)}" for mentor, value in proposal.bottlenecks[:5])
    yield ""
    yield proved(proposal)
