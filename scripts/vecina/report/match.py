"""Proposals for a terminal: who should take which case and why, who is left over and why, and what would help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..matching import Advice, Arrivals, Match, Move, Proposal, Shortage, Unplaced, Value
from ..schema import labels
from ..words import listing, plural

_MANY = {"is": "are", "has": "have", "does": "do", "shares": "share", "works": "work", "was": "were"}


def as_text(proposal: Proposal) -> Iterator[str]:
    """Each proposed pair with its reasons, then the cases left over, what stands in the way, and what would help."""
    if not proposal.matches and not proposal.unplaced:
        yield "No case waits for a mentor."
        return
    if proposal.matches:
        yield f"Proposed pairs ({len(proposal.matches)})"
    for match in proposal.matches:
        yield f"  {match.case}  →  {match.mentor}   {plural(match.score, 'point')}   {_waits(match)}"
        for point in match.reasons:
            yield f"      {point.points:>3}  {point.reason}"
    yield from _moves(proposal)
    if proposal.unplaced:
        yield ""
        yield f"Nobody can take these now ({len(proposal.unplaced)})"
    for left in proposal.unplaced:
        yield f"  {left.case}   {_waits(left)}"
        if left.possible:
            yield f"      {plural(left.possible, 'mentor')} could, but every place is needed for other cases"
        yield from (f"      {plural(count, 'mentor')} {agree(reason, count)}" for reason, count in by_reason(left))
    yield from _help(proposal)
    yield ""
    yield proved(proposal)
    yield "Proposals only: nothing was written. `vecina match --explain CASE` shows every mentor for one case."


def _waits(row: Match | Unplaced) -> str:
    """How long a case has waited, and what makes it urgent."""
    return f"waits {plural(row.waited, 'day')}" + (f", urgent: {listing(row.urgent)}" if row.urgent else "")


def _loads(proposal: Proposal) -> Iterator[str]:
    """How full each mentor is, and how full she would be."""
    wide = max(len(load.mentor) for load in proposal.loads)
    for load in proposal.loads:
        then = f", then {load.open + load.proposed}" if load.proposed else ""
        yield f"  {load.mentor:<{wide}}  {load.open} of {load.places}{then}"


def _moves(proposal: Proposal) -> Iterator[str]:
    """Open cases that another mentor would take over, with what each move brings and costs."""
    if proposal.price_of_move is not None and not proposal.moves:
        yield ""
        yield f"No move of an open case places one more, or brings more than the {proposal.price_of_move} points it must."
    if proposal.moves:
        yield ""
        yield f"Moves of open cases ({len(proposal.moves)}): ask everybody first"
    for move in proposal.moves:
        yield f"  {move.case}  {move.giver}  →  {move.taker}   {plural(move.score, 'point')}"
        yield f"      brings: {gain_words(move)}"
        if move.cost:
            yield f"      costs:  {listing(move.cost)}"


def _help(proposal: Proposal) -> Iterator[str]:
    """The counted reason for what is left over, where one place more would bring most, and whom to look for."""
    if proposal.shortages:
        yield ""
        yield "Why not more"
        yield from (f"  {shortage_words(row)}" for row in proposal.shortages)
    if proposal.bottlenecks:
        yield ""
        yield "What one more place would bring"
        yield from (f"  {mentor}: {value_words(value)}" for mentor, value in proposal.bottlenecks[:5])
    if proposal.advice:
        yield ""
        yield "Whom to look for"
        yield from (f"  {advice_words(kind)}" for kind in proposal.advice)
    if proposal.loads:
        yield ""
        yield "How full the mentors are"
        yield from _loads(proposal)
    if proposal.waiting:
        case, days = proposal.waiting[0]
        full = sum(1 for load in proposal.loads if load.open + load.proposed >= load.places)
        yield ""
        mentors = plural(len(proposal.loads), "active mentor")
        yield f"The longest wait: {case}, {plural(days, 'day')}. With these pairs {full} of {mentors} are full."
    if proposal.arrivals is not None:
        yield arrivals_words(proposal.arrivals)
    if proposal.held:
        yield f"{plural(proposal.held, 'place')} held back for detained or urgent arrivals."


def proved(proposal: Proposal) -> str:
    """That nothing better exists, said only when the proof was checked."""
    if proposal.verified and proposal.price_of_move is not None:
        less = plural(proposal.price_of_move, "point")
        best = "Proved best: no other choice places more cases, or as many and as urgent ones with more points"
        return f"{best}, {less} taken off for each move."
    if proposal.verified:
        points = plural(proposal.total, "point")
        return f"Proved best: no other choice places more cases, or as many and as urgent ones with more than {points}."
    return "NOT proved: the check of the proof failed. Do not use these pairs, and report it to admin@vecina.org."


def by_reason(left: Unplaced) -> list[tuple[str, int]]:
    """How many mentors each limit is the first to exclude, the most frequent first."""
    counts = Counter(limit.reason for _, limit in left.limits)
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))


def agree(reason: str, count: int) -> str:
    """The limit's sentence with its verb for one or for many."""
    verb, _, rest = reason.partition(" ")
    return reason if count == 1 else f"{_MANY.get(verb, verb)} {rest}"


def shortage_words(row: Shortage) -> str:
    """`3 cases (…) can go only to 2 mentors (…), who have 2 places.`"""
    cases = f"{plural(len(row.cases), 'case')} ({', '.join(row.cases)})"
    if not row.mentors:
        return f"{cases}: no mentor could take {'it' if len(row.cases) == 1 else 'any of them'}."
    mentors = f"{plural(len(row.mentors), 'mentor')} ({', '.join(row.mentors)})"
    return f"{cases} can go only to {mentors} with {plural(row.places, 'place')}."


def value_words(value: Value) -> str:
    """`1 case more`, or `12 points more`: the first criterion that changes, and the points that go with it."""
    if value.placed:
        return f"{plural(value.placed, 'case')} more"
    if value.urgency:
        return "a more urgent case"
    return f"{plural(value.score, 'point')} more"


def arrivals_words(arrivals: Arrivals) -> str:
    """Whether requests to come count, and from how many of the past they are learnt."""
    if not arrivals.on:
        needed = plural(arrivals.needed, "past request")
        return f"Requests that may come are not counted in yet: that takes {needed}, and there are {arrivals.known}."
    most = sorted(arrivals.prices.items(), key=lambda row: (-row[1].points, row[0]))[:3]
    names = listing([f"{name} ({row.points} points)" for name, row in most])
    return f"Requests to come count, learnt from {plural(arrivals.known, 'past request')}." + (
        f" Places kept most: {names}." if most else ""
    )


def gain_words(move: Move) -> str:
    """`1 case more, room for c-…`."""
    return value_words(move.gain) + (f", room for {listing(list(move.room_for))}" if move.room_for else "")


def advice_words(kind: Advice) -> str:
    """One kind of mentor in a sentence."""
    speaks = labels("language")[kind.language]
    before = f"before {kind.court}" if kind.court else "before any court"
    takes = " and takes detained cases" if kind.detained else ""
    return f"a mentor who speaks {speaks}, works {before}{takes}: {plural(kind.more, 'case')} more"
