"""Charts as plain SVG: bars as long as their numbers, told apart without color too, every number in words."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, strategies as st
from markupsafe import Markup

from vecina.pages.charts import PLOT, TRACK, Series, ShareRow, columns, shares
from vecina.pages.svg import tag, ticks
from vecina.words import number

MONTHS = ["Oct\n2026", "Nov", "Dec"]
OPENED, CLOSED = Series("Opened", (4, 0, 8)), Series("Closed", (1, None, 2))
NAME = "{http://www.w3.org/2000/svg}"


def drawn(picture: Markup, look: str) -> list[ElementTree.Element]:
    """The elements of a class, in their order."""
    return [part for part in ElementTree.fromstring(picture).iter() if look in part.get("class", "").split()]


def said(picture: Markup, look: str) -> list[str | None]:
    return [part.text for part in drawn(picture, look)]


def test_columns_are_as_high_as_their_numbers() -> None:
    """The key's bar comes first; a zero has a number and no bar, an unknown value neither."""
    picture = columns("c", "Cases", MONTHS, [OPENED, CLOSED])
    heights = [float(bar.get("height", "")) for bar in drawn(picture, "plot-kind-1")[1:]]
    assert heights == [PLOT / 2, PLOT]
    assert len(drawn(picture, "plot-kind-2")[1:]) == 2
    assert said(picture, "plot-value") == ["4", "1", "8", "2"]
    assert said(picture, "plot-none") == ["0"]
    assert said(picture, "plot-label") == ["Oct", "2026", "Nov", "Dec"]
    assert said(picture, "plot-key") == ["Opened", "Closed"]


def test_a_line_to_hold_against_lies_at_its_number_and_only_where_there_is_one() -> None:
    picture = columns("c", "Hours", MONTHS, [OPENED], Series("Planned", (None, 4, 4)))
    lines = [part.get("d", "") for part in drawn(picture, "plot-mark")]
    bar = drawn(picture, "plot-kind-1")[1]
    assert len(lines) == 3  # one of them in the key
    assert {re.split("[ h]", line)[1] for line in lines[1:]} | {bar.get("y")} == {bar.get("y")}
    assert said(picture, "plot-key") == ["Opened", "Planned"]


def test_shares_are_as_long_as_their_percent_and_never_longer_than_their_track() -> None:
    rows = [ShareRow("Steps", ((50, "50%, 1 of 2"), (None, "none due"))), ShareRow("Budget", ((120, "120%"), (0, "0%")))]
    picture = shares("s", "Kept", ("90 days", "12 months"), rows)
    assert [float(bar.get("width", "")) for bar in drawn(picture, "plot-kind-1")[1:]] == [TRACK / 2, TRACK]
    assert len(drawn(picture, "plot-kind-2")) == 1  # the key's alone
    assert said(picture, "plot-value") == ["50%, 1 of 2", "none due", "120%", "0%"]
    assert len(drawn(picture, "plot-track")) == 4


PICTURES = {
    "columns": columns(
        "one", "Title <b>", ["<i>"] * 3, [OPENED, CLOSED, Series("A & B", (0.5, 2, 3))], Series("Planned", (1, 2, 3))
    ),
    "shares": shares("two", "Title", ["A & B", "C"], [ShareRow("<i>", ((30, "30%"), (70, "70%")))]),
    "nothing": columns("three", "Title", [], []),
}


@pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)
def test_a_picture_is_well_formed_and_named_and_does_nothing(picture: Markup) -> None:
    """Its title and description are its name; every fill it refers to is in it; no style, no script, nothing from elsewhere."""
    root = ElementTree.fromstring(picture)
    ids = {part.get("id"): part.tag for part in root.iter() if part.get("id")}
    assert root.get("role") == "img"
    assert [ids[name] for name in root.get("aria-labelledby", "").split()] == [f"{NAME}title", f"{NAME}desc"]
    assert set(re.findall(r"url\(#([^)]+)\)", picture)) <= set(ids)
    assert not re.search(r"style|script|href|<i>|<b>|\son\w+=", picture)


def test_two_pictures_on_a_page_share_no_id() -> None:
    ids = [name for picture in PICTURES.values() for name in re.findall(r' id="([^"]+)"', picture)]
    assert len(set(ids)) == len(ids) > 0


def test_the_description_says_every_number() -> None:
    (told,) = ElementTree.fromstring(columns("c", "Cases", MONTHS, [OPENED, CLOSED])).iter(f"{NAME}desc")
    assert told.text == "Opened: Oct 2026 4, Nov 0, Dec 8. Closed: Oct 2026 1, Dec 2."


def test_kinds_of_bars_differ_in_their_pattern_too() -> None:
    kinds = [drawn(PICTURES["columns"], f"plot-kind-{kind}")[0].get("fill") for kind in (1, 2, 3)]
    assert len(set(kinds)) == 3


@given(st.floats(0, 1_000_000))
def test_ticks_are_round_and_reach_the_most(most: float) -> None:
    found = ticks(most)
    step = found[1]
    assert found[0] == 0
    assert found[-1] >= most
    assert found[-2] <= most
    assert len(found) <= 6
    assert re.fullmatch("[125]0*", str(step))
    assert list(found) == list(range(0, found[-1] + 1, step))


def test_words_in_an_element_are_escaped() -> None:
    assert tag("text", '<a "b">', text_anchor='"end"') == '<text text-anchor="&#34;end&#34;">&lt;a &#34;b&#34;&gt;</text>'
    assert [number(value) for value in (1.0, 0.125, -0.001, 30)] == ["1", "0.12", "0", "30"]
