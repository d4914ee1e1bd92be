"""A case's timeline as a drawing: three lanes of marks over the months, today as a line. The same rows stand below as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from markupsafe import escape

from ...views.happened import LANES, Happened
from ...words import MONTHS, day, plural, short_day

WIDTH, LEFT, RIGHT, TOP, LANE = 960, 118, 22, 34, 46  # in the drawing's own units
_SHAPES = {
    "past": '<circle r="5"/>', "done": '<circle r="5"/>', "late": '<path d="M0-7 7 0 0 7-7 0z"/>',
    "soon": '<path d="M0-7 7 6h-14z"/>', "later": '<circle r="4.5" class="hollow"/>',
}  # fmt: skip
_MAJOR = '<path d="M-6-6h12v12h-12z"/>'


def timeline(case: str, rows: Sequence[Happened], today: date) -> str:
    """The drawing of a case's days; its text alternative counts them and names the next hearing."""
    days = [row.day for row in rows] + [today]
    first, last = min(days) - timedelta(days=6), max(days) + timedelta(days=12)
    lanes = [lane for lane in LANES if any(row.lane == lane for row in rows)]
    height = TOP + LANE * len(lanes) + 26

    def place(when: date) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * (when - first).days / max(1, (last - first).days), 1)

    parts = [_head(case, rows, today, height)]
    for label, x in _ticks(first, last, place(first), place):
        parts.append(f'<path class="tick" d="M{x} {TOP - 8}V{height - 18}"/><text x="{x + 3}" y="{TOP - 12}">{label}</text>')
    for index, lane in enumerate(lanes):
        y = TOP + LANE * index + LANE // 2
        parts.append(
            f'<path class="lane" d="M{LEFT} {y}H{WIDTH - RIGHT}"/><text class="lane-name" x="4" y="{y + 4}">{LANES[lane]}</text>'
        )
        parts += _marks([row for row in rows if row.lane == lane], y, place)
    x = place(today)
    side = "end" if x > WIDTH - 120 else "start"
    shift = -5 if side == "end" else 5
    parts.append(
        f'<path class="today" d="M{x} {TOP - 6}V{height - 14}"/>'
        f'<text class="today-name" x="{x + shift}" y="{height - 5}" text-anchor="{side}">{escape(short_day(today))}</text>'
    )
    parts.append("</svg>")
    return "".join(parts)


def _head(case: str, rows: Sequence[Happened], today: date, height: int) -> str:
    ahead = next((row for row in rows if row.major and row.day >= today), None)
    late = sum(1 for row in rows if row.state == "late")
    said = f"{plural(len(rows), 'day')} from {day(rows[0].day)} to {day(rows[-1].day)}." if rows else "Nothing is recorded."
    said += f" Next: {ahead.what} on {day(ahead.day)}." if ahead else ""
    said += f" {late} late." if late else ""
    return (
        f'<svg class="timeline" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="{case}-tl-t {case}-tl-d">'
        f'<title id="{case}-tl-t">Timeline of {case}</title>'
        f'<desc id="{case}-tl-d">{escape(said)} The table below has every day.</desc>'
    )


def _ticks(first: date, last: date, left: float, place: Callable[[date], float]) -> list[tuple[str, float]]:
    """The first days of months, so many that their names do not touch; January carries the year."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next(size for size in (1, 2, 3, 6, 12, 24, 60, 600) if months / size <= 15)
    found = list[tuple[str, float]]()
    for number in range(first.year * 12 + first.month, last.year * 12 + last.month):
        year, month = divmod(number, 12)
        if month % step == 0 or (step > 12 and month == 0 and year % (step // 12) == 0):
            found.append(
                (f"{MONTHS[month]} {year}" if month == 0 or not found else MONTHS[month], place(date(year, month + 1, 1)))
            )
    return [(label, x) for label, x in found if x >= left]


def _marks(rows: Sequence[Happened], y: int, place: Callable[[date], float]) -> list[str]:
    """One mark for each thing, moved a little up or down where two would lie on each other; hearings carry their names."""
    parts, taken, named = [], list[float](), -1e9
    for row in rows:
        x = place(row.day)
        near = sum(1 for other in taken[-4:] if abs(other - x) < 9)
        shift = (0, -9, 9, -16, 16)[min(near, 4)]
        taken.append(x)
        shape = _MAJOR if row.major and row.state != "late" else _SHAPES[row.state]
        parts.append(
            f'<g class="mark {row.state}{" major" if row.major else ""}" transform="translate({x} {y + shift})">'
            f"<title>{escape(day(row.day))}: {escape(row.what)}</title>{shape}</g>"
        )
        if row.major and x - named > 92:
            anchor = "end" if x > WIDTH - 110 else "middle"
            parts.append(
                f'<text class="mark-name" x="{x}" y="{y - 13}" text-anchor="{anchor}">{escape(short_day(row.day))}</text>'
            )
            named = x
    return parts
