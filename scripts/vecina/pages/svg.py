"""Small parts of a chart as SVG: elements with escaped attributes, a frame with its name in words, ticks of an axis."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from ..words import number

PATTERNS = {2: "stripes", 3: "dots"}  # the second and the third kind of bar are told apart without their color, too


def tag(name: str, inside: str | Iterable[str] = (), **attributes: str | float) -> Markup:
    """An element; every text in it is escaped. Attributes are written as `text_anchor` or `class_`."""
    parts = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), value if isinstance(value, str) else number(value))
        for key, value in attributes.items()
    )
    body = escape(inside) if isinstance(inside, str) else Markup("").join(inside)
    return Markup("<{0}{1}>{2}</{0}>").format(name, parts, body) if body else Markup("<{}{}/>").format(name, parts)


def frame(name: str, look: str, title: str, description: str, size: tuple[float, float], parts: Iterable[str]) -> Markup:
    """A whole chart of that width and height; `name` makes its ids unique on a page, `look` is its class."""
    return tag(
        "svg",
        [
            tag("title", title, id=f"{name}-title"),
            tag("desc", description, id=f"{name}-desc"),
            tag("defs", [_stripes(name), _dots(name)]),
            *parts,
        ],
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(size[0])} {number(size[1])}",
        class_=f"plot-picture {look}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
    )


def bar(name: str, kind: int, x: float, y: float, width: float, height: float) -> Markup:
    """A bar of the first kind (plain), the second (striped) or the third (dotted)."""
    fill = {"fill": f"url(#{name}-{PATTERNS[kind]})"} if kind in PATTERNS else {}
    return tag("rect", class_=f"plot-bar plot-kind-{kind}", x=x, y=y, width=width, height=height, **fill)


def words(text: str, x: float, y: float, look: str, anchor: str = "start") -> Markup:
    """A line of text; `look` is its class without `plot-`."""
    return tag("text", text, class_=f"plot-{look}", x=x, y=y, text_anchor=anchor)


def ticks(most: float, steps: int = 5) -> tuple[int, ...]:
    """Round numbers from 0 to at least the most, in at most so many steps."""
    size, sizes = 1, (2, 5, 10)
    while size * steps < most:
        base = 10 ** (len(str(size)) - 1)
        size = next(base * step for step in sizes if base * step > size)
    count = max(1, -(-int(-(-most // 1)) // size))
    return tuple(size * step for step in range(count + 1))


def _stripes(name: str) -> Markup:
    lines = [
        tag("rect", class_="plot-ground", width=6, height=6),
        tag("path", class_="plot-ink-2", d="M-1 7L7 -1M-2 2L2 -2M4 8L8 4"),
    ]
    return tag("pattern", lines, id=f"{name}-stripes", width=6, height=6, patternUnits="userSpaceOnUse")


def _dots(name: str) -> Markup:
    signs = [tag("rect", class_="plot-ground", width=5, height=5), tag("circle", class_="plot-ink-3", cx=2.5, cy=2.5, r=1.3)]
    return tag("pattern", signs, id=f"{name}-dots", width=5, height=5, patternUnits="userSpaceOnUse")
