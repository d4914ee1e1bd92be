"""A page with one long table, as the status site writes them: static rows, the rest in a template, filters."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import date, timedelta
from html import escape
from importlib import resources
from pathlib import Path

from playwright.sync_api import Locator, Page

from outside import ROOT
from vecina.pages.policy import protect

STATIC = 200  # rows that stand in the page itself
HOSTILE = '<img src=x onerror="document.title=1">'  # the attorney of the fourth case
FACETS = {
    "Status": ("active", "waiting", "ended"),
    "Mentor": ("m-rivera", "m-sato", "m-sato-lee"),
    "Language": ("es", "en", "ht"),
    "Late": ("yes",),
}
CITIES = ("Houston", "El Paso", "Los Ángeles", "Newark", "San Diego")
HEADS = ("Case", "Court", "Next hearing", "Next date", "Attorney", "Mentor", "Languages")
SCRIPTS = ("dom", "vendor/dataTables.min", "rows", "filters", "paging", "tables")
STYLES = ("main", "palette")  # the theme's own, under ours
OURS = ("vecina", "parts", "print", "status", "tables")


def case_id(number: int) -> str:
    """The id of the case in that place of the file, from 0."""
    letters = "abcdefghjk"
    return "c-" + "".join(letters[int(digit)] for digit in f"{number:05}")


def hearing(number: int) -> str:
    """The day of its next hearing, or nothing for each seventh."""
    return "" if number % 7 == 6 else (date(2026, 12, 1) + timedelta(days=number * 37 % 400)).isoformat()


def tasks(number: int) -> int:
    """The number in its last column."""
    return number * 7 % 121 - 20


def facts(number: int) -> dict[str, str]:
    """What its filters go by."""
    mentor = ("m-rivera", "m-sato", "m-sato-lee", "")[number % 4]
    language = ("es en", "en", "ht es")[number % 3]
    return {
        "status": FACETS["Status"][number % 3],
        "mentor": mentor,
        "language": language,
        "late": "yes" if number % 10 == 0 else "",
    }


def _row(number: int) -> str:
    own, day, told = case_id(number), hearing(number), facts(number)
    data = " ".join(f'data-{name}="{value}"' for name, value in told.items() if value)
    attorney = HOSTILE if number == 3 else f"Ngozi Okafor {number} (sample)"
    late = ' <span class="badge late">Late</span>' if told["late"] else ""
    why = (
        f"<details><summary>8 CFR 1003.31</summary><p>30 days before the individual hearing of {day}. It rolls toward it.</p>"
        '<p><a href="law.html#rule">The rule and its history</a></p><p><code>data/cases/x.yml:31</code></p></details>'
    )
    return (
        f'<tr id="{own}" {data}><td data-label="Case"><span class="id">{own}</span><br>{told["status"]}{late}</td> '
        f'<td data-label="Court">HOU<br><small>{CITIES[number % 5]}</small></td> '
        f'<td data-label="Next hearing" data-order="{day}">{f"Individual<br><span class=date>{day}</span>" if day else ""}</td> '
        f'<td data-label="Next date">Pre-hearing filings{why}</td> '
        f'<td data-label="Attorney">{escape(attorney)}</td> <td data-label="Mentor">{told["mentor"]}</td> '
        f'<td data-label="Languages">{told["language"]}</td> <td data-label="Tasks" class="num">{tasks(number)}</td></tr>'
    )


def _filters() -> str:
    selects = "".join(
        f'<label>{name} <select data-facet="{name.lower()}"><option value="">All</option>'
        + "".join(f'<option value="{value}">{value.capitalize()}</option>' for value in values)
        + "</select></label> "
        for name, values in FACETS.items()
    )
    return (
        '<div class="filters" role="group" aria-label="Filter the cases" data-for="cases" hidden>'
        f'<label>Search <input type="search" data-search></label> {selects}'
        '<button type="button" data-clear>Clear</button> <output data-count aria-live="polite"></output></div>'
    )


def table_page(folder: Path, rows: int) -> Path:
    """Writes the page with so many rows, and what it loads, into the folder; its path. The policy is the site's own."""
    for assets in ("site/theme/assets", "site/status/assets"):
        shutil.copytree(ROOT / assets, folder / "assets", dirs_exist_ok=True)
    theme = Path(str(resources.files("material").joinpath("templates/assets/stylesheets")))
    for name in STYLES:
        shutil.copy(next(theme.glob(f"{name}.*.css")), folder / "assets" / f"{name}.css")
    written = [_row(number) for number in range(rows)]
    rest = note = ""
    if rows > STATIC:
        rest = f'<template id="cases-more"><table><tbody>{"".join(written[STATIC:])}</tbody></table></template>'
        note = (
            f'<p class="more" data-more="cases">The first {STATIC} of {rows}. <a href="cases.csv">The CSV file</a> has all.</p>'
        )
    page = folder / "cases.html"
    page.write_text(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Cases</title>'
        '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">'
        + "".join(f'<link rel="stylesheet" href="assets/{name}.css">' for name in (*STYLES, *OURS))
        + '</head><body data-md-color-scheme="default"><main class="md-main"><div class="md-main__inner md-grid">'
        '<article class="md-content md-content__inner md-typeset wide"><h1>Cases</h1>'
        f'{_filters()}<div class="table-scroll" tabindex="0" role="region" aria-label="Cases">'
        '<table class="table stack" id="cases" data-table data-page="50" data-noun="cases"><thead><tr>'
        + "".join(f"<th>{name}</th> " for name in HEADS)
        + f'<th class="num">Tasks</th></tr></thead><tbody>{"".join(written[:STATIC])}</tbody></table></div>'
        f"{rest}{note}<h2>Below</h2><p>What follows the table.</p></article></div></main>"
        + "".join(f'<script src="assets/{name}.js"></script>' for name in SCRIPTS)
        + "</body></html>",
        encoding="utf-8",
    )
    protect(folder)
    return page


def ids(numbers: Iterable[int], size: int = 50) -> list[str]:
    """The ids of those cases that stand on the first page."""
    return [case_id(number) for number in numbers][:size]


def shown(page: Page) -> list[str]:
    """The ids of the rows in sight, in their order."""
    return page.locator("#cases > tbody > tr").evaluate_all("rows => rows.map(row => row.id)")  # type: ignore[no-any-return]


def count(page: Page) -> str:
    """How many rows fit, as the page says it."""
    return page.locator("[data-count]").inner_text()


def heading(page: Page, name: str) -> Locator:
    """The heading of that column, as the button that sorts by it."""
    return page.get_by_role("button", name=name, exact=True)


def choice(page: Page | Locator, name: str) -> Locator:
    """The choice of that name: a filter, the order on a phone, the rows per page."""
    return page.get_by_role("combobox", name=name, exact=True)
