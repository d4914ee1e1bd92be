"""Charts as SVG, made when the site is built: no script, no inline style, and never told by color alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..words import listing, number
from .svg import bar, frame, tag, ticks, words

Said = Callable[[float], str]
WIDTH, LEFT, TOP, PLOT = 640.0, 34.0, 46.0, 170.0  # of a chart with columns; at 600 px its text is 11 px
ROWS, TRACK = 480.0, 350.0  # of a chart with shares, and its longest bar; at 360 px its text is 11 px


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one kind, one for each label of the chart; None where there is none."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A row of a chart of shares: its name, and for each series the percent and the words beside the bar."""

    name: str
    bars: tuple[tuple[int | None, str], ...]


def whole(value: float) -> str:
    """A number as it stands at a bar: whole, a half rounded up."""
    return str(int(value + 0.5))


def columns(
    name: str,
    title: str,
    labels: Sequence[str],
    series: Sequence[Series],
    marks: Series | None = None,
    said: Said = whole,
) -> Markup:
    """Columns side by side for each label, three series at most, and lines to hold the first series against.

    `name` makes the ids unique on a page. A label may have two lines, parted by a line end. Values are not negative.
    """
    known = [value for one in (*series, *([marks] if marks else ())) for value in one.values if value is not None]
    scale = ticks(max(known, default=0))
    step = (WIDTH - LEFT - 4) / max(len(labels), 1)
    parts = [*_key(name, [one.name for one in series], marks.name if marks else "")]
    parts += [part for tick in scale for part in _grid(tick, _height(tick, scale))]
    middles = [LEFT + step * (place + 0.5) for place in range(len(labels))]
    bars = [part for place, at in enumerate(middles) for part in _bars(name, at, step, series, place, scale, said)]
    parts += [part for part, _ in bars]
    parts += [part for place, at in enumerate(middles) for part in _mark(marks, place, at, step, scale)]
    parts += [text for _, text in bars]
    for at, label in zip(middles, labels, strict=True):
        parts += [words(line, at, TOP + PLOT + 16 + 14 * row, "label", "middle") for row, line in enumerate(label.split("\n"))]
    told = [_told(one, labels, said) for one in (*series, *([marks] if marks else ()))]
    return frame(name, "columns", title, " ".join(told), (WIDTH, TOP + PLOT + 36), parts)


def shares(name: str, title: str, kinds: Sequence[str], rows: Sequence[ShareRow]) -> Markup:
    """Bars from 0 to 100 percent, one for each kind in each row, with what it is a share of beside it."""
    high = 30.0 + 22 * len(kinds)
    parts, y = [*_key(name, kinds, "", beside=0)], 40.0
    for row in rows:
        parts.append(words(row.name, 0, y + 14, "row"))
        for kind, (percent, beside) in enumerate(row.bars, start=1):
            at = y + 22 * kind
            parts.append(tag("rect", class_="plot-track", x=0.5, y=at, width=TRACK, height=16))
            if percent:
                parts.append(bar(name, kind, 0.5, at, TRACK * min(percent, 100) / 100, 16))
            parts.append(words(beside, TRACK + 8, at + 13, "value"))
        y += high
    told = (
        f"{row.name}: {listing([f'{kind} {beside}' for kind, (_, beside) in zip(kinds, row.bars, strict=True)])}." for row in rows
    )
    return frame(name, "shares", title, " ".join(told), (ROWS, y), parts)


def _height(value: float, scale: Sequence[int]) -> float:
    """Where a value lies on the picture, counted from its top."""
    return TOP + PLOT * (1 - value / scale[-1])


def _grid(tick: int, y: float) -> Iterator[Markup]:
    yield tag("path", class_="plot-base" if tick == 0 else "plot-grid", d=f"M{number(LEFT)} {number(y)}H{number(WIDTH)}")
    yield words(str(tick), LEFT - 6, y + 4, "axis", "end")


def _bars(
    name: str, middle: float, step: float, series: Sequence[Series], place: int, scale: Sequence[int], said: Said
) -> Iterator[tuple[Markup, Markup]]:
    """The bars over one label, each with its number on top; a zero has a number and no bar."""
    wide = min(step * 0.84 / len(series), 44)
    for kind, one in enumerate(series, start=1):
        value = one.values[place]
        if value is not None:
            x, y = middle + wide * (kind - 1 - len(series) / 2), _height(value, scale)
            drawn = bar(name, kind, x + 0.75, y, wide - 1.5, TOP + PLOT - y) if value else Markup()
            yield drawn, words(said(value), x + wide / 2, y - 4, "value" if value else "none", "middle")


def _mark(marks: Series | None, place: int, middle: float, step: float, scale: Sequence[int]) -> Iterator[Markup]:
    """The line over one label, with a light edge so that it is seen on a bar."""
    value = marks.values[place] if marks else None
    if value is not None:
        line = f"M{number(middle - step / 2)} {number(_height(value, scale))}h{number(step)}"
        yield tag("path", class_="plot-halo", d=line)
        yield tag("path", class_="plot-mark", d=line)


def _key(name: str, kinds: Sequence[str], mark: str, beside: float = LEFT) -> Iterator[Markup]:
    """What each kind of bar and the line stand for."""
    x = beside
    for kind, text in enumerate(kinds, start=1):
        yield bar(name, kind, x + 0.5, 6, 14, 14)
        yield words(text, x + 21, 18, "key")
        x += 40 + 6.6 * len(text)
    if mark:
        yield tag("path", class_="plot-mark", d=f"M{number(x)} 13h18")
        yield words(mark, x + 25, 18, "key")


def _told(series: Series, labels: Sequence[str], said: Said) -> str:
    """`Opened: Dec 2025 0, Jan 2026 1.`"""
    pairs = [
        f"{label.replace(chr(10), ' ')} {said(value)}"
        for label, value in zip(labels, series.values, strict=True)
        if value is not None
    ]
    return f"{series.name}: {', '.join(pairs) or 'nothing'}."
