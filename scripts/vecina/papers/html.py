"""A document as one HTML page that needs nothing else: it reads on a screen, prints on A4 or Letter, and runs no script."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..assets import shipped
from ..report import escape
from ..report.allowed import source_of
from .blocks import Block, Heading, Item, Listing, Paragraph, Run, Runs, Table, plain
from .parse import parse

TICKS = {True: "☑", False: "☐"}
_TICK_WORDS = {True: "done", False: "open"}
_SHORT = 18  # a cell of so few signs, like a day with a mark, stays in one line
_SHORT_TABLE = 6  # rows of a table that is not split
_LONG = 20  # a line to write on of so many signs is for a name, a shorter one for a day
_PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src {allowed}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def as_html(text: str, title: str, lang: str = "en") -> str:
    """A text in our Markdown as a whole page. The title also stands at the foot of each printed page, with its number.

    HTML in the text comes out as text. Raises `papers.parse.Unknown` for Markdown that documents do not use.
    """
    style = (shipped("site") / "papers/paper.css").read_text(encoding="utf-8") + _foot(title)
    body = "\n".join(_block(block) for block in parse(text))
    head = {"lang": escape.as_html(lang), "title": escape.as_html(title), "allowed": source_of(style), "style": style}
    return _PAGE.format(body=body, **head)


def _foot(title: str) -> str:
    """The foot of printed pages. Every sign of the title that is no letter and no digit goes in by its number."""
    quoted = re.sub("[^A-Za-z0-9]", lambda sign: f"\\{ord(sign[0]):06x} ", title)
    left = f'@bottom-left {{ content: "{quoted}"; font: 8pt sans-serif; color: #4b585b; }}'
    right = '@bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #4b585b; }'
    return f"\n@page {{ size: auto; margin: 18mm 20mm 20mm; {left} {right} }}\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{_runs(block.runs)}</h{block.level}>"
    if isinstance(block, Paragraph):
        lines = ' class="lines"' if block.runs and block.runs[-1].fill else ""
        return f"<p{lines}>{_runs(block.runs)}</p>"
    if isinstance(block, Listing):
        return _listing(block)
    if isinstance(block, Table):
        return _table(block)
    return "<hr>"


def _listing(listing: Listing) -> str:
    tag = "ol" if listing.numbered else "ul"
    start = f' start="{listing.start}"' if listing.numbered and listing.start != 1 else ""
    return f"<{tag}{start}>\n{''.join(_item(item) for item in listing.items)}</{tag}>"


def _item(item: Item) -> str:
    below = f"\n{_listing(item.below)}" if item.below else ""
    if item.ticked is None:
        return f"<li>{_runs(item.runs)}{below}</li>\n"
    tick = f'<span class="tick" role="img" aria-label="{_TICK_WORDS[item.ticked]}:">{TICKS[item.ticked]}</span>'
    return f'<li class="box">{tick}{_runs(item.runs)}{below}</li>\n'


def _table(table: Table) -> str:
    head = ""
    if table.head:
        cells = zip(table.head, table.right, strict=True)
        head = f"<thead>{_row(_cell('th', runs, right, 'col') for runs, right in cells)}</thead>\n"
    rows = [
        _row(
            _cell("td" if table.head or column else "th", runs, right, "row")
            for column, (runs, right) in enumerate(zip(row, table.right, strict=True))
        )
        for row in table.rows
    ]
    whole = " whole" if len(table.rows) <= _SHORT_TABLE else ""
    return f'<div class="wide{whole}"><table>\n{head}<tbody>{"".join(rows)}</tbody>\n</table></div>'


def _row(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(cells)}</tr>\n"


def _cell(tag: str, runs: Runs, right: bool, scope: str) -> str:
    marks = [*(["right"] if right else []), *(["short"] if len(plain(runs)) <= _SHORT else [])]
    attributes = (f' scope="{scope}"' if tag == "th" else "") + (f' class="{" ".join(marks)}"' if marks else "")
    return f"<{tag}{attributes}>{_runs(runs)}</{tag}>"


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    if run.new_line:
        return "<br>\n"
    if run.fill:
        return f'<span class="fill{" long" if run.fill >= _LONG else ""}" role="img" aria-label="a line to write on"></span>'
    text = escape.as_html(plain([run]))
    for tag, marked in (("code", run.code), ("em", run.italic), ("strong", run.bold)):
        text = f"<{tag}>{text}</{tag}>" if marked else text
    if not run.link:
        return text
    bare = ' class="bare"' if run.text.strip() in (run.link, run.link.removeprefix("mailto:")) else ""
    return f'<a{bare} href="{escape.as_html(run.link)}">{text}</a>'
